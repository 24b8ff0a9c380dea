import pytest

from linkworks.domain.people.actions.contact_details import add_detail, change_detail, end_detail
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import ContactDetail
from linkworks.domain.people.tests.factories import ContactDetailFactory, PersonFactory
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def change(actor, detail, **values):
    kept = {name: getattr(detail, name) for name in ("value", "may_voicemail", "may_text", "safe_when", "is_preferred")}
    version = values.pop("expected_version", detail.version)
    given = {"kind": ContactKind(detail.kind)} | kept | values
    change_detail(actor, detail=detail, expected_version=version, **given)


def test_nothing_is_allowed_at_a_new_number_until_somebody_says_so(link_worker, person):
    detail = add_detail(link_worker, person=person, kind=ContactKind.MOBILE, value="+447700900123")
    assert (detail.may_voicemail, detail.may_text, detail.is_preferred) == (False, False, False)


def test_only_one_is_preferred(link_worker, person):
    first = ContactDetailFactory(person=person, is_preferred=True)
    second = add_detail(link_worker, person=person, kind=ContactKind.LANDLINE, value="+442079460000", is_preferred=True)
    preferred = ContactDetail.objects.filter(person=person, is_preferred=True)
    assert list(preferred) == [second]
    first.refresh_from_db()
    change(link_worker, first, is_preferred=True)
    assert list(preferred.all()) == [first]


def test_the_same_number_is_not_kept_twice(link_worker, person):
    detail, other = ContactDetailFactory(person=person), ContactDetailFactory(person=person)
    with pytest.raises(Refused):
        add_detail(link_worker, person=person, kind=ContactKind.MOBILE, value=detail.value)
    with pytest.raises(Refused):
        change(link_worker, other, value=detail.value)
    change(link_worker, detail, safe_when="After 6pm")


def test_a_number_that_ended_can_come_back(link_worker, person):
    detail = ContactDetailFactory(person=person, is_preferred=True)
    end_detail(link_worker, detail=detail, expected_version=1)
    assert detail.ended_at
    assert not detail.is_preferred
    add_detail(link_worker, person=person, kind=ContactKind.MOBILE, value=detail.value)


def test_two_people_changing_one_number_conflict(link_worker, person):
    detail = ContactDetailFactory(person=person)
    change(link_worker, detail, may_text=True)
    with pytest.raises(Conflict):
        change(link_worker, detail, expected_version=1)


def test_strangers_may_not(other_team_worker, commissioner, person):
    detail = ContactDetailFactory(person=person)
    for actor in (other_team_worker, commissioner):
        with pytest.raises(NotAllowed):
            end_detail(actor, detail=detail, expected_version=1)
