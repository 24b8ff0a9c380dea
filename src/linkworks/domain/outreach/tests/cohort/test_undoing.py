"""What a list brought is taken back, while nobody has built on it."""

import pytest

from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.erase import drop_list, erase_old_lists
from linkworks.domain.outreach.actions.cohort.undo import ask_to_undo
from linkworks.domain.outreach.choices import CohortState, QueueState
from linkworks.domain.outreach.models import CampaignContact, CohortRow
from linkworks.domain.outreach.tests.cohort.sending import HEADINGS, person, send_and_match
from linkworks.domain.people.models import ContactDetail, Person
from linkworks.domain.people.selectors.records import read_filings
from linkworks.domain.people.tests.factories import AlertFactory, PersonFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.nhs_number import make_test_number

pytestmark = pytest.mark.django_db

NHS = make_test_number(18)


@pytest.fixture
def mary(team):
    return PersonFactory(
        team=team, given_name="Mary", family_name="O'Brien", date_of_birth="1951-03-04", nhs_number=NHS
    )


@pytest.fixture
def committed(coordinator, campaign, mary):
    rows = [
        person(nhs_no=NHS, address="1 Lee Road"),
        person("2", "Adeyemi", "Tunde", dob="1/1/1980", phone="07700900999"),
        person("3", "Marsh", "Ann", dob="2/2/1940", phone=""),
    ]
    batch = send_and_match(coordinator, campaign, rows)
    ask_to_commit(coordinator, batch=batch)
    return batch


def test_people_who_came_with_it_go_and_what_was_added_is_taken_back(coordinator, committed, mary):
    assert CampaignContact.objects.count() == 3
    tunde = Person.objects.get(given_name="Tunde").pk
    ask_to_undo(coordinator, batch=committed)
    assert committed.state == CohortState.UNDONE
    assert list(Person.objects.all()) == [mary]
    assert not CampaignContact.objects.exists()
    mary.refresh_from_db()
    assert mary.address_line_1 == ""
    assert not ContactDetail.objects.filter(person=mary, ended_at=None).exists()
    assert read_filings(Actor.system("test", coordinator.team_id), [tunde])[tunde].keys == frozenset()


def test_whoever_has_no_number_and_was_said_to_have_died_is_tried_another_way_again(coordinator, campaign, mary):
    before = send_and_match(coordinator, campaign, [person(nhs_no=NHS, phone="")])
    ask_to_commit(coordinator, batch=before)
    contact = CampaignContact.objects.get(person=mary)
    assert contact.state == QueueState.LADDER
    headings = (*HEADINGS, "Date of death")
    died = send_and_match(coordinator, campaign, [[*person(nhs_no=NHS, phone=""), "1/2/2026"]], headings=headings)
    ask_to_commit(coordinator, batch=died)
    contact.refresh_from_db()
    assert contact.state == QueueState.ENDED
    ask_to_undo(coordinator, batch=died)
    contact.refresh_from_db()
    assert (died.state, contact.state, contact.ending) == (CohortState.UNDONE, QueueState.LADDER, "")


def test_what_one_row_of_somebody_new_added_to_another_goes_with_them(coordinator, campaign):
    alike = {"surname": "McAllister", "dob": "1/8/1944", "address": "4 Bell Green", "postcode": "SE6 4RU"}
    rows = [person(forename="Elizabeth", **alike), person("2", forename="Betty", **alike | {"phone": "07700900555"})]
    batch = send_and_match(coordinator, campaign, rows)
    ask_to_commit(coordinator, batch=batch)
    assert ContactDetail.objects.filter(value="+447700900555").exists()
    ask_to_undo(coordinator, batch=batch)
    assert (batch.state, batch.stopped_because) == (CohortState.UNDONE, "")
    assert not Person.objects.exists()


def test_the_same_file_may_come_again_after_that(coordinator, campaign, committed):
    ask_to_undo(coordinator, batch=committed)
    again = send_and_match(coordinator, campaign, [row.came for row in CohortRow.objects.order_by("number")])
    ask_to_commit(coordinator, batch=again)
    assert CampaignContact.objects.count() == 3


def test_not_once_somebody_has_been_rung(coordinator, committed):
    CampaignContact.objects.filter(state=QueueState.READY).update(hand_outs=1)
    with pytest.raises(Refused, match="rung"):
        ask_to_undo(coordinator, batch=committed)


def test_not_once_a_record_was_changed(coordinator, committed):
    Person.objects.get(given_name="Tunde").change(town="Deptford")
    with pytest.raises(Refused, match="changed since"):
        ask_to_undo(coordinator, batch=committed)


def test_whoever_is_used_elsewhere_keeps_the_list_where_it_is(coordinator, committed):
    AlertFactory(person=Person.objects.get(given_name="Tunde"))
    ask_to_undo(coordinator, batch=committed)
    assert (committed.state, "in use" in committed.stopped_because) == (CohortState.COMMITTED, True)
    assert CampaignContact.objects.count() == 3


def test_a_dropped_list_leaves_no_rows(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, [person()])
    drop_list(coordinator, batch=batch)
    assert batch.state == CohortState.DROPPED
    assert not CohortRow.objects.exists()


def test_what_was_added_is_not_dropped(coordinator, committed):
    with pytest.raises(Refused):
        drop_list(coordinator, batch=committed)


def test_rows_go_after_the_day_that_was_said_and_people_stay(coordinator, committed):
    actor = Actor.system("test", coordinator.team_id)
    type(committed).objects.filter(pk=committed.pk).update(delete_by=clock.today())
    erase_old_lists(actor)
    assert CohortRow.objects.count() == 3
    type(committed).objects.filter(pk=committed.pk).update(delete_by="2020-01-01")
    erase_old_lists(actor)
    committed.refresh_from_db()
    assert committed.erased_at is not None
    assert not CohortRow.objects.exists()
    assert CampaignContact.objects.count() == 3
