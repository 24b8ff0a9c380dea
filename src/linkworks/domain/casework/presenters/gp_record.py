"""The text for the GP record, why a code is or is not due, and whether it went in."""

from dataclasses import dataclass, replace

from django.urls import reverse

from linkworks.domain.casework.choices import ContactOutcome, Way
from linkworks.domain.casework.code_guard import CodeDecision
from linkworks.domain.casework.gp_text import GpEntry, gp_text
from linkworks.domain.casework.models import Case, Closure, CodedEntry, Contact
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.selectors.gp_record import (
    code_for_contact,
    code_for_refusal,
    get_entry,
    get_uncoded_first,
)
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link

SAID_NO = "Social prescribing ended: the person said no to support"


@dataclass(frozen=True)
class GpCopyPage(CaseFormPage):
    """`because` explains the code. `recorded` says that it went in; blank while it did not."""

    about: str
    text: str
    because: str
    code: str
    recorded: str
    first: Link | None = None
    """To the first conversation, where its code is due and not recorded yet."""

    @property
    def may_be_recorded(self) -> bool:
        return bool(self.code) and not self.recorded


def for_contact(actor: Actor, case: Case, base: CaseFormPage, contact: Contact) -> GpCopyPage:
    decision = code_for_contact(actor, case, contact)
    on = contact.at.astimezone(clock.LONDON).date()
    entry = GpEntry(
        contact_on=on,
        kind=Way(contact.way).label,
        worker=contact.by.name if contact.by else "",
        decision=decision,
        done=", ".join(ContactOutcome(outcome).label for outcome in contact.outcomes),
        next_step=contact.next_step,
    )
    page = _page(actor, case, base, entry, f"{Way(contact.way).label}, {words.full_date(on)}")
    return replace(page, first=_first(actor, case, contact)) if decision.code is None else page


def for_refusal(actor: Actor, case: Case, base: CaseFormPage, closure: Closure) -> GpCopyPage:
    entry = GpEntry(
        contact_on=closure.at.astimezone(clock.LONDON).date(),
        kind=SAID_NO,
        worker=closure.by.name if closure.by else "",
        decision=code_for_refusal(closure),
        done=closure.words,
    )
    return _page(actor, case, base, entry, SAID_NO)


def for_nothing(base: CaseFormPage) -> GpCopyPage:
    return GpCopyPage(base.title, base.banner, base.back, about="", text="", because="", code="", recorded="")


def _page(actor: Actor, case: Case, base: CaseFormPage, entry: GpEntry, about: str) -> GpCopyPage:
    code = entry.decision.code
    coded = get_entry(actor, case, code.meaning) if code else None
    because = entry.decision.because
    if coded is not None:
        entry = replace(entry, decision=CodeDecision(None, _recorded(coded)))
    return GpCopyPage(
        title=base.title,
        banner=base.banner,
        back=base.back,
        about=about,
        text=gp_text(entry),
        because=because,
        code=str(code) if code else "",
        recorded=_recorded(coded) if coded else "",
    )


def _first(actor: Actor, case: Case, contact: Contact) -> Link | None:
    first = get_uncoded_first(actor, case)
    if first is None or first == contact:
        return None
    return Link(
        "The first conversation: its code is due and not recorded yet",
        reverse("casework:gp_copy_contact", args=[case.pk, first.pk]),
    )


def _recorded(entry: CodedEntry) -> str:
    by = f" by {entry.by.name}" if entry.by else ""
    return f"The code went into the GP record on {words.full_date(entry.at)}{by}, and goes in once."
