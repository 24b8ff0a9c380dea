"""The options of a case, each with everything that became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

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
    """One option and its rows, oldest first. `option` carries `service_name`, `live_state` and `goal_words`; every
    row `by_name`."""

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
    return _tell(actor, Option.objects.filter(case=case))


def read_option(actor: Actor, case: Case, option_id: UUID) -> OptionStory:
    stories = _tell(actor, Option.objects.filter(case=case, pk=option_id))
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


def _tell(actor: Actor, options: QuerySet[Option]) -> list[OptionStory]:
    wanted = options.filter(pk__in=Option.objects.visible_to(actor).values("pk"))
    found = gather(
        options=_signed(wanted.order_by("-offered_at")).annotate(
            service_name=F("service__name"), live_state=F("service__live_state"), goal_words=F("goal__words")
        ),
        choices=_of(ClientChoice, wanted),
        signpostings=_of(Signposting, wanted),
        introductions=_of(Introduction, wanted),
        referrals=_of(OnwardReferral, wanted),
        steps=_steps(wanted),
        outcomes=_of(OnwardOutcome, wanted, "created_at"),
    )
    rows = {name: _by_option(told) for name, told in found.items() if name != "options"}
    return [
        OptionStory(option, **{name: told[option.pk] for name, told in rows.items()}) for option in found["options"]
    ]


def _of(model: Any, options: QuerySet[Option], *then_by: str) -> QuerySet[Any]:
    return _signed(model.objects.filter(option__in=options.order_by().values("pk")).order_by("at", *then_by))


def _steps(options: QuerySet[Option]) -> QuerySet[Any]:
    steps = OnwardStep.objects.filter(onward_referral__option__in=options.order_by().values("pk"))
    return _signed(steps.order_by("at").annotate(option_id=F("onward_referral__option_id")))


def _signed(rows: QuerySet[Any]) -> QuerySet[Any]:
    signed: QuerySet[Any] = rows.annotate(by_name=F("by__name"))
    return signed


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
