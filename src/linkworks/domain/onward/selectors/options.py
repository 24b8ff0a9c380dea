"""The options of a case, each with everything that became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.choices import GoalStatus
from linkworks.domain.casework.models import Case, Goal
from linkworks.domain.onward import ladder
from linkworks.domain.onward.models import (
    ClientChoice,
    Introduction,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    Signposting,
)
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.gather import gather


@dataclass(frozen=True)
class OptionStory:
    """One option and its rows, oldest first. `option` carries `service_name` and `goal_words`; every row `by_name`."""

    option: Any
    choices: list[Any] = field(default_factory=list)
    signpostings: list[Any] = field(default_factory=list)
    introductions: list[Any] = field(default_factory=list)
    referrals: list[Any] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)
    outcomes: list[Any] = field(default_factory=list)

    @cached_property
    def progress(self) -> ladder.Progress:
        return ladder.progress(self.outcomes)

    @property
    def has_way_on(self) -> bool:
        return bool(self.signpostings or self.introductions or self.referrals)


def list_options(actor: Actor, case: Case) -> list[OptionStory]:
    """Every option of the case, newest first, in one query however many there are."""
    return _stories(gather_case(_everything, case))


def list_where_options_stand(actor: Actor, case: Case) -> list[OptionStory]:
    """The same with referrals and outcomes alone: enough to say how far each got."""
    return _stories(gather_case(_where_they_stand, case))


def read_option(actor: Actor, case: Case, option_id: UUID) -> OptionStory:
    parts = _parts(actor, case)
    steps = parts.pop("steps").filter(onward_referral__option_id=option_id)
    of_option = {name: rows.filter(option_id=option_id) for name, rows in parts.items()}
    stories = _stories(gather(options=_options(actor, case).filter(pk=option_id), steps=steps, **of_option))
    if not stories:
        raise NotFound
    return stories[0]


def get_option(actor: Actor, case: Case, option_id: UUID) -> Option:
    """One option of a case that was already opened, with its service, to act on."""
    options = Option.objects.visible_to(actor).filter(case=case, pk=option_id)
    option: Option = _only(options.select_related("service__organization", "person", "case__team"))
    return option


def get_onward_referral(actor: Actor, case: Case, referral_id: UUID) -> OnwardReferral:
    referrals = OnwardReferral.objects.visible_to(actor).filter(case=case, pk=referral_id)
    referral: OnwardReferral = _only(
        referrals.select_related("option__service__organization", "person", "case", "consent")
    )
    return referral


def get_outcome(actor: Actor, case: Case, outcome_id: UUID) -> OnwardOutcome:
    outcomes = OnwardOutcome.objects.visible_to(actor).filter(case=case, pk=outcome_id)
    outcome: OnwardOutcome = _only(outcomes.select_related("option__service", "person", "case"))
    return outcome


def offered_services(actor: Actor, case: Case) -> dict[UUID, UUID]:
    """Which services are among the options already: service to option."""
    return dict(Option.objects.visible_to(actor).filter(case=case).values_list("service_id", "pk"))


def list_active_goals(actor: Actor, case: Case) -> list[Goal]:
    """What an option may be for."""
    return list(Goal.objects.visible_to(actor).filter(case=case, status=GoalStatus.ACTIVE).order_by("created_at"))


def _everything(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {"options": _options(actor, case), **_parts(actor, case)}


def _where_they_stand(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "options": _options(actor, case),
        "referrals": _rows(OnwardReferral, actor, case),
        "outcomes": _rows(OnwardOutcome, actor, case),
    }


def _options(actor: Actor, case: Case) -> QuerySet[Any]:
    options = _signed(Option.objects.visible_to(actor).filter(case=case).order_by("-offered_at"))
    told: QuerySet[Any] = options.annotate(service_name=F("service__name"), goal_words=F("goal__words"))
    return told


def _parts(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "choices": _rows(ClientChoice, actor, case),
        "signpostings": _rows(Signposting, actor, case),
        "introductions": _rows(Introduction, actor, case),
        "referrals": _rows(OnwardReferral, actor, case),
        "steps": _rows(OnwardStep, actor, case).annotate(option_id=F("onward_referral__option_id")),
        "outcomes": _rows(OnwardOutcome, actor, case),
    }


def _rows(model: Any, actor: Actor, case: Case) -> QuerySet[Any]:
    return _signed(model.objects.visible_to(actor).filter(case=case).order_by("at", "created_at"))


def _signed(rows: QuerySet[Any]) -> QuerySet[Any]:
    signed: QuerySet[Any] = rows.annotate(by_name=F("by__name"))
    return signed


def _stories(found: dict[str, list[Any]]) -> list[OptionStory]:
    by_option = {name: _by_option(rows) for name, rows in found.items() if name != "options"}
    return [
        OptionStory(option, **{name: rows[option.pk] for name, rows in by_option.items()})
        for option in found["options"]
    ]


def _by_option(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    grouped: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[UUID(str(row.option_id))].append(row)
    return grouped


def _only(rows: QuerySet[Any]) -> Any:
    row = rows.first()
    if row is None:
        raise NotFound
    return row
