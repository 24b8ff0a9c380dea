import pytest
from django.urls import reverse

from linkworks.domain.people.models import Restriction
from linkworks.domain.people.tests.factories import RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

pytestmark = pytest.mark.django_db

LIST = "/people/restricted"


@pytest.fixture
def restriction(person, link_worker, team_lead):
    return RestrictionFactory(person=person, staff_ids=[link_worker.user_id], placed_by_id=team_lead.user_id)


def test_the_lead_restricts_a_record_and_loses_sight_of_it(signed_in, say_why, team_lead, link_worker, person):
    client = signed_in(say_why(team_lead, person))
    response = client.post(
        reverse("people:restrict", args=[person.pk]),
        {"staff_ids": [str(link_worker.user_id)], "reason": "Rosa is my sister"},
    )
    assert response["Location"] == LIST
    html = client.get(LIST).content.decode()
    assert "Amina Yusuf" in html
    assert "Rosa is my sister" not in html
    assert client.get(reverse("people:person", args=[person.pk])).status_code == 404


def test_nobody_named_is_no_restriction(signed_in, say_why, team_lead, person):
    client = signed_in(say_why(team_lead, person))
    response = client.post(reverse("people:restrict", args=[person.pk]), {"reason": "Rosa is my sister"})
    assert response.status_code == 422
    assert "Choose at least one colleague" in response.content.decode()


def test_a_worker_who_may_open_the_record_may_not_restrict_it(opened, person):
    assert opened.get(reverse("people:restrict", args=[person.pk])).status_code == 403


def test_the_lead_changes_and_ends_a_restriction_without_being_named(signed_in, team_lead, second_worker, restriction):
    client = signed_in(team_lead)
    change, end = (reverse(f"people:{name}", args=[restriction.pk]) for name in ("restriction", "restriction_end"))
    assert "Rosa" not in client.get(change).content.decode()
    assert client.post(change, {"staff_ids": [str(second_worker.user_id)], "_version": "1"}).status_code == 302
    assert client.post(end, {"_version": "1"}).status_code == 409
    assert client.post(end, {"_version": "2"}).status_code == 302
    with acting(Actor.system("test", team_lead.team_id)):
        restriction = Restriction.objects.get()
    assert (restriction.staff_ids, bool(restriction.ended_at)) == ([second_worker.user_id], True)


def test_no_restriction_is_said_kindly(signed_in, team_lead):
    assert "No record is restricted." in signed_in(team_lead).get(LIST).content.decode()


@pytest.mark.parametrize("who", ["link_worker", "coordinator", "commissioner", "other_team_worker"])
def test_nobody_else_sees_the_list(request, signed_in, restriction, who):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(LIST).status_code == 404
    assert client.get(reverse("people:restriction", args=[restriction.pk])).status_code == 404
