"""What must be seen first: open safety paths and safeguarding concerns, both in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.any_day import gather_day
from linkworks.domain.casework.models import Case, SafeguardingConcern, SafetyPath
from linkworks.domain.casework.selectors.safeguarding import list_concerns_that_wait_for, list_open_concerns
from linkworks.domain.casework.selectors.safety import list_open_paths, list_paths_that_need
from linkworks.foundation.core.actor import Actor

OWNER_NAME = {"owner_name": F("owner__name")}
BY_NAME = {"by_name": F("by__name")}


@dataclass(frozen=True)
class Warnings:
    """Paths carry `owner_name`, concerns `by_name`."""

    paths: list[SafetyPath]
    concerns: list[SafeguardingConcern]


def warnings_about(actor: Actor, case: Case) -> Warnings:
    """Whatever is open in a case."""
    return Warnings(**gather_case(_open_in_case, case))


def warnings_for(actor: Actor) -> Warnings:
    """What this actor owns or was told of, in any case."""
    return Warnings(**gather_day(_open_for, actor))


def _open_in_case(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return _named(list_open_paths(actor, case), list_open_concerns(actor, case))


def _open_for(actor: Actor, today: date) -> dict[str, QuerySet[Any]]:
    return _named(list_paths_that_need(actor), list_concerns_that_wait_for(actor))


def _named(paths: QuerySet[SafetyPath], concerns: QuerySet[SafeguardingConcern]) -> dict[str, QuerySet[Any]]:
    return {
        "paths": paths.select_related(None).annotate(**OWNER_NAME),
        "concerns": concerns.select_related(None).annotate(**BY_NAME),
    }
