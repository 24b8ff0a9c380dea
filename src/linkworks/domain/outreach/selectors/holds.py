"""Who holds whom."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.prepared import prepared_cursor

_HELD = """
SELECT id, person_id, token, wakes_at, hand_outs FROM outreach_campaigncontact
WHERE holder_id = %(me)s AND state = 'on_a_call'
"""


@dataclass(frozen=True)
class Held:
    """Somebody in a caller's hands, until when if no sign is given, and how often they were handed out."""

    contact_id: UUID
    person_id: UUID
    token: UUID
    until: datetime
    hand_outs: int


def queue(actor: Actor) -> Actor:
    """The queue of the actor's team knows everybody in it; a caller, nobody but the person on the line."""
    return Actor.system("call-queue", actor.own_team)


def held_by(actor: Actor) -> Held | None:
    with acting(queue(actor)), prepared_cursor() as cursor:
        cursor.execute(_HELD, {"me": actor.user_id})
        row = cursor.fetchone()
    return Held(*row) if row else None


def on_the_line(actor: Actor, held: Held) -> Actor:
    """The caller while they talk to this person: the database shows them this one person."""
    return replace(actor, sees_people=True, only_person=held.person_id)
