from datetime import date

import pytest

from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.actions.correct import correct_nhs_number
from linkworks.domain.referrals.actions.identify import confirm_same_person
from linkworks.domain.referrals.models import ReferralCorrection
from linkworks.domain.referrals.selectors.look_alikes import find_look_alikes
from linkworks.domain.referrals.tests.factories import (
    DeclinedReferralFactory,
    ReferralFactory,
    UndecidedReferralFactory,
)
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db

WRONG, RIGHT = "9990000018", "9990000026"


@pytest.fixture
def undecided(team):
    """Its number is that of somebody who is quite another."""
    PersonFactory(team=team, given_name="Ada", family_name="Okoro", nhs_number=WRONG)
    return UndecidedReferralFactory(team=team, nhs_number=WRONG)


def correct(actor, referral, nhs_number=RIGHT, **options):
    words = "The practice gave it by telephone."
    correct_nhs_number(actor, referral=referral, nhs_number=nhs_number, words=words, **options)


def test_look_alikes_are_looked_for_again(team, coordinator, undecided):
    rosa = PersonFactory(team=team, given_name="Rosa", family_name="Diaz", nhs_number=RIGHT)
    correct(coordinator, undecided)
    assert [alike.person for alike in find_look_alikes(coordinator, undecided)] == [rosa]
    confirm_same_person(coordinator, referral=undecided, person_id=rosa.pk)
    assert ReferralCorrection.objects.get().person == rosa


def test_a_number_that_kept_one_person_apart_no_longer_does(team, team_lead):
    rosa = PersonFactory(
        team=team, given_name="Rosa", family_name="Diaz", date_of_birth=date(1951, 4, 2), nhs_number=RIGHT
    )
    referral = UndecidedReferralFactory(team=team, nhs_number=WRONG)
    with pytest.raises(Refused, match="two people"):
        confirm_same_person(team_lead, referral=referral, person_id=rosa.pk)
    correct(team_lead, referral)
    confirm_same_person(team_lead, referral=referral, person_id=rosa.pk)
    assert referral.person == rosa


def test_where_nobody_looks_alike_any_more_the_person_is_registered(team_lead, undecided):
    correct(team_lead, undecided)
    assert undecided.person == Person.objects.get(nhs_number=RIGHT)


def test_a_number_may_be_taken_out(team_lead, undecided):
    correct(team_lead, undecided, "")
    assert undecided.person.nhs_number == ""


def test_what_was_written_stays_in_the_history(team_lead, undecided):
    correct(team_lead, undecided)
    kept = ReferralCorrection.objects.get()
    assert (kept.was_nhs_number, kept.by_id) == (WRONG, team_lead.user_id)


@pytest.mark.parametrize("number", [WRONG, "9990000019", "12"])
def test_the_same_number_or_none_at_all_is_refused(team_lead, undecided, number):
    with pytest.raises(Refused) as refusal:
        correct(team_lead, undecided, number)
    assert refusal.value.field == "nhs_number"


def test_what_is_on_a_record_or_waits_no_longer_is_not_changed_here(team, team_lead):
    with pytest.raises(Refused, match="on a person’s record"):
        correct(team_lead, ReferralFactory(team=team))
    with pytest.raises(Refused, match="waits no longer"):
        correct(team_lead, DeclinedReferralFactory(team=team, person=None, given_name="Rosa", family_name="Diaz"))


def test_two_at_once_and_a_link_worker_do_not(team_lead, link_worker, undecided):
    with pytest.raises(Conflict):
        correct(team_lead, undecided, expected_version=7)
    with pytest.raises(NotAllowed):
        correct(link_worker, undecided)
