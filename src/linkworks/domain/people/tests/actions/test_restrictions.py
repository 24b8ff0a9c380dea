import pytest

from linkworks.domain.people.actions.restrictions import change_restriction, end_restriction, place_restriction
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.restrictions import get_restriction, list_restrictions
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db

WHY = "Rosa is the lead’s sister."


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def sees(actor, person):
    with acting(actor):
        return Person.objects.filter(pk=person.pk).exists()


def place(actor, person, *named):
    with acting(actor):
        return place_restriction(actor, person=person, staff_ids=[one.user_id for one in named], reason=WHY)


def test_the_lead_may_hide_a_record_from_everybody_but_one_worker_and_from_themselves(
    team_lead, link_worker, second_worker, person
):
    place(team_lead, person, link_worker)
    assert [sees(actor, person) for actor in (link_worker, second_worker, team_lead)] == [True, False, False]
    assert ChangeEntry.objects.get().keys == {"staff": 1}


@pytest.mark.parametrize("who", ["nobody", "commissioner", "other_team_worker"])
def test_somebody_who_can_open_the_record_always_remains(request, team_lead, person, who):
    named = [] if who == "nobody" else [request.getfixturevalue(who)]
    with pytest.raises(Refused) as refusal:
        place(team_lead, person, *named)
    assert refusal.value.field == "staff_ids"
    assert sees(team_lead, person)


def test_a_record_is_restricted_once(team_lead, link_worker, person):
    place(team_lead, person, team_lead)
    with pytest.raises(Refused):
        place(team_lead, person, link_worker)


def test_the_lead_sees_that_there_is_a_restriction_and_not_of_whom(team_lead, link_worker, person):
    placed = place(team_lead, person, link_worker)
    with acting(team_lead):
        (told,) = list_restrictions(team_lead)
    assert (told.id, told.staff_names, told.placed_by_name) == (placed.pk, ("Amina Yusuf",), "Carol Whitfield")
    assert not {"person", "person_id", "reason"} & set(vars(type(told)).get("__dataclass_fields__", {}))


def test_the_lead_changes_who_is_named_and_ends_it_without_being_named(team_lead, link_worker, second_worker, person):
    placed = place(team_lead, person, link_worker)
    with acting(team_lead):
        change_restriction(team_lead, restriction_id=placed.pk, expected_version=1, staff_ids=[second_worker.user_id])
    assert [sees(actor, person) for actor in (link_worker, second_worker)] == [False, True]
    with acting(team_lead):
        with pytest.raises(Conflict):
            end_restriction(team_lead, restriction_id=placed.pk, expected_version=1)
        end_restriction(team_lead, restriction_id=placed.pk, expected_version=2)
    assert sees(link_worker, person)
    assert list_restrictions(team_lead) == []


def test_only_the_lead(link_worker, coordinator, commissioner, person):
    for actor in (link_worker, coordinator, commissioner):
        with pytest.raises(NotAllowed):
            place(actor, person, link_worker)
        with pytest.raises(NotFound):
            list_restrictions(actor)


def test_a_restriction_of_another_team_is_not_found(team_lead, link_worker, person, other_team):
    from conftest import member
    from linkworks.foundation.accounts.choices import Role

    placed = place(team_lead, person, link_worker)
    other_lead = member(other_team, Role.TEAM_LEAD, "Other Lead")
    with acting(other_lead):
        with pytest.raises(NotFound):
            get_restriction(other_lead, placed.pk)
        with pytest.raises(NotFound):
            end_restriction(other_lead, restriction_id=placed.pk, expected_version=1)
