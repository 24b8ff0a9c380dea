"""Somebody has died. Nothing must reach them or their family as if they had not."""

from datetime import date

from django.db import transaction

from linkworks.domain.people import deaths, policies
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.selectors import list_waiting_to


@transaction.atomic
def record_death(actor: Actor, *, person: Person, expected_version: int | None, died_on: date) -> None:
    """Waiting messages to the person are held back; apps above call off what they planned."""
    require(policies.may_edit_person, actor, person)
    person.change(expected_version=expected_version, died_on=died_on)
    addresses = [detail.value for detail in before_contact(actor, [person.pk])[person.pk].details]
    waiting = list_waiting_to(actor, person.pk, addresses)
    cancelled = [outbox.cancel(actor, message_id=message.pk) for message in waiting]
    record(
        actor,
        "person.death_recorded",
        subject=person,
        person_id=person.pk,
        died_on=died_on,
        messages_cancelled=sum(cancelled),
    )
    deaths.announce(actor, person)


@transaction.atomic
def take_back_death(actor: Actor, *, person: Person, expected_version: int | None) -> None:
    """It was a mistake. What was called off stays called off: somebody has to plan it again."""
    require(policies.may_edit_person, actor, person)
    person.change(expected_version=expected_version, died_on=None)
    record(actor, "person.death_taken_back", subject=person, person_id=person.pk)
