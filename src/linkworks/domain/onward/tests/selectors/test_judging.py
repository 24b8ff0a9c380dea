import pytest

from linkworks.domain.casework.tests.factories import WhatMattersFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.onward.actions.circumstances import confirm_circumstance
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.selectors.judging import judge_collection
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_meaning(monkeypatch):
    monkeypatch.setattr(model, "encoder", lambda: None)


@pytest.fixture
def judge(link_worker, case, collection):
    def judge():
        return judge_collection(link_worker, case, collection)

    return judge


def fitting(judged):
    return [item.service.name for item in judged.fitting]


def reasons(judged):
    return {one.item.service.name: one.because for one in judged.not_for_them}


def test_what_is_for_the_person_keeps_the_workers_order(judge, put_in):
    put_in("Walks")
    put_in("Lunch")
    assert fitting(judge()) == ["Walks", "Lunch"]


@pytest.mark.parametrize(
    ("values", "because"),
    [
        ({"live_state": LiveState.CLOSED_FOR_NOW}, "it is closed"),
        ({"gone_at": clock.now()}, "it is no longer in the directory"),
        ({"maximum_age": 25}, "it is for people up to 25 and the client is 76"),
        ({"conditions_needed": ["veteran"]}, "it is only for"),
        ({"postcode_districts": ["ZZ9"]}, "it serves ZZ9"),
    ],
)
def test_what_is_not_says_why_and_is_not_among_the_rest(judge, put_in, case, values, because):
    case.person.change(date_of_birth="1950-01-31", postcode="SE8 4AA")
    put_in("Club", **values)
    judged = judge()
    assert fitting(judged) == []
    assert because in reasons(judged)["Club"]


def test_only_full_and_area_may_be_put_aside_with_a_reason(judge, put_in):
    put_in("Full", live_state=LiveState.FULL)
    put_in("Closed", live_state=LiveState.CLOSED_FOR_NOW)
    put_in("Gone", gone_at=clock.now())
    assert [one.may_be_overridden for one in judge().not_for_them] == [True, False, False]


def test_what_the_story_suggests_counts(judge, put_in, case):
    put_in("Walk On", conditions_needed=["bereaved"])
    assert fitting(judge()) == []
    WhatMattersFactory(case=case, words="My husband died in May.")
    assert fitting(judge()) == ["Walk On"]


def test_what_is_confirmed_counts(judge, put_in, case, link_worker):
    put_in("Comrades", conditions_needed=["veteran"])
    confirm_circumstance(link_worker, case=case, name="veteran")
    assert fitting(judge()) == ["Comrades"]


def test_what_is_offered_already_stands_apart(judge, put_in, case):
    OptionFactory(case=case, service=put_in("Lunch").service)
    judged = judge()
    assert (fitting(judged), [item.service.name for item in judged.offered]) == ([], ["Lunch"])
