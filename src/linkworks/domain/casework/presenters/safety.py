"""The safety path on a page: what to do first, what has been done, and who owns it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from linkworks.domain.casework.choices import PathTrigger, SafetyDeed
from linkworks.domain.casework.models import SafetyPath, SafetyStep
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.selectors.safety import list_steps
from linkworks.domain.people.models import Practice
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import LadderStep, Phone, When


@dataclass(frozen=True)
class PracticeToCall:
    name: str
    phone: Phone | None


@dataclass(frozen=True)
class StepDone:
    what: str
    at: When
    who: str
    with_whom: str
    words: str


@dataclass(frozen=True)
class StartPathPage(CaseFormPage):
    known_as: str


@dataclass(frozen=True)
class PathPage(CaseFormPage):
    """`says` answers: what now? `call_999` puts that before everything else."""

    known_as: str
    says: str
    call_999: bool
    practice: PracticeToCall | None
    ladder: tuple[LadderStep, ...]
    owner: str
    done: tuple[StepDone, ...]
    has_ended: bool
    end_url: str
    """Blank while nobody was called, or once it has ended."""

    @classmethod
    def of(cls, actor: Actor, path: SafetyPath) -> "PathPage":
        case = path.case
        may_end = path.somebody_was_called and path.ended_at is None
        return cls(
            title=f"Safety path for {case.person.known_as}",
            banner=case_banner(actor, case),
            back=reverse("casework:case", args=[case.pk]),
            known_as=case.person.known_as,
            says=what_now(path),
            call_999=bool(path.immediate_danger) and path.emergency_called_at is None and path.ended_at is None,
            practice=_practice(case.person.practice),
            ladder=_ladder(path),
            owner=path.owner.name,
            done=tuple(_done(step) for step in list_steps(actor, path)),
            has_ended=path.ended_at is not None,
            end_url=reverse("casework:safety_path_end", args=[case.pk, path.pk]) if may_end else "",
        )


def what_now(path: SafetyPath) -> str:
    if path.ended_at:
        return f"Ended {words.moment(path.ended_at)}."
    if path.somebody_was_called:
        return "Somebody was called. End the path when you know that they are looked after."
    if path.immediate_danger:
        return "Call 999 now."
    return "Call the practice today."


def _practice(practice: Practice | None) -> PracticeToCall | None:
    if practice is None:
        return None
    return PracticeToCall(practice.name, Phone(practice.telephone) if practice.telephone else None)


def _ladder(path: SafetyPath) -> tuple[LadderStep, ...]:
    called = path.emergency_called_at or path.practice_called_at
    who = "999" if path.emergency_called_at else "The practice"
    return (
        LadderStep("Opened", "done", PathTrigger(path.trigger).label, path.created_at),
        _step("Somebody was called", called, f"{who} was called" if called else "The practice today, or 999"),
        _step("Crisis numbers given", path.numbers_given_at, "" if path.numbers_given_at else "111 option 2, 116 123"),
        _step("Ended", path.ended_at, "" if path.ended_at else "Once the practice or 999 was called"),
    )


def _step(label: str, at: datetime | None, note: str) -> LadderStep:
    return LadderStep(label, "done" if at else "ahead", note, at)


def _done(step: SafetyStep) -> StepDone:
    return StepDone(
        what=SafetyDeed(step.deed).label,
        at=When(step.at),
        who=step.by.name if step.by else "",
        with_whom=step.with_whom,
        words=step.words,
    )
