from datetime import date

import pytest

from linkworks.domain.people.models import Alert, Consent, ContactDetail, Person, Restriction
from linkworks.domain.people.selectors.records import read_filings
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.actions.identify import (
    confirm_new_person,
    confirm_same_person,
    say_somebody_else,
)
from linkworks.domain.referrals.actions.receive import receive_referral
from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import ReferralStep
from linkworks.domain.referrals.selectors.look_alikes import find_look_alikes
from linkworks.domain.referrals.selectors.referrals import get_referral, list_other_referrals
from linkworks.domain.referrals.tests.factories import ReferralFactory, arrival
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused


@pytest.fixture
def rose(team):
    return PersonFactory(
        team=team, given_name="Rose", family_name="Diaz", date_of_birth=date(1951, 4, 2), postcode="SE13 6JZ"
    )


@pytest.fixture
def undecided(team, rose):
    return receive_referral(Actor.system("public form", team.pk), **arrival())


def test_the_same_person_gets_the_referral_its_steps_and_its_consents(team_lead, undecided, rose):
    confirm_same_person(team_lead, referral=undecided, person_id=rose.pk)

    assert get_referral(team_lead, undecided.pk).person == rose
    assert ReferralStep.objects.get(referral=undecided).person == rose
    assert Consent.objects.filter(person=rose).count() == 3
    assert ChangeEntry.objects.get(event="referral.matched").person_id == rose.pk


def test_a_new_person_is_registered(coordinator, undecided, rose):
    confirm_new_person(coordinator, referral=undecided)
    person = Person.objects.exclude(pk=rose.pk).get()
    assert undecided.person == person
    assert ReferralStep.objects.get(referral=undecided).person == person


def test_different_nhs_numbers_never_merge(team, team_lead, rose):
    referral = receive_referral(team_lead, **arrival(details={"nhs_number": "9990000018"}))
    assert referral.person is None
    rose.change(nhs_number="9990000026")
    with pytest.raises(Refused, match="two people"):
        confirm_same_person(team_lead, referral=referral, person_id=rose.pk)


def test_a_number_on_record_is_not_registered_twice(team, team_lead):
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz", nhs_number="9990000018")
    referral = receive_referral(team_lead, **arrival(details={"nhs_number": "9990000018"}))
    with pytest.raises(Refused, match="Rosa Diaz’s record already has this NHS number"):
        confirm_new_person(team_lead, referral=referral)
    confirm_new_person(team_lead, referral=referral, leave_out_nhs_number=True)
    assert referral.person.nhs_number == ""
    assert referral.nhs_number == "9990000018"


def test_it_is_decided_once(team_lead, undecided, rose):
    confirm_new_person(team_lead, referral=undecided)
    with pytest.raises(Refused, match="decided already"):
        confirm_same_person(team_lead, referral=undecided, person_id=rose.pk)


def test_two_who_decide_at_once_do_not_both(team_lead, coordinator, undecided, rose):
    theirs = get_referral(coordinator, undecided.pk)
    confirm_same_person(team_lead, referral=undecided, person_id=rose.pk)
    with pytest.raises(Conflict):
        confirm_new_person(coordinator, referral=theirs)


def test_only_somebody_who_looks_alike_can_be_the_same(team, team_lead, undecided):
    with pytest.raises(NotFound):
        confirm_same_person(team_lead, referral=undecided, person_id=PersonFactory(team=team).pk)


def test_whoever_cannot_see_a_look_alike_does_not_say_that_there_is_none(team, team_lead, coordinator, undecided, rose):
    Restriction.objects.create(
        team=team, person=rose, staff_ids=[team_lead.user_id], reason="Works here", placed_by_id=team_lead.user_id
    )
    with acting(coordinator), pytest.raises(Refused, match="only named staff"):
        confirm_new_person(coordinator, referral=undecided)
    with acting(team_lead):
        confirm_new_person(team_lead, referral=undecided)


def test_a_link_worker_does_not_decide(link_worker, undecided, rose):
    with pytest.raises(NotAllowed):
        confirm_same_person(link_worker, referral=undecided, person_id=rose.pk)
    with pytest.raises(NotAllowed):
        confirm_new_person(link_worker, referral=undecided)


def test_another_referral_of_the_person_is_shown_to_staff(team, team_lead, undecided, rose):
    earlier = ReferralFactory(team=team, person=rose)
    assert not list_other_referrals(team_lead, undecided)
    confirm_same_person(team_lead, referral=undecided, person_id=rose.pk)
    assert list(list_other_referrals(team_lead, undecided)) == [earlier]


def joined(actor, referral, person):
    confirm_same_person(actor, referral=referral, person_id=person.pk)
    return get_referral(actor, referral.pk)


def undone(actor, referral):
    say_somebody_else(actor, referral=referral, words="Rose rang: she was never referred.")
    return get_referral(actor, referral.pk)


def what_stands(person):
    now = Person.objects.get(pk=person.pk)
    return (
        [getattr(now, name) for name in ("date_of_birth", "nhs_number", "address_line_1", "town", "postcode")],
        ContactDetail.objects.filter(person=person, ended_at__isnull=True).count(),
        Alert.objects.filter(person=person, ended_at__isnull=True).count(),
        Consent.objects.filter(person=person, withdrawn_at__isnull=True).count(),
    )


def test_a_referral_on_the_wrong_record_comes_off_it_with_all_that_it_added(team_lead, undecided, rose):
    before = what_stands(rose)
    referral = joined(team_lead, undecided, rose)
    assert what_stands(rose) != before
    referral = undone(team_lead, referral)
    assert referral.person is None
    assert ReferralStep.objects.get(referral=referral).person is None
    assert what_stands(rose) == before
    events = ChangeEntry.objects.filter(person_id=rose.pk).values_list("event", flat=True)
    assert {"referral.said_somebody_else", "person.addition_taken_back"} <= set(events)


def test_what_was_changed_since_stays(team_lead, undecided, rose):
    referral = joined(team_lead, undecided, rose)
    detail = ContactDetail.objects.filter(person=rose).first()
    detail.change(safe_when="Mornings")
    undone(team_lead, referral)
    detail.refresh_from_db()
    assert detail.ended_at is None


def test_the_mistake_is_remembered_and_leaves_nothing_by_which_the_other_would_be_recognised(
    team_lead, undecided, rose
):
    filed = read_filings(team_lead, [rose.pk])
    referral = undone(team_lead, joined(team_lead, undecided, rose))
    assert read_filings(team_lead, [rose.pk]) == filed
    (shown,) = find_look_alikes(team_lead, referral)
    assert not shown.is_very_likely
    assert "taken back" in shown.cautions[0]
    confirm_new_person(team_lead, referral=referral)
    assert get_referral(team_lead, referral.pk).person != rose


def test_only_those_who_triage_take_it_back_once_and_while_it_waits(team_lead, link_worker, undecided, rose):
    with pytest.raises(Refused, match="not put on the record"):
        say_somebody_else(team_lead, referral=undecided, words="x")
    referral = joined(team_lead, undecided, rose)
    with pytest.raises(NotAllowed):
        say_somebody_else(link_worker, referral=referral, words="x")
    referral.change(status=ReferralStatus.ACCEPTED)
    with pytest.raises(Refused, match="does not wait"):
        say_somebody_else(team_lead, referral=referral, words="x")
