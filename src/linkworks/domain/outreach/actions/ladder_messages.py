"""Writing to somebody whom calls did not reach: only where they said we may, in words that tell strangers nothing."""

from linkworks.domain.casework.reminders import safe_ways
from linkworks.domain.outreach.models import Campaign, CampaignContact, CampaignMessage
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.accounts.selectors import get_team
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.phone import parse_phone
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

AFTER_TRIES = frozenset({1, 2})
SUBJECT = "We could not reach you by telephone"


def write_to(actor: Actor, contact: CampaignContact) -> CampaignMessage | None:
    """A text, or else an e-mail; None where neither is safe."""
    known = before_contact(actor, [contact.person_id])[contact.person_id]
    ways = safe_ways(known)
    channel = next((one for one in (Channel.TEXT, Channel.EMAIL) if one in ways), None)
    if channel is None:
        return None
    message = outbox.put(
        actor,
        team_id=contact.team_id,
        channel=channel,
        recipient=ways[channel],
        subject=SUBJECT,
        body=wording(get_team(contact.team_id).name, contact.campaign),
        about_person_id=contact.person_id,
    )
    written = CampaignMessage(
        team_id=contact.team_id,
        person_id=contact.person_id,
        contact=contact,
        channel=channel,
        message_id=message.pk,
        at=clock.now(),
    )
    written.save(force_insert=True)
    record(
        actor,
        "campaign.wrote",
        subject=contact,
        person_id=contact.person_id,
        campaign=contact.campaign_id,
        channel=channel,
    )
    return written


def wording(team: str, campaign: Campaign) -> str:
    number = parse_phone(campaign.telephone)
    return (
        f"This is {team}. We could not reach you by telephone. You can ring us on {number}. It is not urgent, and we "
        "never ask for money or bank details."
    )
