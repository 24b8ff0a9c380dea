"""The person on the line, and nobody else: what a caller must know, and what has been said so far."""

from dataclasses import dataclass

from linkworks.domain.outreach.models import CallAttempt, CallOutcome, CampaignContact, CampaignMessage, LateNote
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.domain.outreach.selectors.answers import given_in
from linkworks.domain.outreach.selectors.holds import Held, held_by, on_the_line, queue
from linkworks.domain.outreach.selectors.household import others_on
from linkworks.domain.outreach.selectors.rules import list_outcomes
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

LAST = 3


@dataclass(frozen=True)
class Line:
    """`others` is how many more people on the list can be rung on this number."""

    held: Held
    contact: CampaignContact
    known: BeforeContact
    attempts: list[CallAttempt]
    late_notes: list[LateNote]
    messages: list[CampaignMessage]
    given: Given
    outcomes: list[CallOutcome]
    others: int


def get_line(actor: Actor) -> Line | None:
    """None where the actor holds nobody."""
    held = held_by(actor)
    if held is None:
        return None
    caller = on_the_line(actor, held)
    with acting(caller):
        contact = CampaignContact.objects.visible_to(caller).select_related("person", "campaign__script", "number")
        return _read(caller, held, contact.get(pk=held.contact_id))


def _read(caller: Actor, held: Held, contact: CampaignContact) -> Line:
    attempts = CallAttempt.objects.visible_to(caller).filter(contact=contact).select_related("outcome", "by")
    late = LateNote.objects.visible_to(caller).filter(contact=contact).select_related("by")
    return Line(
        held=held,
        contact=contact,
        known=before_contact(caller, [held.person_id])[held.person_id],
        attempts=list(attempts.order_by("-at")[:LAST]),
        late_notes=list(late.order_by("-at")[:LAST]),
        messages=list(CampaignMessage.objects.visible_to(caller).filter(contact=contact).order_by("-at")[:LAST]),
        given=given_in(caller, held.token),
        outcomes=list_outcomes(caller, contact.campaign),
        others=_others(caller, contact),
    )


def _others(caller: Actor, contact: CampaignContact) -> int:
    with acting(queue(caller)):
        return others_on(contact.team_id, contact.campaign_id, contact.phone_key).exclude(pk=contact.pk).count()
