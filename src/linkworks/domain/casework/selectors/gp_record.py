"""What belongs in the GP record after a contact, and which code, if any, is due."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.choices import ClosureReason
from linkworks.domain.casework.code_guard import CaseEvent, CodeDecision, Occasion, code_due
from linkworks.domain.casework.codes import REFERRAL
from linkworks.domain.casework.models import Case, Closure, CodedEntry, Contact
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_contact(actor: Actor, case: Case, contact_id: UUID) -> Contact:
    contact: Contact | None = _contacts(actor, case).filter(pk=contact_id).select_related("by").first()
    if contact is None:
        raise NotFound
    return contact


def get_newest_contact(actor: Actor, case: Case) -> Contact | None:
    contact: Contact | None = _contacts(actor, case).select_related("by").last()
    return contact


def get_uncoded_first(actor: Actor, case: Case) -> Contact | None:
    """The conversation for which the referral code was due, while nobody has said that it went in."""
    if get_entry(actor, case, REFERRAL) is not None:
        return None
    first: Contact | None = _contacts(actor, case).first()
    return first


def get_refusal(actor: Actor, case: Case) -> Closure | None:
    """The closing in which the person said no to support, when that is how the case stands."""
    newest: Closure | None = Closure.objects.visible_to(actor).filter(case=case).order_by("at").last()
    if newest is None or case.closed_at is None or newest.reason != ClosureReason.DECLINED:
        return None
    return newest


def code_for_contact(actor: Actor, case: Case, contact: Contact) -> CodeDecision:
    """Whether a code is due for this conversation: the referral code is, for the first of a case.

    Conversations with somebody who then said no were no acceptance, unless the referral code went in before.
    """
    said_no = get_refusal(actor, case) is not None and get_entry(actor, case, REFERRAL) is None
    occasion = Occasion.UNDECIDED if said_no else Occasion.ACCEPTED
    history = []
    for earlier in _contacts(actor, case):
        history.append(CaseEvent(occasion, _day(earlier)))
        if earlier == contact:
            break
    return code_due(history)


def code_for_refusal(closure: Closure) -> CodeDecision:
    """The declined code is due when the person said no, and never when we did."""
    return code_due([CaseEvent(Occasion.CLIENT_SAID_NO, closure.at.astimezone(clock.LONDON).date())])


def get_entry(actor: Actor, case: Case, meaning: str) -> CodedEntry | None:
    """Where and when this code went into the GP record for this case, if it did."""
    entries = CodedEntry.objects.visible_to(actor).filter(case=case, meaning=meaning)
    entry: CodedEntry | None = entries.select_related("by").first()
    return entry


def _contacts(actor: Actor, case: Case) -> QuerySet[Contact]:
    contacts: QuerySet[Contact] = Contact.objects.visible_to(actor).standing().filter(case=case)
    return contacts.order_by("at", "created_at")


def _day(contact: Contact) -> date:
    return contact.at.astimezone(clock.LONDON).date()
