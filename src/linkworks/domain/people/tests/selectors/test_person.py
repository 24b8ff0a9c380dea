import pytest

from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert
from linkworks.domain.people.selectors.person import (
    before_contact,
    find_holder_of_nhs_number,
    get_person,
    get_records,
    get_row,
)
from linkworks.domain.people.tests.factories import (
    AdjustmentFactory,
    AlertFactory,
    ConsentFactory,
    ContactDetailFactory,
    PersonFactory,
    RelatedPersonFactory,
    RestrictionFactory,
)
from linkworks.foundation.access import openings
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, ReasonNeeded

pytestmark = pytest.mark.django_db


def say_why(actor, person):
    RecordOpening.objects.create(
        team_id=actor.team_id,
        person_id=person.pk,
        user_id=actor.user_id,
        on_day=clock.today(),
        reason=RecordOpening.Reason.CLIENT_RANG,
    )


def test_a_person_opens_once_a_reason_was_given(team, link_worker, second_worker):
    person = PersonFactory(team=team)
    with pytest.raises(ReasonNeeded) as needed:
        get_person(link_worker, person.pk)
    assert needed.value.person_id == person.pk
    say_why(link_worker, person)
    assert get_person(link_worker, person.pk) == person
    with pytest.raises(ReasonNeeded):
        get_person(second_worker, person.pk)


def test_an_app_above_can_say_that_a_person_is_one_of_the_actors_own(team, link_worker, monkeypatch):
    monkeypatch.setattr(openings, "_looks_after", [])
    person = PersonFactory(team=team)
    openings.register(lambda actor, person_id: person_id == person.pk)
    assert get_person(link_worker, person.pk) == person


def test_a_job_needs_no_reason(team):
    person = PersonFactory(team=team)
    assert get_person(Actor.system("test", team.pk), person.pk) == person


def test_another_team_and_a_commissioner_find_nobody(team, other_team_worker, commissioner):
    person = PersonFactory(team=team)
    for actor in (other_team_worker, commissioner):
        with acting(actor), pytest.raises(NotFound):
            get_person(actor, person.pk)


def test_a_restricted_person_is_not_there_for_those_who_are_not_named(team, link_worker, second_worker):
    person = PersonFactory(team=team)
    RestrictionFactory(person=person, staff_ids=[link_worker.user_id], placed_by_id=link_worker.user_id)
    with acting(second_worker), pytest.raises(NotFound):
        get_person(second_worker, person.pk)


def test_a_row_of_somebody_else_is_not_found(team, link_worker):
    alert = AlertFactory(person=PersonFactory(team=team))
    assert get_row(link_worker, alert.person, Alert, alert.pk) == alert
    with pytest.raises(NotFound):
        get_row(link_worker, PersonFactory(team=team), Alert, alert.pk)


def test_records_hold_what_stands_and_every_consent(team, link_worker, django_assert_num_queries):
    person = PersonFactory(team=team)
    home = ContactDetailFactory(person=person)
    mobile = ContactDetailFactory(person=person, is_preferred=True)
    ContactDetailFactory(person=person, ended_at=clock.now())
    AlertFactory(person=person, ended_at=clock.now())
    supporter, consent = RelatedPersonFactory(person=person), ConsentFactory(person=person, withdrawn_at=clock.now())
    with django_assert_num_queries(1):
        records = get_records(link_worker, person)
    assert records.details == [mobile, home]
    assert records.alerts == records.restrictions == []
    assert (records.supporters, records.consents) == ([supporter], [consent])


def test_before_contact_tells_of_many_people_in_one_query(team, link_worker, django_assert_num_queries):
    rosa, other = PersonFactory(team=team), PersonFactory(team=team)
    alert = AlertFactory(person=rosa, kind=AlertKind.NO_VOICEMAIL)
    adjustment, detail = AdjustmentFactory(person=rosa), ContactDetailFactory(person=rosa)
    with django_assert_num_queries(1):
        facts = before_contact(link_worker, [rosa.pk, other.pk])
    assert (facts[rosa.pk].alerts, facts[rosa.pk].adjustments, facts[rosa.pk].details) == (
        [alert],
        [adjustment],
        [detail],
    )
    assert facts[other.pk].alerts == []


def test_the_holder_of_an_nhs_number_is_found_in_ones_own_team_only(team, link_worker, other_team_worker):
    person = PersonFactory(team=team, nhs_number="9990000018")
    assert find_holder_of_nhs_number(link_worker, "9990000018") == person
    assert find_holder_of_nhs_number(other_team_worker, "9990000018") is None
    assert find_holder_of_nhs_number(link_worker, "") is None
