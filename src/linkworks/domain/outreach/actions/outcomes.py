"""How a call may go, and what follows: added, changed, moved to another key, no longer offered."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from linkworks.domain.outreach.actions.rules import hold_rules
from linkworks.domain.outreach.models import CallOutcome, Campaign
from linkworks.domain.outreach.rules import problems_of_outcome, problems_of_outcomes
from linkworks.domain.outreach.selectors.rules import list_outcomes
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

SAME_LABEL = "There is an outcome with these words already. Give this one others."


@transaction.atomic
def add_outcome(
    actor: Actor, *, campaign: Campaign, place: int, expected_version: int | None = None, **facts: Any
) -> CallOutcome:
    """`facts` are the columns of a CallOutcome but its code, which is made of its label once and for all."""
    hold_rules(actor, campaign, expected_version)
    outcome = CallOutcome(team_id=campaign.team_id, campaign=campaign, place=0, **facts)
    outcome.code = _free_code(campaign, outcome.label)
    _insist_on_sense(actor, outcome)
    outcome.save()
    _put_in_place(actor, outcome, place)
    record(actor, "campaign.outcome_added", subject=outcome, campaign=campaign.pk, outcome=outcome.code)
    return outcome


@transaction.atomic
def change_outcome(
    actor: Actor, *, outcome: CallOutcome, place: int, expected_version: int | None = None, **facts: Any
) -> None:
    """What was saved with it stays as it was. `expected_version` is that of the campaign."""
    hold_rules(actor, outcome.campaign, expected_version)
    for name, value in facts.items():
        setattr(outcome, name, value)
    _insist_on_sense(actor, outcome)
    outcome.change(**facts)
    _put_in_place(actor, outcome, place)
    _record(actor, "campaign.outcome_changed", outcome)


@transaction.atomic
def retire_outcome(actor: Actor, *, outcome: CallOutcome, expected_version: int | None = None) -> None:
    """Callers are not offered it any more; the calls that went so keep it."""
    hold_rules(actor, outcome.campaign, expected_version)
    outcome.change(retired_at=clock.now())
    _number(list_outcomes(actor, outcome.campaign))
    _insist_on_enough(actor, outcome.campaign)
    _record(actor, "campaign.outcome_retired", outcome)


@transaction.atomic
def bring_back_outcome(actor: Actor, *, outcome: CallOutcome, expected_version: int | None = None) -> None:
    """As the last of those that are offered."""
    hold_rules(actor, outcome.campaign, expected_version)
    outcome.change(retired_at=None)
    _put_in_place(actor, outcome, len(list_outcomes(actor, outcome.campaign)))
    _insist_on_enough(actor, outcome.campaign)
    _record(actor, "campaign.outcome_brought_back", outcome)


def _insist_on_sense(actor: Actor, outcome: CallOutcome) -> None:
    for field, sentence in problems_of_outcome(outcome):
        raise Refused(sentence, field)
    others = [one for one in list_outcomes(actor, outcome.campaign) if one.pk != outcome.pk]
    if any(one.label.casefold() == outcome.label.casefold() for one in others):
        raise Refused(SAME_LABEL, "label")
    for sentence in problems_of_outcomes([*others, outcome]):
        raise Refused(sentence, "follows")


def _insist_on_enough(actor: Actor, campaign: Campaign) -> None:
    for sentence in problems_of_outcomes(list_outcomes(actor, campaign)):
        raise Refused(sentence)


def _free_code(campaign: Campaign, label: str) -> str:
    taken = set(CallOutcome.objects.filter(campaign=campaign).values_list("code", flat=True))
    stem = slugify(label)[:26].strip("-") or "outcome"
    tries = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in tries if code not in taken)


def _put_in_place(actor: Actor, outcome: CallOutcome, place: int) -> None:
    """`place` counts from 1; the others make room."""
    others = [one for one in list_outcomes(actor, outcome.campaign) if one.pk != outcome.pk]
    _number([*others[: place - 1], outcome, *others[place - 1 :]])


def _number(outcomes: Sequence[CallOutcome]) -> None:
    for number, one in enumerate(outcomes, start=1):
        CallOutcome.objects.filter(pk=one.pk).exclude(place=number).update(place=number)


def _record(actor: Actor, event: str, outcome: CallOutcome) -> None:
    record(actor, event, subject=outcome, campaign=outcome.campaign_id, outcome=outcome.code)
