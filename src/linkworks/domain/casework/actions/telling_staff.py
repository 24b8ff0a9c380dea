"""E-mail to staff that something waits for them. It says so, and nothing about anybody."""

from collections.abc import Iterable
from datetime import timedelta

from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

WAITS = (timedelta(hours=1), timedelta(hours=1), timedelta(hours=2), timedelta(hours=4))
"""Until the first reminder, the second, and so on; the last wait goes on until somebody has acted."""


def tell_staff(actor: Actor, about: PersonRecord, people: Iterable[User], *, subject: str, body: str) -> None:
    for user in dict.fromkeys(people):
        outbox.put(
            actor,
            team_id=about.team_id,
            channel=Channel.EMAIL,
            recipient=user.email,
            subject=subject,
            body=body,
            about_person_id=about.person_id,
        )


def wait_after(reminders: int) -> timedelta:
    """How long until the next reminder, after so many."""
    return WAITS[min(reminders, len(WAITS) - 1)]
