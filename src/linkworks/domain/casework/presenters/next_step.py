"""What comes next on a case, in one sentence: the first of these questions that has an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from linkworks.domain.casework.choices import AttemptOutcome, CaseStatus, ClosureReason, Way
from linkworks.domain.casework.models import Appointment, Case
from linkworks.domain.casework.no_reply import NextTry, Step, Try, what_next
from linkworks.domain.casework.selectors.case_page import CaseFacts
from linkworks.foundation.core import clock, words
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class NextStep:
    """`says` answers the question; `more` is a line under it; `link` leads to the page that does it."""

    says: str
    more: str = ""
    link: Link | None = None


def next_step(case: Case, facts: CaseFacts, *, high_risk: bool) -> NextStep:
    return next(_answers(case, facts, high_risk, clock.now()))


def next_try(facts: CaseFacts, *, high_risk: bool, now: datetime) -> NextTry | None:
    tries = [Try(attempt.at, AttemptOutcome(attempt.outcome)) for attempt in facts.tries]
    return what_next(tries, tries_before_letter=facts.team.attempts_before_letter, high_risk=high_risk, now=now)


def _answers(case: Case, facts: CaseFacts, high_risk: bool, now: datetime) -> Iterator[NextStep]:
    if case.status == CaseStatus.CLOSED:
        yield NextStep("Nothing: this case is closed.")
    if case.person.died_on:
        yield _after_a_death(case)
    for appointment in facts.appointments:
        if appointment.starts_at <= now:
            yield _how_it_went(appointment)
    tried = next_try(facts, high_risk=high_risk, now=now)
    if tried is not None:
        yield NextStep(tried.sentence, _first_contact_due(case), _link_of(case, tried.step))
    if facts.appointments:
        yield _meeting(facts.appointments[0])
    if case.first_contact_at is None:
        yield NextStep(f"Make the first contact with {case.person.known_as}.", _first_contact_due(case))
    if facts.tasks:
        yield NextStep(facts.tasks[0].title, f"Due {words.due(facts.tasks[0].due_on)}")
    if facts.last_contact and facts.last_contact.next_step:
        yield NextStep(facts.last_contact.next_step, f"Agreed {words.ago(facts.last_contact.at)}")
    yield NextStep("Nothing is planned yet.", "Book an appointment or add a task, so that nobody is forgotten.")


def close_after_death(case: Case) -> str:
    """The address of closing it, with the reason filled in."""
    return f"{reverse('casework:close', args=[case.pk])}?{urlencode({'reason': ClosureReason.DIED.value})}"


def _after_a_death(case: Case) -> NextStep:
    link = Link("Close the case", close_after_death(case))
    return NextStep(f"{case.person.known_as} has died.", "Close the case when you are ready.", link)


def _how_it_went(appointment: Appointment) -> NextStep:
    link = Link("Say how it went", reverse("casework:appointment", args=[appointment.pk]))
    return NextStep(f"How did the appointment go, {words.moment(appointment.starts_at)}?", link=link)


def _meeting(appointment: Appointment) -> NextStep:
    where = ", ".join(part for part in (Way(appointment.way).label, appointment.place) if part)
    link = Link("See the appointment", reverse("casework:appointment", args=[appointment.pk]))
    return NextStep(f"Meet {words.moment(appointment.starts_at)}.", where, link)


def _first_contact_due(case: Case) -> str:
    return "" if case.first_contact_at else f"First contact due: {words.due(case.first_contact_due)}"


def _link_of(case: Case, step: Step) -> Link | None:
    if step is Step.WRITE:
        asked = urlencode({"way": Way.LETTER.value, "outcome": AttemptOutcome.LETTER_SENT.value})
        return Link("Record that a letter was sent", f"{reverse('casework:no_answer', args=[case.pk])}?{asked}")
    if step is Step.OFFER_TO_CLOSE:
        asked = urlencode({"reason": ClosureReason.NO_REPLY.value})
        return Link("Close the case", f"{reverse('casework:close', args=[case.pk])}?{asked}")
    return None
