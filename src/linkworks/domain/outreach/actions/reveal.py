"""Before a number is shown, it is asked once more whether the person may be rung at all."""

from django.db import connection, transaction

from linkworks.domain.outreach.models import opted_out
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor

# Writing the state sets off the trigger that keeps the dead, and those who asked not to be rung, out of the queue. Who
# was done and rang us keeps their ending until the call is saved.
_STOP = f"""
UPDATE outreach_campaigncontact AS c SET state = c.state
WHERE c.holder_id = %(me)s AND c.state = 'on_a_call'
  AND (EXISTS (SELECT FROM people_person p WHERE p.id = c.person_id AND p.died_on IS NOT NULL)
       OR c.ending = '' AND {opted_out("c.person_id", "c.campaign_id")})
RETURNING c.person_id
"""  # noqa: S608 (only words of ours)  # nosec B608


@transaction.atomic
def stop_unless_may_ring(actor: Actor) -> bool:
    """True where the call on the actor's screen was stopped."""
    require(may_ring, actor)
    with acting(queue(actor)), connection.cursor() as cursor:
        cursor.execute(_STOP, {"me": actor.user_id})
        row = cursor.fetchone()
        if row:
            record(actor, "call.left_at_reveal", person_id=row[0])
    return row is not None
