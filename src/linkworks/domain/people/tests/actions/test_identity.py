import pytest

from linkworks.domain.people.actions import identity
from linkworks.domain.people.choices import Gender
from linkworks.domain.people.tests.factories import PersonFactory, PracticeFactory, RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db

IDENTITY = {
    "given_name": "Rosa",
    "family_name": "Marshall",
    "preferred_name": "Rosie",
    "pronouns": "she/her",
    "date_of_birth": None,
    "nhs_number": "9990000018",
    "gender": Gender.WOMAN,
    "gender_words": "",
    "ethnicity": "Black British",
}


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def correct(actor, person, **values):
    version = values.pop("expected_version", person.version)
    identity.correct_identity(actor, person=person, expected_version=version, **(IDENTITY | values))


def test_names_are_tidied_and_can_be_found_folded(link_worker, person):
    correct(link_worker, person, given_name="  Zoë ", family_name="O’Brien", preferred_name="Zo")
    person.refresh_from_db()
    assert (person.full_name, person.search_name) == ("Zoë O’Brien", "zoe obrien zo")


def test_a_change_leaves_one_entry_without_the_values(link_worker, person):
    correct(link_worker, person)
    entry = ChangeEntry.objects.get()
    assert (entry.event, entry.person_id, entry.actor_name) == ("person.identity_corrected", person.pk, "Amina Yusuf")
    assert entry.keys == {}


def test_words_for_gender_are_kept_only_with_that_answer(link_worker, person):
    correct(link_worker, person, gender=Gender.SELF_DESCRIBED, gender_words="Genderfluid")
    assert person.gender_words == "Genderfluid"
    correct(link_worker, person, gender=Gender.MAN, gender_words="Genderfluid")
    assert person.gender_words == ""


def test_an_nhs_number_belongs_to_one_record_of_the_team(link_worker, person, other_team):
    PersonFactory(team=person.team, nhs_number="9990000018")
    with pytest.raises(Refused) as refusal:
        correct(link_worker, person)
    assert refusal.value.field == "nhs_number"
    person.refresh_from_db()
    assert (person.nhs_number, person.version) == ("", 1)


def test_the_number_of_a_hidden_record_is_taken_too(link_worker, second_worker, person):
    hidden = PersonFactory(team=person.team, nhs_number="9990000018")
    RestrictionFactory(person=hidden, staff_ids=[second_worker.user_id], placed_by_id=second_worker.user_id)
    with acting(link_worker), pytest.raises(Refused):
        correct(link_worker, person)


def test_blank_numbers_are_no_number(link_worker, person):
    PersonFactory(team=person.team)
    correct(link_worker, person, nhs_number="")


def test_two_people_editing_one_record_conflict(link_worker, second_worker, person):
    seen = person.version
    identity.change_language(
        second_worker, person=person, expected_version=seen, preferred_language="Tamil", interpreter_needed=True
    )
    with pytest.raises(Conflict):
        correct(link_worker, person, expected_version=seen)


def test_address_language_and_practice_are_kept(link_worker, person):
    identity.change_address(
        link_worker,
        person=person,
        expected_version=1,
        no_fixed_abode=False,
        address_line_1="1 Creek Road",
        town="London",
        postcode="SE8 3BN",
    )
    identity.change_language(
        link_worker, person=person, expected_version=2, preferred_language="Tamil", interpreter_needed=True
    )
    practice = PracticeFactory(team=person.team)
    identity.change_practice(link_worker, person=person, expected_version=3, practice=practice)
    person.refresh_from_db()
    assert (person.postcode, person.preferred_language, person.practice) == ("SE8 3BN", "Tamil", practice)


@pytest.mark.parametrize("who", ["commissioner", "administrator", "other_team_worker"])
def test_nobody_else_may_change_anything(request, person, who):
    with pytest.raises(NotAllowed):
        correct(request.getfixturevalue(who), person)
