"""The person on the line, and nobody else: what a caller must know, and what has been said so far."""

from dataclasses import dataclass

from linkworks.domain.outreach.models import (
    CallOutcome,
    CampaignContact,
    CampaignMessage,
    ColleagueAsked,
    HandOut,
    LateNote,
    Need,
    NeedMark,
    NeedType,
)
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.domain.outreach.selectors.answers import standing_in
from linkworks.domain.outreach.selectors.call_needs import list_marks, list_to_confirm
from linkworks.domain.outreach.selectors.callers import asked_by, is_paused
from linkworks.domain.outreach.selectors.holds import Held, held_by, on_the_line, queue
from linkworks.domain.outreach.selectors.household import others_on
from linkworks.domain.outreach.selectors.last_contacts import LAST, LastContact, last_contacts
from linkworks.domain.outreach.selectors.rules import list_outcomes
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Line:
    """`given` are the answers that count; `others` is how many more people on the list can be talked to on this number;
    `asked` what the caller has asked colleagues for. `to_confirm` is what was brought and has to be asked about;
    `marks`, what the caller added to their needs by hand, or took away; `kinds`, what may be needed.
    """

    held: Held
    contact: CampaignContact
    known: BeforeContact
    code: str
    earlier: list[LastContact]
    late_notes: list[LateNote]
    messages: list[CampaignMessage]
    given: Given
    outcomes: list[CallOutcome]
    others: int
    is_paused: bool
    asked: list[ColleagueAsked]
    to_confirm: list[Need]
    marks: list[NeedMark]
    kinds: list[NeedType]


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
    late = LateNote.objects.visible_to(caller).filter(contact=contact).select_related("by")
    return Line(
        held=held,
        contact=contact,
        known=before_contact(caller, [held.person_id])[held.person_id],
        code=HandOut.objects.visible_to(caller).values_list("code", flat=True).get(token=held.token),
        earlier=last_contacts(caller, held.person_id, contact.campaign_id),
        late_notes=list(late.order_by("-at")[:LAST]),
        messages=list(CampaignMessage.objects.visible_to(caller).filter(contact=contact).order_by("-at")[:LAST]),
        given=standing_in(caller, held.token, contact.campaign.script),
        outcomes=list_outcomes(caller, contact.campaign),
        others=_others(caller, contact),
        is_paused=is_paused(caller),
        asked=asked_by(caller),
        to_confirm=list_to_confirm(contact),
        marks=list_marks(held.token),
        kinds=list(NeedType.objects.visible_to(caller).filter(campaign_id=contact.campaign_id)),
    )


def _others(caller: Actor, contact: CampaignContact) -> int:
    with acting(queue(caller)):
        return int(others_on(contact.team_id, contact.campaign_id, contact.phone_key).exclude(pk=contact.pk).count())
