from datetime import date

import pytest

from linkworks.domain.people import deaths
from linkworks.domain.people.actions.death import record_death, take_back_death
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.core.errors import NotAllowed
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel, MessageStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def send(actor, person, channel, recipient):
    return outbox.put(
        actor,
        team_id=person.team_id,
        channel=channel,
        recipient=recipient,
        subject="",
        body="Tomorrow at 2",
        about_person_id=person.pk,
    )


def status(message):
    message.refresh_from_db()
    return message.status


def test_messages_to_the_person_are_held_back_and_those_to_the_practice_leave(link_worker, person):
    mobile = ContactDetailFactory(person=person)
    text = send(link_worker, person, Channel.TEXT, mobile.value)
    letter = send(link_worker, person, Channel.LETTER, "1 Creek Road")
    practice = send(link_worker, person, Channel.EMAIL, "practice@example.org")
    record_death(link_worker, person=person, expected_version=1, died_on=date(2026, 3, 1))
    assert [status(text), status(letter)] == [MessageStatus.CANCELLED] * 2
    assert status(practice) == MessageStatus.WAITING


def test_apps_above_hear_of_it_in_the_same_transaction(link_worker, person, monkeypatch):
    heard = []
    monkeypatch.setattr(deaths._deaths, "_followers", [])
    deaths.register(lambda actor, person: heard.append((actor, person.died_on)))
    record_death(link_worker, person=person, expected_version=1, died_on=date(2026, 3, 1))
    assert heard == [(link_worker, date(2026, 3, 1))]


def test_a_mistake_can_be_taken_back(link_worker, person):
    record_death(link_worker, person=person, expected_version=1, died_on=date(2026, 3, 1))
    take_back_death(link_worker, person=person, expected_version=2)
    assert person.died_on is None


def test_a_commissioner_may_not(commissioner, person):
    with pytest.raises(NotAllowed):
        record_death(commissioner, person=person, expected_version=1, died_on=date(2026, 3, 1))
