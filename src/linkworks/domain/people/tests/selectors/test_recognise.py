from datetime import date

import pytest

from linkworks.domain.people.filing import describe
from linkworks.domain.people.matching.deciding import Outcome
from linkworks.domain.people.matching.portrait import Description, portray
from linkworks.domain.people.models import BlockKey, Person
from linkworks.domain.people.selectors.recognise import recognise, recognise_list
from linkworks.domain.people.tests.actions.test_filing import correct, move
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory, RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

BORN = date(1951, 4, 2)
MOBILE = "+447700900001"


@pytest.fixture
def rosa(team):
    person = PersonFactory(
        team=team,
        given_name="Rosa",
        family_name="Diaz",
        date_of_birth=BORN,
        address_line_1="12 Mill Street",
        postcode="SE13 6JZ",
        nhs_number="9990000018",
    )
    ContactDetailFactory(person=person, value=MOBILE)
    return person


def portrait_of(person, **changed):
    values = {name: getattr(describe(person, MOBILE), name) for name in Description.__slots__}
    return portray([Description(**(values | changed))], today=clock.today())


def outcomes(actor, portrait):
    return [(found.key, found.outcome) for found in recognise(actor, portrait)]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"nhs_number": ""},
        {"given_name": "Rose", "nhs_number": ""},
        {"dob": "1951-02-04", "nhs_number": ""},
        {"given_name": "Diaz", "family_name": "Rosa", "nhs_number": ""},
        {"postcode": "LS1 4AP", "address_line_1": "9 Oak Way", "nhs_number": ""},
        {"family_name": "Okafor", "nhs_number": ""},
    ],
    ids=str,
)
def test_somebody_on_record_is_recognised(link_worker, rosa, changed):
    assert outcomes(link_worker, portrait_of(rosa, **changed)) == [(rosa.pk, Outcome.MATCH)]


@pytest.mark.parametrize(
    "changed",
    [
        {"nhs_number": "9990000026"},
        {"given_name": "Carmen", "nhs_number": ""},
        {"dob": "1979-10-20", "nhs_number": ""},
        {"dob": "1979-10-20", "address_line_1": "14 Mill Street", "phone": "", "nhs_number": ""},
        {"address_line_1": "", "postcode": "", "phone": "", "nhs_number": ""},
    ],
    ids=["another number", "twin", "child of one name", "neighbour of one name", "namesake"],
)
def test_others_are_never_taken_for_them(link_worker, rosa, changed):
    assert (rosa.pk, Outcome.MATCH) not in outcomes(link_worker, portrait_of(rosa, **changed))


def test_a_former_name_home_and_telephone_lead_to_the_person(link_worker, rosa):
    as_before = portrait_of(rosa, nhs_number="")
    correct(link_worker, rosa, family_name="Okafor")
    move(link_worker, Person.objects.get(pk=rosa.pk), "9 Oak Way", "LS1 4AP")
    assert outcomes(link_worker, as_before) == [(rosa.pk, Outcome.MATCH)]


@pytest.mark.parametrize(
    "mistake",
    [{"given_name": "Carmen"}, {"date_of_birth": date(1979, 10, 20)}, {"nhs_number": "9990000026"}],
    ids=["the twin's name", "the father's date of birth", "somebody else's number"],
)
def test_what_was_put_right_does_not_make_somebody_else_of_them(link_worker, rosa, mistake):
    """Each value stood on the record by mistake: whoever it belongs to is shown the record, and not joined to it."""
    right = {name: getattr(rosa, name) for name in mistake}
    correct(link_worker, rosa, **mistake)
    theirs = portrait_of(rosa, **({} if "nhs_number" in mistake else {"nhs_number": ""}))
    correct(link_worker, Person.objects.get(pk=rosa.pk), **right)
    assert (rosa.pk, Outcome.MATCH) not in outcomes(link_worker, theirs)


def test_a_list_is_recognised_in_its_order(link_worker, team, rosa):
    other = PersonFactory(
        team=team, given_name="Grace", family_name="Adeyemi", date_of_birth=BORN, nhs_number="9990000026"
    )
    nobody = portray([Description(given_name="Bola", family_name="Quist", dob="1990-01-01")], today=clock.today())
    found = recognise_list(link_worker, [portrait_of(other), nobody, portrait_of(rosa)])
    assert [[one.key for one in findings] for findings in found] == [[other.pk], [], [rosa.pk]]


def test_one_person_takes_one_statement_once_the_names_are_counted(link_worker, rosa):
    recognise(link_worker, portrait_of(rosa))
    with at_most(1):
        recognise(link_worker, portrait_of(rosa))


def test_another_team_never_sees_a_candidate(other_team_worker, rosa):
    with acting(other_team_worker):
        assert recognise(other_team_worker, portrait_of(rosa)) == ()


def test_not_even_with_the_keys_of_this_team(link_worker, other_team_worker, rosa):
    """Row security alone would hide them, were the keys the same for every team."""
    with acting(other_team_worker):
        assert recognise(link_worker, portrait_of(rosa)) == ()


def test_somebody_hidden_is_no_candidate(link_worker, second_worker, team_lead, rosa):
    RestrictionFactory(person=rosa, staff_ids=[link_worker.user_id], placed_by_id=team_lead.user_id)
    with acting(second_worker):
        assert recognise(second_worker, portrait_of(rosa)) == ()
    with acting(link_worker):
        assert outcomes(link_worker, portrait_of(rosa)) == [(rosa.pk, Outcome.MATCH)]


def test_keys_that_lead_to_many_tell_nobody_apart(link_worker, team, rosa, monkeypatch):
    """A hostel's telephone leads to more people than are worth comparing."""
    monkeypatch.setattr("linkworks.domain.people.selectors.recognise.FULL", 3)
    assert outcomes(link_worker, portrait_of(rosa)) == [(rosa.pk, Outcome.MATCH)]
    keys = BlockKey.objects.filter(person=rosa).values_list("key", flat=True)
    for other in PersonFactory.create_batch(3, team=team):
        BlockKey.objects.bulk_create(BlockKey(team=team, person=other, key=key) for key in set(keys))
    assert outcomes(link_worker, portrait_of(rosa)) == []


def test_a_commissioner_recognises_nobody(commissioner, rosa):
    with pytest.raises(NotAllowed):
        recognise(commissioner, portrait_of(rosa))
