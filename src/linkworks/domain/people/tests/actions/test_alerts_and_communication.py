from datetime import date

import pytest

from linkworks.domain.people.actions.alerts import end_alert, raise_alert, review_alert
from linkworks.domain.people.actions.communication import change_adjustment, end_adjustment, record_needs
from linkworks.domain.people.choices import AdjustmentKind, AlertKind
from linkworks.domain.people.models import Adjustment
from linkworks.domain.people.tests.factories import AdjustmentFactory, AlertFactory, PersonFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(team):
    return PersonFactory(team=team)


def test_an_alert_says_who_raised_it(link_worker, person):
    alert = raise_alert(link_worker, person=person, kind=AlertKind.NO_VOICEMAIL, review_on=date(2027, 1, 4))
    assert (alert.raised_by_id, alert.review_on) == (link_worker.user_id, date(2027, 1, 4))


@pytest.mark.parametrize("kind", [AlertKind.OTHER, AlertKind.SAFE_CONTACT])
def test_a_kind_that_says_nothing_by_itself_needs_words(link_worker, person, kind):
    with pytest.raises(Refused) as refusal:
        raise_alert(link_worker, person=person, kind=kind)
    assert refusal.value.field == "words"
    with pytest.raises(Refused):
        review_alert(
            link_worker, alert=AlertFactory(person=person, kind=kind), expected_version=1, words="", review_on=None
        )


def test_an_alert_is_looked_at_again_and_ends(link_worker, person):
    alert = AlertFactory(person=person)
    review_alert(link_worker, alert=alert, expected_version=1, words="Still so", review_on=date(2027, 1, 4))
    end_alert(link_worker, alert=alert, expected_version=2)
    assert (alert.words, bool(alert.ended_at)) == ("Still so", True)


def test_several_needs_are_recorded_at_once_and_the_day_of_asking_is_kept(link_worker, person):
    AdjustmentFactory(person=person, kind=AdjustmentKind.BSL)
    added = record_needs(link_worker, person=person, kinds=[AdjustmentKind.BSL, AdjustmentKind.MORE_TIME])
    assert [adjustment.kind for adjustment in added] == [AdjustmentKind.MORE_TIME]
    assert Adjustment.objects.filter(person=person).count() == 2
    person.refresh_from_db()
    assert person.communication_asked_on == clock.today()


def test_asked_and_nothing_needed_is_an_answer(link_worker, person):
    assert record_needs(link_worker, person=person, kinds=[]) == []
    assert person.communication_asked_on == clock.today()


def test_something_else_needs_words(link_worker, person):
    with pytest.raises(Refused):
        record_needs(link_worker, person=person, kinds=[AdjustmentKind.OTHER])


def test_how_a_need_is_met_is_kept_until_it_ends(link_worker, person):
    adjustment = AdjustmentFactory(person=person)
    change_adjustment(
        link_worker,
        adjustment=adjustment,
        expected_version=1,
        words="",
        how_met="Letters in 18 point",
        may_share=False,
        review_on=None,
    )
    end_adjustment(link_worker, adjustment=adjustment, expected_version=2)
    assert (adjustment.how_met, adjustment.may_share, bool(adjustment.ended_at)) == ("Letters in 18 point", False, True)


def test_strangers_may_not(other_team_worker, commissioner, person):
    for actor in (other_team_worker, commissioner):
        with pytest.raises(NotAllowed):
            raise_alert(actor, person=person, kind=AlertKind.NO_TEXT)
        with pytest.raises(NotAllowed):
            record_needs(actor, person=person, kinds=[])
