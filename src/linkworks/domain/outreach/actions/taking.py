"""Taking one person and not the next in turn: they rang us, or they live with whom the caller just talked to.

The number and the caller are guarded as they are in any call, by the two partial unique indexes.
"""

from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction

from linkworks.domain.outreach.actions.codes import free_code
from linkworks.domain.outreach.actions.hand_out import proof
from linkworks.domain.outreach.actions.ladder_results import bring_back
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.outreach.selectors.holds import Held, held_by, queue
from linkworks.domain.outreach.selectors.household import at_home
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

IN_USE = "Somebody else has just taken this call, or is ringing this number. Look again in a moment."
BUSY = "You have somebody on the line. Say how that call went first."

# Who was done may ring us all the same, as long as the report of the campaign is not written.
_TAKE_THIS = """
UPDATE outreach_campaigncontact AS c
SET state = 'on_a_call', holder_id = %(me)s, token = %(token)s, hand_outs = c.hand_outs + 1,
    wakes_at = statement_timestamp() + (SELECT hold FROM outreach_campaign p WHERE p.id = c.campaign_id)
WHERE c.id = %(contact)s AND c.phone_key <> '' AND (c.state IN ('ready', 'resting') OR (
    %(is_incoming)s AND c.state = 'ended' AND c.ending <> 'died'
    AND EXISTS (SELECT FROM outreach_campaign p WHERE p.id = c.campaign_id AND p.state <> 'closed')))
RETURNING c.id, c.person_id, c.token, c.wakes_at, c.hand_outs, c.state
"""


def take_rang_back(actor: Actor, *, contact: CampaignContact) -> Held:
    """Whoever rings us is not rung at the same time. Raises Refused where that call cannot be taken now."""
    require(may_run_campaigns, actor)
    if held_by(actor):
        raise Refused(BUSY)
    bring_back(actor, contact=contact, words="They rang us.")
    held = _take(actor, contact.pk, campaign_id=contact.campaign_id, is_incoming=True)
    if held is None:
        raise Refused(IN_USE)
    return held


def take_next_at_home(actor: Actor, *, contact_id: UUID, token: UUID) -> Held | None:
    """The next person on the number that was rung with this token, by whoever rang it. None where there is nobody."""
    require(may_ring, actor)
    with acting(queue(actor)):
        found = at_home(contact_id, token=token, by=actor.own_id).first()
    return _take(actor, found.pk, campaign_id=found.campaign_id, is_incoming=False) if found else None


def _take(actor: Actor, contact_id: UUID, *, campaign_id: UUID, is_incoming: bool) -> Held | None:
    try:
        return _take_once(actor, contact_id, campaign_id=campaign_id, is_incoming=is_incoming)
    except IntegrityError:
        return None


@transaction.atomic
def _take_once(actor: Actor, contact_id: UUID, *, campaign_id: UUID, is_incoming: bool) -> Held | None:
    wanted = {"contact": contact_id, "me": actor.user_id, "token": uuid4(), "is_incoming": is_incoming}
    with acting(queue(actor)), connection.cursor() as cursor:
        cursor.execute(_TAKE_THIS, wanted)
        row = cursor.fetchone()
        if row is None or row[-1] != "on_a_call":  # the database ends whoever has died or asked not to be rung
            return None
        held = Held(*row[:-1])
        given = proof(actor, held, free_code(actor.own_team, held.token), is_incoming=is_incoming)
        event = "call.taken_in" if is_incoming else "call.handed_out"
        record(actor, event, given, person_id=held.person_id, campaign=campaign_id, hand_out=held.hand_outs)
    return held
