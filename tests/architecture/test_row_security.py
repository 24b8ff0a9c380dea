from dataclasses import replace

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from linkworks.domain.people.models import Person, Restriction
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.row_security import OPEN_TABLES, _tables, scope_of
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db


def test_every_table_says_who_may_see_its_rows():
    for model in _tables():
        scope_of(model)


def test_no_open_table_is_listed_for_nothing():
    used = {label for model in _tables() for label in (model._meta.app_label, model._meta.label_lower)}
    assert used >= OPEN_TABLES.keys()


def test_a_forgotten_filter_shows_another_team_nothing(team, other_team_worker, link_worker):
    person = PersonFactory(team=team)
    with acting(link_worker):
        assert Person.objects.filter(pk=person.pk).exists()
    with acting(other_team_worker):
        assert not Person.objects.exists()


def test_nobody_and_a_commissioner_see_no_person(team, commissioner):
    PersonFactory(team=team)
    for actor in (Actor.nobody(), commissioner):
        with acting(actor):
            assert not Person.objects.exists()


def test_whoever_may_see_one_person_only_sees_nobody_else(team, link_worker):
    person, other = PersonFactory.create_batch(2, team=team)
    Restriction.objects.create(
        team=team, person=other, staff_ids=[link_worker.user_id], reason="Theirs", placed_by_id=link_worker.user_id
    )
    with acting(replace(link_worker, only_person=person.pk)):
        assert set(Person.objects.all()) == {person}
        assert not Restriction.objects.exists()
    with acting(link_worker):
        assert set(Person.objects.all()) == {person, other}


def test_a_row_cannot_be_written_into_another_team(team, other_team_worker):
    with acting(other_team_worker), pytest.raises(ProgrammingError), transaction.atomic():
        PersonFactory(team=team)


def test_a_restricted_person_is_hidden_from_all_but_the_named(team, link_worker, second_worker, team_lead):
    person = PersonFactory(team=team)
    Restriction.objects.create(
        team=team, person=person, staff_ids=[link_worker.user_id], reason="Works here", placed_by_id=team_lead.user_id
    )
    with acting(link_worker):
        assert Person.objects.filter(pk=person.pk).exists()
    for actor in (second_worker, team_lead):
        with acting(actor):
            assert not Person.objects.filter(pk=person.pk).exists()


def test_workers_that_read_a_table_together_stand_behind_the_same_line(team, link_worker, other_team_worker, team_lead):
    person, hidden = PersonFactory.create_batch(2, team=team)
    Restriction.objects.create(
        team=team, person=hidden, staff_ids=[team_lead.user_id], reason="Works here", placed_by_id=team_lead.user_id
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL debug_parallel_query = on")
    for actor, seen in ((link_worker, {person}), (team_lead, {person, hidden}), (other_team_worker, set())):
        with acting(actor):
            assert set(Person.objects.all()) == seen
            assert "Gather" in Person.objects.explain()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE audit_changeentry SET event = 'x'",
        "DELETE FROM audit_changeentry",
        "TRUNCATE audit_changeentry",
        "DELETE FROM people_person",
        "UPDATE people_personevent SET given_name = 'x'",
    ],
)
def test_the_application_cannot_alter_or_delete_what_is_written_once(team, deed):
    with pytest.raises((ProgrammingError, InternalError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(deed)


def test_history_keeps_the_values_behind_the_same_line(team, other_team_worker):
    person = PersonFactory(team=team, given_name="Rosa")
    person.change(given_name="Rose")
    history = Person.pgh_event_model.objects
    assert sorted(history.values_list("given_name", flat=True)) == ["Rosa", "Rose"]
    with acting(other_team_worker):
        assert not history.exists()


def test_logs_of_one_team_are_hidden_from_another(team, link_worker, other_team_worker):
    ChangeEntry.objects.create(team_id=team.pk, event="x", actor_kind="system", actor_name="test", request_id="")
    with acting(other_team_worker):
        assert not ChangeEntry.objects.exists()
