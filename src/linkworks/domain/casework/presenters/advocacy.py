"""What is being looked into and spoken up for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.models import Advocacy, AdvocacyStep, Case, ResearchTask
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.casework.presenters.plan import is_closed
from linkworks.domain.casework.selectors.advocacy import OnBehalf
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner, SummaryRow, Tag, When

RESULT_TAGS = {
    AdvocacyResult.WON: Tag("Agreed in full", "green"),
    AdvocacyResult.PARTLY: Tag("Agreed in part", "aqua-green"),
    AdvocacyResult.LOST: Tag("Refused", "red"),
    AdvocacyResult.WITHDRAWN: Tag("The person stopped it", "grey"),
    AdvocacyResult.STOPPED: Tag("We stopped before a decision", "grey"),
}
STILL_GOING = Tag("Not decided yet", "blue")


@dataclass(frozen=True)
class WorkLine:
    """Something open on the person's behalf; `name` is whose it is, where the page does not say."""

    title: str
    who: str
    due: When | None
    is_late: bool
    link: Link
    name: str = ""
    href: str = ""


@dataclass(frozen=True)
class OnBehalfPanel:
    research: tuple[WorkLine, ...]
    advocacy: tuple[WorkLine, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, case: Case, work: OnBehalf) -> "OnBehalfPanel":
        return cls(
            research=tuple(research_line(task) for task in work.research),
            advocacy=tuple(_advocacy(matter) for matter in work.advocacy),
            links=()
            if is_closed(case)
            else (
                Link("Look into something", reverse("casework:research_new", args=[case.pk])),
                Link("Speak up for them", reverse("casework:advocacy_new", args=[case.pk])),
            ),
        )


@dataclass(frozen=True)
class Step:
    words: str
    at: When
    by: str
    result: Tag | None


@dataclass(frozen=True)
class AdvocacyPage:
    title: str
    banner: PersonBanner
    back: str
    rows: tuple[SummaryRow, ...]
    steps: tuple[Step, ...]
    step_url: str
    change_url: str

    @classmethod
    def of(cls, actor: Actor, matter: Advocacy, steps: Iterable[AdvocacyStep]) -> "AdvocacyPage":
        goes_on = not matter.result and not is_closed(matter.case)
        return cls(
            title=f"Speaking up: {matter.about}",
            banner=case_banner(actor, matter.case),
            back=reverse("casework:case", args=[matter.case_id]),
            rows=(
                SummaryRow("With", matter.with_whom),
                SummaryRow("On whose authority", matter.authority),
                SummaryRow("What we ask for", matter.position),
                SummaryRow("Deadline", due_when(matter.deadline)),
                SummaryRow("Result", _result(matter.result)),
            ),
            steps=tuple(_step(step) for step in steps),
            step_url=reverse("casework:advocacy_step", args=[matter.pk]) if goes_on else "",
            change_url=reverse("casework:advocacy_change", args=[matter.pk]) if goes_on else "",
        )


def research_line(task: ResearchTask, name: str = "") -> WorkLine:
    return WorkLine(
        title=task.question,
        who=getattr(task, "worker_name", ""),
        due=due_when(task.due_on),
        is_late=is_late(task.due_on),
        link=Link("Say what you found", reverse("casework:research", args=[task.pk]), task.question),
        name=name,
        href=reverse("casework:case", args=[task.case_id]),
    )


def _advocacy(matter: Advocacy) -> WorkLine:
    return WorkLine(
        title=matter.about,
        who=f"with {matter.with_whom}",
        due=due_when(matter.deadline),
        is_late=is_late(matter.deadline),
        link=Link("Open", reverse("casework:advocacy", args=[matter.pk]), matter.about),
    )


def _step(step: AdvocacyStep) -> Step:
    return Step(
        step.words, When(step.at), step.by.name if step.by else "", _result(step.result) if step.result else None
    )


def _result(result: str) -> Tag:
    return RESULT_TAGS[AdvocacyResult(result)] if result else STILL_GOING


def due_when(day: date | None) -> When | None:
    return When(day, words.due(day)) if day else None


def is_late(day: date | None) -> bool:
    return day is not None and day < clock.today()
