"""The list of open cases: who, since when, when we last spoke."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import clock
from linkworks.foundation.core.words import ago, count, due
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Link, Tag, When


@dataclass(frozen=True)
class CaseloadPage:
    title: str
    summary: str
    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    paging: Paging
    chosen: str

    @classmethod
    def of(
        cls, cases: list[Case], facts: Mapping[UUID, BeforeContact], paging: Paging, *, whose: str, chosen: str
    ) -> "CaseloadPage":
        return cls(
            title=f"{whose} caseload",
            summary=count(paging.total, "open case", "open cases"),
            heads=("Person", "Last contact", "Support", "Link worker"),
            rows=tuple(_row(case, facts[case.person_id]) for case in cases),
            paging=paging,
            chosen=chosen,
        )


def _row(case: Case, facts: BeforeContact) -> tuple[object, ...]:
    name = Link(case.person.full_name, reverse("casework:case", args=[case.pk]))
    alerts = [Tag(alert.get_kind_display(), "red") for alert in facts.alerts]
    hold = [Tag("On hold", "grey")] if case.status == CaseStatus.ON_HOLD else []
    return [name, *alerts, *hold], _last_contact(case), case.get_support_level_display(), case.worker_name  # type: ignore[attr-defined]


def _last_contact(case: Case) -> object:
    last = case.last_contact_at
    if last is not None:
        return When(last, told=ago(last, clock.now()))
    return When(case.first_contact_due, told=f"First contact {due(case.first_contact_due, clock.today())}")
