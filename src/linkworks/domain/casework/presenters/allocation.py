"""What the pages of allocating show."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.models import Allocation, Case, Cover, Handover
from linkworks.domain.people.models import Person
from linkworks.domain.referrals.choices import ReferralReason
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core.words import age, count, listed
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Link, Tag, When


@dataclass(frozen=True)
class AcceptPage:
    title: str
    name: str
    about: str
    back: Link

    @classmethod
    def of(cls, referral: Referral) -> "AcceptPage":
        reasons = [ReferralReason(reason).label for reason in referral.reasons]
        born = [f"{age(referral.date_of_birth)} years old"] if referral.date_of_birth else []
        language = [referral.preferred_language] if referral.preferred_language != "English" else []
        practice = [str(referral.practice)] if referral.practice else []
        return cls(
            title="Accept this referral",
            name=referral.full_name,
            about=", ".join([*born, *practice, *language, *reasons]),
            back=Link("Back to the referral", reverse("referrals:referral", args=[referral.pk])),
        )


@dataclass(frozen=True)
class ReallocatePage:
    title: str
    name: str
    holder: str
    back: Link

    @classmethod
    def of(cls, case: Case, current: Allocation | None) -> "ReallocatePage":
        return cls(
            title="Give this case to somebody else",
            name=case.person.full_name,
            holder=current.worker.name if current else "nobody",
            back=Link("Back to the case", reverse("casework:case", args=[case.pk])),
        )


@dataclass(frozen=True)
class CaseToHandOver:
    field: str
    name: str
    about: str


@dataclass(frozen=True)
class HandoverPage:
    """The preview: every case, and the form's field that says where it goes."""

    title: str
    summary: str
    cases: tuple[CaseToHandOver, ...]

    @classmethod
    def of(cls, worker_name: str, cases: list[Case]) -> "HandoverPage":
        return cls(
            title=f"Hand over {worker_name}’s caseload",
            summary=f"{count(len(cases), 'open case', 'open cases')}. Nothing has changed yet.",
            cases=tuple(CaseToHandOver(str(case.pk), case.person.full_name, _about(case)) for case in cases),
        )


def _about(case: Case) -> str:
    practice = [str(case.referral.practice)] if case.referral.practice else []
    language = [case.person.preferred_language] if case.person.preferred_language != "English" else []
    return listed([*practice, *language])


@dataclass(frozen=True)
class HandoverResultPage:
    """What became of each case, as it stands now."""

    title: str
    summary: str
    rows: tuple[tuple[object, ...], ...]
    handover_id: UUID
    can_take_back: bool

    heads = ("Person", "Now with", "Result")

    @classmethod
    def of(cls, handover: Handover, made: list[Allocation], stayed: list[Case]) -> "HandoverResultPage":
        giver = handover.from_worker.name
        came_back = sum(_came_back(allocation, handover) for allocation in made)
        moved_on = sum(1 for allocation in made if allocation.ended_at) - came_back
        return cls(
            title="Handover taken back" if handover.undone_at else "Caseload handed over",
            summary=f"{count(len(made), 'case', 'cases')} went from {giver}."
            + (f" {count(came_back, 'is', 'are')} back." if came_back else "")
            + (f" {count(moved_on, 'has', 'have')} moved on since." if moved_on else ""),
            rows=(*(_result_row(one, handover) for one in made), *(_stayed_row(case, handover) for case in stayed)),
            handover_id=handover.pk,
            can_take_back=handover.undone_at is None and moved_on < len(made),
        )


def _came_back(made: Allocation, handover: Handover) -> bool:
    is_with_giver = made.worker_name == handover.from_worker.name
    return handover.undone_at is not None and made.ended_at is not None and is_with_giver


def _result_row(made: Allocation, handover: Handover) -> tuple[object, ...]:
    person: Person = made.case.person
    if _came_back(made, handover):
        result = Tag("Went back", "blue")
    else:
        result = Tag("Moved on since", "grey") if made.ended_at else Tag("Handed over", "green")
    link = Link(person.full_name, reverse("casework:case", args=[made.case_id]))
    return link, made.worker_name or "nobody", result


def _stayed_row(case: Case, handover: Handover) -> tuple[object, ...]:
    link = Link(case.person.full_name, reverse("casework:case", args=[case.pk]))
    return link, handover.from_worker.name, Tag("Stayed", "yellow")


@dataclass(frozen=True)
class CoverRow:
    cover_id: UUID
    words: str
    starts: When
    ends: When


@dataclass(frozen=True)
class CoverPage:
    title: str
    rows: tuple[CoverRow, ...]

    @classmethod
    def of(cls, covers: list[Cover]) -> "CoverPage":
        return cls(
            title="Cover for leave",
            rows=tuple(
                CoverRow(
                    cover.pk,
                    f"{cover.covered_by.name} covers for {cover.away.name}",
                    When(cover.starts_on),
                    When(cover.ends_on),
                )
                for cover in covers
            ),
        )


@dataclass(frozen=True)
class OpeningsPage:
    title: str
    rows: tuple[tuple[object, ...], ...]
    paging: Paging

    heads = ("Person", "Opened by", "When", "Why")

    @classmethod
    def of(
        cls, openings: list[RecordOpening], people: dict[UUID, str], staff: dict[UUID, str], paging: Paging
    ) -> "OpeningsPage":
        rows = tuple(_opening_row(opening, people, staff) for opening in openings)
        return cls("Records opened with a reason", rows, paging)


def _opening_row(opening: RecordOpening, people: dict[UUID, str], staff: dict[UUID, str]) -> tuple[object, ...]:
    why = RecordOpening.Reason(opening.reason).label
    return (
        people.get(opening.person_id, "Somebody restricted"),
        staff.get(opening.user_id, "A former colleague"),
        When(opening.created_at),
        f"{why}: {opening.words}" if opening.words else why,
    )
