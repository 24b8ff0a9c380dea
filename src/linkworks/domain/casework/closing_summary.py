"""The summary that a practice gets when support ends: sections of plain words, which the worker may change.

It says who is meant by initials and reference alone. The name stands only in the document that goes with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from linkworks.domain.casework.measures import Change
from linkworks.foundation.core import words


@dataclass(frozen=True, slots=True)
class GoalChange:
    goal: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class MeasureChange:
    name: str
    change: Change


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    about: str  # initials and reference
    opened_on: date
    contacts: int
    reasons: Sequence[str]
    what_matters: str
    goals: Sequence[GoalChange]
    measures: Sequence[MeasureChange]
    reason: str
    how_it_went: str
    words: str
    check_in_on: date | None


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    text: str


SUPPORT = "Support"
WHAT_MATTERED = "What mattered to the person"
GOALS = "Goals"
MEASURES = "What changed, where it was asked both times"
ENDING = "How it ended"
NEXT = "What comes next"
HEADINGS = (SUPPORT, WHAT_MATTERED, GOALS, MEASURES, ENDING, NEXT)


def summary_text(facts: SummaryFacts) -> str:
    """The sections one under another, each with its heading on a line of its own; empty ones are left out."""
    return "\n\n".join(f"{section.heading}\n{section.text}" for section in _sections(facts) if section.text)


def split_into_sections(text: str) -> list[Section]:
    """The same text, after somebody changed it, as sections again. Words before any heading come under the first."""
    parts: list[tuple[str, list[str]]] = [(SUPPORT, [])]
    for line in text.splitlines():
        if line.strip() in HEADINGS:
            parts.append((line.strip(), []))
        else:
            parts[-1][1].append(line)
    told = [Section(heading, "\n".join(lines).strip()) for heading, lines in parts]
    return [section for section in told if section.text]


def _sections(facts: SummaryFacts) -> Iterable[Section]:
    yield Section(SUPPORT, _support(facts))
    yield Section(WHAT_MATTERED, f"“{facts.what_matters}”" if facts.what_matters else "")
    yield Section(GOALS, "\n".join(_goal(goal) for goal in facts.goals))
    yield Section(MEASURES, "\n".join(line for measure in facts.measures for line in _measure(measure)))
    yield Section(ENDING, " ".join(filter(None, [f"{facts.reason}.", f"{facts.how_it_went}.", facts.words.strip()])))
    yield Section(NEXT, _next(facts))


def _support(facts: SummaryFacts) -> str:
    conversations = words.count(facts.contacts, "conversation")
    came_about = words.listed(reason.lower() for reason in facts.reasons)
    sentences = [
        f"We supported {facts.about} from {words.full_date(facts.opened_on)}, with {conversations}.",
        f"They came to us about {came_about}." if came_about else "",
        "Support has now ended.",
    ]
    return " ".join(filter(None, sentences))


def _goal(goal: GoalChange) -> str:
    if goal.first is None or goal.last is None:
        return f"{goal.goal}: not scored"
    if goal.first == goal.last:
        return f"{goal.goal}: {goal.last} out of 10"
    return f"{goal.goal}: from {goal.first} to {goal.last} out of 10"


def _measure(measure: MeasureChange) -> Iterable[str]:
    for difference in (*measure.change.items, *measure.change.scales):
        yield f"{difference.label}: from {difference.first} to {difference.last}, {difference.direction}"
    if measure.change.missing:
        missing = words.count(measure.change.missing, "question")
        yield f"{measure.name}: {missing} not answered both times"


def _next(facts: SummaryFacts) -> str:
    if facts.check_in_on is None:
        return "They can come back to us at any time, by themselves or through you."
    return f"We check in with them on {words.full_date(facts.check_in_on)}."
