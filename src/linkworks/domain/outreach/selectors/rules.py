"""The rules of a campaign, as rows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from linkworks.domain.outreach.models import (
    CallAttempt,
    CallingWindow,
    CallOutcome,
    Campaign,
    CampaignContact,
    PriorityBand,
    ScriptVersion,
)
from linkworks.domain.outreach.rules import problems
from linkworks.domain.outreach.windows import Span
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True)
class Rules:
    """`people` are how many are in each band, `wrong` what keeps the campaign from ringing."""

    spans: list[Span]
    bands: list[PriorityBand]
    people: dict[UUID, int]
    outcomes: list[CallOutcome]
    retired: list[CallOutcome]
    wrong: list[str]


def get_rules(actor: Actor, campaign: Campaign) -> Rules:
    spans, bands, outcomes = list_spans(actor, campaign), list_bands(actor, campaign), list_outcomes(actor, campaign)
    has_script = campaign.script_id is not None
    return Rules(
        spans=spans,
        bands=bands,
        people=count_people(actor, campaign),
        outcomes=outcomes,
        retired=list(_outcomes(actor, campaign).filter(retired_at__isnull=False)),
        wrong=list(problems(has_script=has_script, spans=spans, bands=len(bands), outcomes=outcomes)),
    )


def list_spans(actor: Actor, campaign: Campaign) -> list[Span]:
    rows = CallingWindow.objects.visible_to(actor).filter(campaign=campaign)
    return [Span(*row) for row in rows.values_list("weekday", "opens", "closes")]


def list_bands(actor: Actor, campaign: Campaign) -> list[PriorityBand]:
    return list(_bands(actor, campaign))


def list_outcomes(actor: Actor, campaign: Campaign) -> list[CallOutcome]:
    """Those that callers are offered, in the order of their keys."""
    return list(_outcomes(actor, campaign).filter(retired_at__isnull=True))


def get_band(actor: Actor, campaign: Campaign, band_id: UUID) -> PriorityBand:
    band: PriorityBand = _one(_bands(actor, campaign).filter(pk=band_id))
    return band


def get_outcome(actor: Actor, campaign: Campaign, outcome_id: UUID) -> CallOutcome:
    outcome: CallOutcome = _one(_outcomes(actor, campaign).filter(pk=outcome_id))
    return outcome


def count_people(actor: Actor, campaign: Campaign) -> dict[UUID, int]:
    """By band; one that nobody is in is not there."""
    people = CampaignContact.objects.visible_to(actor).filter(campaign=campaign).order_by()
    return dict(people.values_list("band").annotate(number=Count("pk")))


def count_calls_with(actor: Actor, outcome: CallOutcome) -> int:
    return CallAttempt.objects.visible_to(actor).filter(outcome=outcome).count()


def list_published_scripts(actor: Actor) -> list[ScriptVersion]:
    """The newest version of each first."""
    versions = ScriptVersion.objects.visible_to(actor).filter(published_at__isnull=False)
    return list(versions.select_related("script").order_by("script__name", "-number"))


def _bands(actor: Actor, campaign: Campaign) -> QuerySet[PriorityBand]:
    bands: QuerySet[PriorityBand] = PriorityBand.objects.visible_to(actor).filter(campaign=campaign)
    return bands.select_related("campaign")


def _outcomes(actor: Actor, campaign: Campaign) -> QuerySet[CallOutcome]:
    outcomes: QuerySet[CallOutcome] = CallOutcome.objects.visible_to(actor).filter(campaign=campaign)
    return outcomes.select_related("campaign")


def _one(rows: QuerySet[Any]) -> Any:
    row = rows.first()
    if row is None:
        raise NotFound
    return row
