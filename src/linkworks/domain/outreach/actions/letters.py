"""E-mail to staff that something of the calls waits for them. It says so, and nothing about anybody."""

from collections.abc import Iterable

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel


def write_to_leads(actor: Actor, subject: str, body: str) -> None:
    """To whoever leads the team; to its coordinators, where nobody does."""
    leads = list_colleagues(actor, Role.TEAM_LEAD) or list_colleagues(actor, Role.COORDINATOR)
    write_to_staff(actor, leads, subject, body)


def write_to_staff(actor: Actor, people: Iterable[User], subject: str, body: str) -> None:
    for one in people:
        outbox.put(
            actor, team_id=actor.own_team, channel=Channel.EMAIL, recipient=one.email, subject=subject, body=body
        )
