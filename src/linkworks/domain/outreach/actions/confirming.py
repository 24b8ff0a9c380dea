"""Whether it came: asked of the person, in a call from the same queue. Nobody else's word confirms a need."""

from linkworks.domain.outreach.actions.need_steps import tell_owner, write_step
from linkworks.domain.outreach.choices import Ending, HeardFrom, QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact, Need
from linkworks.domain.outreach.models.contact import CALLABLE
from linkworks.domain.outreach.need_texts import OWNER_ASK
from linkworks.domain.outreach.selectors.call_needs import may_be_rung_again
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

NOT_RUNG = "They cannot be rung to ask."
NOT_REACHED = "We rang to ask, and could not reach them."
NOT_SURE = "They could not say."


def ask_again(actor: Actor, need: Need) -> None:
    """Put the person back into the queue; where they may not or cannot be rung, the owner is told to find out."""
    contact = CampaignContact.objects.select_for_update(of=("self",)).select_related("band").get(pk=need.contact_id)
    will_be_rung = contact.state in CALLABLE and not contact.ending  # not who was done, and rings us just now
    if will_be_rung or _wake(actor, contact):
        return
    hand_to_owner(actor, need, NOT_RUNG)


def was_reached_before(contact: CampaignContact) -> bool:
    return CallAttempt.objects.filter(contact=contact, outcome__ending=Ending.REACHED).exists()


def _wake(actor: Actor, contact: CampaignContact) -> bool:
    at = get_windows(contact.campaign_id).first_open(clock.now())
    may_ring = contact.ending == Ending.REACHED and contact.phone_key and may_be_rung_again(contact)
    if contact.state != QueueState.ENDED or not may_ring or at is None:
        return False
    contact.change(
        state=QueueState.RESTING,
        wakes_at=at,
        rank_at=at - contact.band.head_start,
        ending="",
        ending_words="",
        ended_at=None,
        tries=0,
        tried_parts=0,
    )
    contact.refresh_from_db(fields=["state"])  # the database keeps out who has died or asked us to stop
    record(
        actor, "campaign.rings_to_confirm", subject=contact, person_id=contact.person_id, campaign=contact.campaign_id
    )
    return contact.state != QueueState.ENDED


def hand_to_owner(actor: Actor, need: Need, words: str, heard_from: HeardFrom = HeardFrom.CLOCK) -> None:
    need.change(due_at=clock.now())
    write_step(actor, need, heard_from, words=words)
    tell_owner(actor, need, OWNER_ASK)
