from datetime import date

import pytest

from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.domain.referrals.selectors.look_alikes import find_look_alikes
from linkworks.domain.referrals.tests.factories import UndecidedReferralFactory
from tests.support.queries import at_most

BORN = date(1951, 4, 2)


def test_those_who_share_a_number_or_a_birthday_are_found_with_the_reasons(team, team_lead):
    same_number = PersonFactory(team=team, given_name="Maria", family_name="Lopez", nhs_number="9990000018")
    alike = PersonFactory(team=team, given_name="Rose", family_name="Diaz", date_of_birth=BORN)
    PersonFactory(team=team, given_name="Bola", family_name="Ade", date_of_birth=BORN)
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz", date_of_birth=date(1990, 1, 1))
    ContactDetailFactory(person=alike, value="+447700900123")

    referral = UndecidedReferralFactory(team=team, nhs_number="9990000018", telephone="+447700900123")
    found = find_look_alikes(team_lead, referral)

    assert [look_alike.person for look_alike in found] == [same_number, alike]
    assert found[0].reasons == ("Same NHS number",)
    assert found[0].cautions
    assert "Same date of birth, 2 April 1951" in found[1].reasons
    assert "Same telephone number" in found[1].reasons
    assert found[1].phones == frozenset({"+447700900123"})


def test_somebody_of_whom_only_the_name_is_known_is_shown_with_a_caution(team, team_lead):
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz")
    (shown,) = find_look_alikes(team_lead, UndecidedReferralFactory(team=team, date_of_birth=None))
    assert (shown.reasons, shown.is_very_likely) == (("Same name",), False)
    assert shown.cautions


def test_a_commissioner_is_shown_nobody(team, commissioner):
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz", date_of_birth=BORN)
    assert find_look_alikes(commissioner, UndecidedReferralFactory(team=team)) == ()


@pytest.mark.parametrize("how_many", [1, 12])
def test_it_takes_two_queries_whatever_it_finds(team, team_lead, how_many):
    PersonFactory.create_batch(how_many, team=team, family_name="Diaz", date_of_birth=BORN)
    referral = UndecidedReferralFactory(team=team)
    find_look_alikes(team_lead, referral)  # the names are counted once an hour
    with at_most(2):
        assert len(find_look_alikes(team_lead, referral)) == how_many
