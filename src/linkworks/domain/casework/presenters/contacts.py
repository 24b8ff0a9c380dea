from dataclasses import dataclass

from linkworks.domain.casework.models import CaseNote, Contact, ContactAttempt
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.presenters.next_step import next_try
from linkworks.domain.casework.selectors.case_page import CaseFacts
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import When


def after_attempt(actor: Actor, attempt: ContactAttempt, facts: CaseFacts) -> str:
    """What was recorded, and what we try next."""
    known = before_contact(actor, [attempt.person_id])[attempt.person_id]
    high_risk = AlertKind.HIGH_RISK in {alert.kind for alert in known.alerts}
    recorded = f"{attempt.get_outcome_display()}, recorded {words.moment(attempt.at)}."
    next_one = next_try(facts, high_risk=high_risk, now=clock.now())
    return f"{recorded} {next_one.sentence}" if next_one else recorded


@dataclass(frozen=True)
class LogContactPage(CaseFormPage):
    """The box for this conversation, and beside it what was said the last time."""

    last: When | None
    last_by: str
    last_said: str
    last_next_step: str

    @classmethod
    def of(cls, form_page: CaseFormPage, last: Contact | None) -> "LogContactPage":
        note = getattr(last, "note", None)
        return cls(
            title=form_page.title,
            banner=form_page.banner,
            back=form_page.back,
            last=When(last.at) if last else None,
            last_by=last.by.name if last and last.by else "",
            last_said=note.body if note else "",
            last_next_step=last.next_step if last else "",
        )


@dataclass(frozen=True)
class CorrectionPage(CaseFormPage):
    """The note as it was written, over the box for its correction."""

    note: str
    written: When
    writer: str

    @classmethod
    def of(cls, form_page: CaseFormPage, note: CaseNote) -> "CorrectionPage":
        return cls(
            title=form_page.title,
            banner=form_page.banner,
            back=form_page.back,
            note=note.body,
            written=When(note.at),
            writer=note.by.name if note.by else "",
        )
