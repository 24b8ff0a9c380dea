"""Handing somebody out to be rung: to one caller at a time, for a while, with a token that proves it.

The call itself happens outside any transaction. What a row says of who holds it, and until when by the database's own
clock, is all there is: a caller who vanishes gives the person back by doing nothing. The two partial unique indexes
(one call a number, one a caller) are the truth; what the statement asks about the number beforehand only saves tries.
"""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, connection
from django.db.models.functions import Now

from linkworks.domain.outreach.actions.codes import codes_in, first_free
from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallerShift, CampaignContact, HandOut, opted_out
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.selectors.holds import Held, queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.prepared import prepared_cursor

GONE = "This call has gone back to the queue. What you type into the note is still kept."
TRIES = 5
WOKEN_AT_ONCE = 1000

# Who was done and rang us kept their ending while they were on the line, and has it still.
_LET_GO = """UPDATE outreach_campaigncontact AS c
SET state = CASE c.ending WHEN '' THEN 'ready' ELSE 'ended' END, wakes_at = NULL, holder_id = NULL, token = NULL"""

# Whoever has rested long enough, and whoever was held by somebody who gave no sign for too long.
_WAKE = f"""
WITH due AS MATERIALIZED (
    SELECT id FROM outreach_campaigncontact
    WHERE campaign_id = %(campaign)s AND state IN ('resting', 'on_a_call') AND wakes_at <= statement_timestamp()
    ORDER BY wakes_at LIMIT %(at_once)s FOR UPDATE SKIP LOCKED
)
{_LET_GO}
FROM due WHERE c.id = due.id
"""  # noqa: S608 (only words of ours)  # nosec B608

# Whom the caller already holds; whether the campaign rings at this moment; and if so, whether anybody must be woken.
_STANDING = """
SELECT h.id, h.person_id, h.token, h.wakes_at, h.hand_outs, rings.wakes FROM (VALUES (0)) AS one
LEFT JOIN outreach_campaigncontact h ON h.holder_id = %(me)s AND h.state = 'on_a_call'
LEFT JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM outreach_campaigncontact
        WHERE campaign_id = %(campaign)s AND state IN ('resting', 'on_a_call') AND wakes_at <= statement_timestamp()
    ) AS wakes
    FROM outreach_campaign p JOIN outreach_callingwindow w ON w.campaign_id = p.id
    WHERE p.id = %(campaign)s AND p.state = 'open'
      AND w.weekday = extract(isodow FROM statement_timestamp() AT TIME ZONE p.zone)
      AND (statement_timestamp() AT TIME ZONE p.zone)::time >= w.opens
      AND (statement_timestamp() AT TIME ZONE p.zone)::time < w.closes
    LIMIT 1
) AS rings ON true
"""

# Row by row in the order of the index until one can be taken: `OFFSET 0` keeps PostgreSQL from asking of all at once.
# A language goes to any caller, with an interpreter, only while nobody who speaks it is there; so does a promise.
_TAKE = f"""
WITH others AS MATERIALIZED (
    SELECT user_id, languages FROM outreach_callershift
    WHERE campaign_id = %(campaign)s AND user_id <> %(me)s AND paused_at IS NULL
      AND seen_at > statement_timestamp() - interval '5 minutes'
), mine AS MATERIALIZED (
    SELECT languages::text[], skills::text[] FROM outreach_callershift
    WHERE campaign_id = %(campaign)s AND user_id = %(me)s
), there AS MATERIALIZED (
    SELECT coalesce(array_agg(DISTINCT user_id), '{{}}') AS people,
           coalesce(array_agg(DISTINCT spoken), '{{}}') AS languages
    FROM others, unnest(languages::text[]) AS spoken
), seen AS (
    UPDATE outreach_callershift SET seen_at = statement_timestamp(), paused_at = NULL
    WHERE campaign_id = %(campaign)s AND user_id = %(me)s
), pick AS MATERIALIZED (
    SELECT c.id FROM outreach_campaigncontact c, mine, there
    WHERE c.campaign_id = %(campaign)s AND c.state = 'ready'
      AND (c.language = ANY (mine.languages) OR NOT c.language = ANY (there.languages))
      AND (c.skill = '' OR c.skill = ANY (mine.skills))
      AND (c.promised_to_id IS NULL OR c.promised_to_id = %(me)s OR NOT c.promised_to_id = ANY (there.people))
      AND NOT EXISTS (SELECT FROM outreach_campaigncontact h
                      WHERE h.team_id = c.team_id AND h.phone_key = c.phone_key AND h.state = 'on_a_call' OFFSET 0)
      AND NOT EXISTS (SELECT FROM people_person p WHERE p.id = c.person_id AND p.died_on IS NOT NULL OFFSET 0)
      AND NOT {opted_out("c.person_id", "c.campaign_id")}
    ORDER BY c.is_promised DESC, c.rank_at, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
)
UPDATE outreach_campaigncontact AS c
SET state = 'on_a_call', holder_id = %(me)s, token = %(token)s, hand_outs = c.hand_outs + 1,
    wakes_at = statement_timestamp() + (SELECT hold FROM outreach_campaign WHERE id = %(campaign)s)
FROM pick WHERE c.id = pick.id
RETURNING c.id, c.person_id, c.token, c.wakes_at, c.hand_outs, ARRAY(
    SELECT h.code FROM outreach_handout h
    WHERE h.team_id = c.team_id AND h.code = ANY (%(codes)s) AND h.at > statement_timestamp() - %(good_for)s
)
"""  # noqa: S608 (only words of ours)  # nosec B608

_KEEP = """
UPDATE outreach_campaigncontact AS c SET wakes_at = statement_timestamp() + p.hold
FROM outreach_campaign p
WHERE p.id = c.campaign_id AND c.token = %(token)s AND c.holder_id = %(me)s AND c.state = 'on_a_call'
RETURNING c.wakes_at, c.campaign_id
"""

_GIVE_BACK = f"""
{_LET_GO}
WHERE c.token = %(token)s AND c.holder_id = %(me)s AND c.state = 'on_a_call'
RETURNING c.person_id, c.campaign_id, c.state
"""


def take_next_call(actor: Actor, *, campaign_id: UUID) -> Held | None:
    """The next person to ring; the one whom the actor already holds, if any; None where nobody can be rung now.

    Take nobody while a transaction of the caller's own is open: others wait for its end.
    """
    require(may_ring, actor)
    for _ in range(TRIES):
        # Another caller may reach the same number, or the same caller's other tab, in the same instant: then again.
        with suppress(IntegrityError):
            return _take_once(actor, campaign_id)
    return None


def keep_call(actor: Actor, *, token: UUID) -> datetime | None:
    """A sign that the call goes on: until when it is kept, or None where it is no longer theirs."""
    with acting(queue(actor)), connection.cursor() as cursor:
        cursor.execute(_KEEP, {"token": token, "me": actor.user_id})
        row = cursor.fetchone()
        if row is None:
            return None
        until: datetime = row[0]
        CallerShift.objects.filter(campaign_id=row[1], user_id=actor.own_id).update(seen_at=Now())
    return until


def own_call(actor: Actor, token: UUID) -> CampaignContact:
    """Whoever the caller has on the line with this token, as the queue sees them; ask while acting for it.

    Raises Refused where the call is no longer theirs.
    """
    held = CampaignContact.objects.filter(token=token, holder_id=actor.own_id).select_related("campaign__script")
    contact: CampaignContact | None = held.first()
    if contact is None:
        raise Refused(GONE)
    return contact


def give_back(actor: Actor, *, token: UUID) -> QueueState | None:
    """The person keeps their place; who was done and rang us is done. None where they are no longer the actor's."""
    with acting(queue(actor)), connection.cursor() as cursor:
        cursor.execute(_GIVE_BACK, {"token": token, "me": actor.user_id})
        row = cursor.fetchone()
        if row is None:
            return None
        person_id, campaign_id, state = row
        record(actor, "call.given_back", person_id=person_id, campaign=campaign_id)
    return QueueState(state)


def proof(actor: Actor, held: Held, code: str, *, is_incoming: bool = False) -> HandOut:
    """Who saves late shows a token that the person's row no longer has."""
    return HandOut(
        team_id=actor.own_team,
        person_id=held.person_id,
        contact_id=held.contact_id,
        token=held.token,
        code=code,
        is_incoming=is_incoming,
        by_id=actor.own_id,
        at=clock.now(),
    )


def _take_once(actor: Actor, campaign_id: UUID) -> Held | None:
    token = uuid4()
    wanted: dict[str, Any] = {"campaign": campaign_id, "me": actor.user_id}
    codes = {"codes": codes_in(token), "good_for": HandOut.CODE_GOOD_FOR}
    with acting(queue(actor)), prepared_cursor() as cursor:
        cursor.execute(_STANDING, wanted)
        *held, must_wake = cursor.fetchone()
        if held[0] is not None:
            return Held(*held)
        if must_wake is None:
            return None
        if must_wake:
            cursor.execute(_WAKE, wanted | {"at_once": WOKEN_AT_ONCE})
        cursor.execute(_TAKE, wanted | codes | {"token": token})
        if not (row := cursor.fetchone()):
            return None
        *held, in_use = row
        taken = Held(*held)
        given = proof(actor, taken, first_free(token, in_use))
        told: dict[str, Any] = {"campaign": campaign_id, "hand_out": taken.hand_outs}
        record(actor, "call.handed_out", given, person_id=taken.person_id, **told)
    return taken
