"""A safeguarding concern on a page: what is worried about, who was told, what was done, what is next."""

from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import ConcernDeed, ConcernStatus
from linkworks.domain.casework.models import Case, SafeguardingConcern, SafeguardingStep
from linkworks.domain.casework.policies import may_acknowledge, may_close_concern
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.presenters.safety import StepDone
from linkworks.domain.casework.selectors.safeguarding import (
    list_concern_steps,
    whom_to_tell,
)
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import SummaryRow, Tag, When

TAGS = {
    ConcernStatus.RAISED: Tag("Not acknowledged", "red"),
    ConcernStatus.ACKNOWLEDGED: Tag("Acknowledged", "blue"),
    ConcernStatus.CLOSED: Tag("Closed", "grey"),
}


@dataclass(frozen=True)
class RaiseConcernPage(CaseFormPage):
    known_as: str
    told: str

    @classmethod
    def of(cls, actor: Actor, case: Case, base: CaseFormPage) -> "RaiseConcernPage":
        lead, deputy = whom_to_tell(actor, case)
        names = words.listed(dict.fromkeys([f"{lead.name} (lead)", f"{deputy.name} (deputy)"]))
        return cls(
            title=base.title,
            banner=base.banner,
            back=base.back,
            known_as=case.person.known_as,
            told=f"{names} will be told at once.",
        )


@dataclass(frozen=True)
class ConcernPage(CaseFormPage):
    """An address is blank where this actor may not do it, or it makes no sense now."""

    status: Tag
    call_999: bool
    rows: tuple[SummaryRow, ...]
    done: tuple[StepDone, ...]
    is_closed: bool
    acknowledge_url: str
    close_url: str

    @classmethod
    def of(cls, actor: Actor, concern: SafeguardingConcern) -> "ConcernPage":
        case, is_closed = concern.case, concern.status == ConcernStatus.CLOSED
        waits = concern.status == ConcernStatus.RAISED
        return cls(
            title=f"Safeguarding concern about {case.person.known_as}",
            banner=case_banner(actor, case),
            back=reverse("casework:case", args=[case.pk]),
            status=TAGS[concern.state],
            call_999=concern.immediate_danger and not concern.emergency_called and not is_closed,
            rows=_rows(concern),
            done=tuple(_done(step) for step in list_concern_steps(actor, concern)),
            is_closed=is_closed,
            acknowledge_url=_address(concern, "_acknowledge") if waits and may_acknowledge(actor, concern) else "",
            close_url=_address(concern, "_close") if not is_closed and may_close_concern(actor, concern) else "",
        )


def _address(concern: SafeguardingConcern, deed: str = "") -> str:
    return reverse(f"casework:concern{deed}", args=[concern.case_id, concern.pk])


def _rows(concern: SafeguardingConcern) -> tuple[SummaryRow, ...]:
    danger = "No"
    if concern.immediate_danger:
        danger = "Yes, and 999 was called" if concern.emergency_called else "Yes, and 999 was not called yet"
    return (
        SummaryRow("What", concern.what),
        SummaryRow("Danger when raised", danger),
        SummaryRow("The person’s wishes" if concern.wishes_asked else "Why the person was not asked", concern.wishes),
        SummaryRow("Raised", [When(concern.created_at), f"by {concern.by.name}" if concern.by else ""]),
        SummaryRow("Lead", concern.lead.name),
        SummaryRow("Deputy", concern.deputy.name),
    )


def _done(step: SafeguardingStep) -> StepDone:
    return StepDone(
        what=ConcernDeed(step.deed).label,
        at=When(step.at),
        who=step.by.name if step.by else "Linkworks",
        with_whom=step.with_whom,
        words=step.words,
    )
