"""A list becomes people in the campaign."""

from datetime import timedelta

import pytest

from linkworks.domain.outreach.actions.cohort import fresh
from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.decide import decide_row, decide_section
from linkworks.domain.outreach.choices import CohortState, Ending, QueueState, RowDecision, Section
from linkworks.domain.outreach.models import CampaignContact, CohortRow, OptOut
from linkworks.domain.outreach.selectors.cohort import list_rows
from linkworks.domain.outreach.tests.cohort.sending import person, send_and_match
from linkworks.domain.people.models import Addition, ContactDetail, Person
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, Refused
from linkworks.foundation.core.nhs_number import make_test_number

pytestmark = pytest.mark.django_db

NHS, OTHER_NHS = make_test_number(18), make_test_number(27)


@pytest.fixture
def mary(team):
    known = PersonFactory(
        team=team, given_name="Mary", family_name="O'Brien", date_of_birth="1951-03-04", nhs_number=NHS, postcode=""
    )
    ContactDetailFactory(person=known, value="+447700900123")
    return known


def commit(actor, campaign, *rows, **more):
    batch = send_and_match(actor, campaign, list(rows), **more)
    ask_to_commit(actor, batch=batch)
    return batch


def contact_of(person):
    return CampaignContact.objects.get(person=person)


def test_somebody_new_is_registered_and_can_be_rung(coordinator, campaign):
    batch = commit(coordinator, campaign, person(address="1 Lee Road", postcode="SE13 5LQ", priority="first"))
    made = Person.objects.get()
    assert (made.given_name, made.family_name, made.postcode) == ("Mary", "O'Brien", "SE13 5LQ")
    contact = contact_of(made)
    assert (contact.state, contact.phone_key, contact.band.name) == (QueueState.READY, "+447700900123", "First")
    assert contact.created_at - contact.rank_at > timedelta(hours=7)
    assert batch.state == CohortState.COMMITTED
    assert ChangeEntry.objects.filter(event="person.registered", person_id=made.pk).count() == 1
    assert ChangeEntry.objects.filter(event="campaign.person_added", person_id=made.pk).count() == 1


def test_what_is_new_of_somebody_known_is_added_and_nothing_is_overwritten(coordinator, campaign, mary):
    row = person(forename="Maryann", nhs_no=NHS, phone="07700 900123 / 020 7946 0123", address="1 Lee Road")
    commit(coordinator, campaign, row)
    mary.refresh_from_db()
    assert (mary.given_name, mary.address_line_1) == ("Mary", "1 Lee Road")
    values = ContactDetail.objects.filter(person=mary).values_list("value", flat=True)
    assert sorted(values) == ["+442079460123", "+447700900123"]
    assert Addition.objects.get().source_id == CohortRow.objects.get().pk


def test_a_number_that_proved_wrong_does_not_come_back(coordinator, campaign, mary):
    ContactDetail.objects.get().change(ended_at=mary.created_at)
    commit(coordinator, campaign, person(nhs_no=NHS))
    assert contact_of(mary).state == QueueState.LADDER


def test_without_a_number_one_is_looked_for(coordinator, campaign):
    commit(coordinator, campaign, person(phone="ex dir"))
    assert contact_of(Person.objects.get()).state == QueueState.LADDER


def test_the_dead_and_those_not_to_be_rung_are_done_before_the_first_call(coordinator, campaign, mary):
    headings = ["Surname", "Forename", "NHS No", "Phone", "Date of death", "Do not call"]
    rows = [
        ["O'Brien", "Mary", NHS, "", "1/2/2020", ""],
        ["Adeyemi", "Tunde", OTHER_NHS, "07700 900555", "", "yes"],
        ["Marsh", "Ann", "", "07700 900556", "3/2/2020", ""],
    ]
    commit(coordinator, campaign, *rows, headings=headings)
    ann, tunde = Person.objects.get(given_name="Ann"), Person.objects.get(given_name="Tunde")
    assert [contact_of(one).ending for one in (mary, tunde, ann)] == [Ending.DIED, Ending.DECLINED, Ending.DIED]
    assert contact_of(mary).ending_words.startswith("The list of Lewisham Public Health says")
    mary.refresh_from_db()
    assert mary.died_on is None
    assert str(ann.died_on) == "2020-02-03"
    assert OptOut.objects.get().person == tunde


def test_who_comes_twice_comes_once_with_both_numbers(coordinator, campaign):
    commit(coordinator, campaign, person(nhs_no=NHS), person("2", nhs_no=NHS, phone="020 7946 0123"))
    made = Person.objects.get()
    assert ContactDetail.objects.filter(person=made).count() == 2
    assert {row.contact for row in CohortRow.objects.all()} == {contact_of(made)}


def test_rows_in_doubt_are_decided_first(coordinator, campaign, mary):
    batch = send_and_match(coordinator, campaign, [person(nhs_no=OTHER_NHS)])
    with pytest.raises(Refused, match="still wait for a decision: 1"):
        ask_to_commit(coordinator, batch=batch)
    row = list_rows(coordinator, batch).get()
    decide_row(coordinator, row=row, decision=RowDecision.NEW)
    ask_to_commit(coordinator, batch=batch)
    assert Person.objects.get(nhs_number=OTHER_NHS) != mary


def test_two_people_with_one_nhs_number_leave_it_with_whom_it_is(coordinator, campaign, mary):
    tunde = person(surname="Adeyemi", forename="Tunde", dob="1/1/1980", phone="07700900999", nhs_no=NHS)
    batch = send_and_match(coordinator, campaign, [tunde])
    decide_row(coordinator, row=list_rows(coordinator, batch).get(), decision=RowDecision.NEW)
    ask_to_commit(coordinator, batch=batch)
    assert Person.objects.get(given_name="Tunde").nhs_number == ""


def test_left_out_needs_a_reason_and_a_second_look_counts(coordinator, team_lead, campaign):
    batch = send_and_match(coordinator, campaign, [person()])
    row = list_rows(coordinator, batch).get()
    with pytest.raises(Refused, match="Say why"):
        decide_row(coordinator, row=row, decision=RowDecision.LEAVE_OUT)
    decide_row(coordinator, row=row, decision=RowDecision.LEAVE_OUT, reason="Moved to Kent", expected_version=1)
    with pytest.raises(Conflict):
        decide_row(team_lead, row=row, decision=RowDecision.NEW, expected_version=1)
    batch.refresh_from_db()
    ask_to_commit(coordinator, batch=batch)
    assert not Person.objects.exists()


def test_a_section_is_decided_together_but_not_where_each_needs_a_look(coordinator, campaign, mary):
    rows = [
        person(nhs_no=OTHER_NHS),
        person("2", "", "", dob="", phone="07700900777"),
        *(person(str(n), f"Marsh{n}", dob=f"{n}/1/1950") for n in range(3, 9)),
    ]
    batch = send_and_match(coordinator, campaign, rows)
    with pytest.raises(Refused, match="one by one"):
        decide_section(coordinator, batch=batch, section=Section.CONFLICT, decision=RowDecision.NEW)
    out = {"decision": RowDecision.LEAVE_OUT, "reason": "Nobody knows who"}
    assert decide_section(coordinator, batch=batch, section=Section.UNREADABLE, **out) == 1


def test_what_changes_of_others_costs_a_list_nothing(coordinator, campaign, team, monkeypatch):
    """Of millions of rows, no part is compared anew because somebody else's record was changed meanwhile."""
    batch = send_and_match(coordinator, campaign, [person()])
    PersonFactory(team=team, given_name="Tunde", family_name="Adeyemi", date_of_birth="1980-01-01")
    monkeypatch.setattr(fresh, "sort_rows", None)
    ask_to_commit(coordinator, batch=batch)
    assert CampaignContact.objects.get().person.family_name == "O'Brien"


def test_a_row_that_has_changed_since_goes_back(coordinator, campaign):
    rows = [person(nhs_no=NHS), person("2", "Adeyemi", "Tunde", dob="1/1/1980", phone="07700900999")]
    batch = send_and_match(coordinator, campaign, rows)
    meanwhile = PersonFactory(
        team=campaign.team, given_name="Mary", family_name="O'Brien", date_of_birth="1951-03-04", nhs_number=NHS
    )
    ask_to_commit(coordinator, batch=batch)
    assert batch.state == CohortState.REVIEW
    back = list_rows(coordinator, batch, undecided=True).get()
    assert (back.section, back.person, "changed" in back.reason) == (Section.SAME, meanwhile, True)
    assert CampaignContact.objects.count() == 1
    decide_row(coordinator, row=back, decision=RowDecision.SAME)
    ask_to_commit(coordinator, batch=batch)
    assert (batch.state, CampaignContact.objects.count()) == (CohortState.COMMITTED, 2)


def test_a_list_is_added_once(coordinator, campaign):
    batch = commit(coordinator, campaign, person())
    with pytest.raises(Refused):
        ask_to_commit(coordinator, batch=batch)
