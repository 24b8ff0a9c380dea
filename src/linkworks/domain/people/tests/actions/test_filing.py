from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkworks.domain.people.actions.contact_details import add_detail, change_detail, end_detail
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.actions.identity import change_address, correct_identity
from linkworks.domain.people.actions.register import add_what_was_said, register_person
from linkworks.domain.people.choices import ContactKind, Gender
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import BlockKey, ContactDetail, KeptPortrait, Person
from linkworks.domain.people.selectors.records import read_filings, read_records
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db

DETAILS = {"may_voicemail": False, "may_text": False, "safe_when": "", "is_preferred": False}
NAMES = st.sampled_from(["Rosa", "Rose", "Małgorzata", "Mohammed Imran", "Grace"])
FAMILIES = st.sampled_from(["Diaz", "Diaz-Okafor", "O'Brien", "Kowalska"])
BIRTHS = st.sampled_from([None, date(1951, 4, 2), date(1951, 2, 4)])
PLACES = st.sampled_from([("12 Mill Street", "SE13 6JZ"), ("7 Elm Grove", "SE8 4AA"), ("", "")])
PHONES = st.sampled_from(["+447700900001", "+447700900002", "+442079460001"])


def correct(actor, person, **changed):
    now = {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "preferred_name": person.preferred_name,
        "date_of_birth": person.date_of_birth,
        "nhs_number": person.nhs_number,
    }
    unchanged = {"pronouns": "", "gender": Gender.NOT_SAID, "gender_words": "", "ethnicity": ""}
    correct_identity(actor, person=person, expected_version=None, **unchanged, **(now | changed))


def move(actor, person, line, postcode):
    change_address(
        actor, person=person, expected_version=None, no_fixed_abode=False, address_line_1=line, postcode=postcode
    )


def ring_by(actor, person, number):
    """A first number, another one put in its place, or one that no longer holds."""
    in_use = ContactDetail.objects.filter(person=person, ended_at__isnull=True)
    if same := in_use.filter(value=number).first():
        end_detail(actor, detail=same, expected_version=None)
    elif other := in_use.first():
        change_detail(actor, detail=other, expected_version=None, kind=ContactKind.MOBILE, value=number, **DETAILS)
    else:
        add_detail(actor, person=person, kind=ContactKind.MOBILE, value=number)


DEEDS = st.one_of(
    st.tuples(st.just(lambda actor, one, given: correct(actor, one, given_name=given)), NAMES),
    st.tuples(st.just(lambda actor, one, family: correct(actor, one, family_name=family)), FAMILIES),
    st.tuples(st.just(lambda actor, one, called: correct(actor, one, preferred_name=called)), NAMES),
    st.tuples(st.just(lambda actor, one, born: correct(actor, one, date_of_birth=born)), BIRTHS),
    st.tuples(st.just(lambda actor, one, place: move(actor, one, *place)), PLACES),
    st.tuples(st.just(ring_by), PHONES),
    st.tuples(
        st.just(
            lambda actor, one, number: add_what_was_said(
                actor,
                person=one,
                details=PersonDetails(given_name="Rosa", family_name="Diaz", telephone=number),
                consents=[],
                source_id=uuid4(),
            )
        ),
        PHONES,
    ),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=5), born=BIRTHS)
def test_whatever_is_done_to_a_record_its_keys_follow(link_worker, deeds, born):
    actor = link_worker
    details = PersonDetails(given_name="Rosa", family_name="Diaz", date_of_birth=born)
    person = register_person(actor, details=details, consents=[])
    for deed, value in deeds:
        deed(actor, Person.objects.get(pk=person.pk), value)
    (record,) = read_records(actor, [person.pk]).values()
    assert read_filings(actor, [person.pk]) == {person.pk: record.file()}


def test_former_values_go_on_leading_to_the_person(link_worker, team):
    person = PersonFactory(team=team, given_name="Rosa", family_name="Diaz", date_of_birth=date(1951, 4, 2))
    before = read_filings(link_worker, [person.pk])[person.pk]
    correct(link_worker, person, family_name="Okafor", date_of_birth=date(1951, 4, 3))
    move(link_worker, person, "7 Elm Grove", "BR1 1AA")
    after = read_filings(link_worker, [person.pk])[person.pk]
    assert before.keys < after.keys


def test_filing_again_changes_nothing(link_worker, team):
    person = PersonFactory(team=team)
    assert file_people(link_worker, [person.pk]) == 0
    ContactDetailFactory(person=person, value="+447700900001")
    assert file_people(link_worker, [person.pk]) == 0


def test_what_is_missing_and_what_is_too_much_is_mended(link_worker, team):
    person = PersonFactory(team=team)
    right = set(BlockKey.objects.filter(person=person).values_list("key", flat=True))
    BlockKey.objects.filter(person=person, key=min(right)).delete()
    BlockKey.objects.create(team=team, person=person, key=12)
    KeptPortrait.objects.filter(person=person).update(portrait="[]")
    assert file_people(link_worker, [person.pk]) == 1
    assert set(BlockKey.objects.filter(person=person).values_list("key", flat=True)) == right
    assert KeptPortrait.objects.get(person=person).portrait != "[]"


def test_keys_are_hidden_from_other_teams_and_the_same_words_give_them_other_keys(
    team, other_team, link_worker, other_team_worker
):
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz")
    ours = set(BlockKey.objects.values_list("key", flat=True))
    with acting(other_team_worker):
        assert not BlockKey.objects.exists()
        assert not KeptPortrait.objects.exists()
        PersonFactory(team=other_team, given_name="Rosa", family_name="Diaz")
        assert not ours & set(BlockKey.objects.values_list("key", flat=True))


def test_a_commissioner_files_nobody(commissioner, team):
    with pytest.raises(NotAllowed):
        file_people(commissioner, [PersonFactory(team=team).pk])
