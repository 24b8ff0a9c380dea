"""E-mail to staff about people who were not reached: that something waits for them, and nothing about anybody."""

from collections.abc import Collection
from uuid import UUID

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

WAITS = "People we could not reach wait for you"
OVERDUE = "People we could not reach wait too long"


def remind_owner(actor: Actor, owner_id: UUID, number: int) -> None:
    people = words.count(number, "person", "people")
    body = f"{people} on a call list could not be reached, and you were to try another way by now."
    _send(actor, {owner_id}, WAITS, f"{body} Who it is stands in Linkworks on My day.")


def tell_leads_of_overdue(actor: Actor, number: int) -> None:
    people = words.count(number, "person has", "people have")
    body = f"{people} been waiting for a day or more after another way of reaching them was due."
    _send(actor, _leads(actor), OVERDUE, f"{body} Who it is stands in Linkworks under “Not reached”.")


def _leads(actor: Actor) -> set[UUID]:
    return set(list_colleagues(actor, Role.TEAM_LEAD).values_list("pk", flat=True))


def _send(actor: Actor, user_ids: Collection[UUID], subject: str, body: str) -> None:
    for user in list_colleagues(actor).filter(pk__in=user_ids):
        outbox.put(
            actor, team_id=actor.own_team, channel=Channel.EMAIL, recipient=user.email, subject=subject, body=body
        )
