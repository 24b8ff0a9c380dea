import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkworks.domain.casework.actions.measures import choose_measures, record_measure, record_not_asked
from linkworks.domain.casework.choices import MeasurePoint, NotAskedReason, PathTrigger
from linkworks.domain.casework.measures import INSTRUMENTS
from linkworks.domain.casework.models import MeasureResponse, SafetyPath
from linkworks.domain.casework.selectors.measures import get_instrument, get_reading, list_instruments, list_readings
from linkworks.domain.casework.tests.factories import CaseFactory, MeasureResponseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db
ONS4 = INSTRUMENTS["ons4"]
PHQ9 = INSTRUMENTS["phq9"]


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def answer(actor, case, instrument=ONS4, point=MeasurePoint.FIRST, **answers):
    return record_measure(actor, case=case, instrument=instrument, point=point, answers=answers)


def ons4_of(actor, case):
    return next(readings for readings in list_readings(actor, case) if readings.instrument == ONS4)


def test_answers_are_kept_as_given_and_the_log_says_so_without_them(case, link_worker):
    response = answer(link_worker, case, satisfied=3, anxious=None)
    assert response.answers == {"satisfied": 3, "anxious": None}
    entry = ChangeEntry.objects.get(event="measure.recorded")
    assert (entry.keys, entry.person_id) == ({"instrument": "ons4", "point": "first", "answered": 1}, case.person_id)


def test_a_measure_that_was_not_answered_at_all_asks_why(case, link_worker):
    with pytest.raises(Refused, match="or say why"):
        answer(link_worker, case, satisfied=None)


def test_an_answer_that_is_not_offered_is_refused(case, link_worker):
    with pytest.raises(Refused, match="Choose one of the answers"):
        answer(link_worker, case, satisfied=11)


@pytest.mark.parametrize("given", [1, 2, 3])
def test_an_answer_about_self_harm_opens_the_safety_path_whatever_else_is_missing(case, link_worker, given):
    response = answer(link_worker, case, PHQ9, self_harm=given)
    path = SafetyPath.objects.get(case=case)
    assert (path.trigger, path.response, path.owner_id) == (PathTrigger.PHQ9_ITEM_9, response, link_worker.user_id)


def test_no_thought_of_self_harm_opens_nothing(case, link_worker):
    answer(link_worker, case, PHQ9, self_harm=0, down=3)
    assert not SafetyPath.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_when_the_path_cannot_be_opened_the_answers_are_not_kept_either(team, link_worker, monkeypatch):
    def stop(*args, **kwargs):
        raise RuntimeError("the machine stopped here")

    def answer_in_a_transaction():
        with acting(link_worker):
            answer(link_worker, case, PHQ9, self_harm=3)

    with acting(link_worker):
        case = CaseFactory(team=team)
    monkeypatch.setattr("linkworks.domain.casework.actions.measures.open_path", stop)
    with pytest.raises(RuntimeError):
        answer_in_a_transaction()
    with acting(link_worker):
        assert not MeasureResponse.objects.exists()


def test_not_asked_is_an_answer_and_another_reason_needs_words(case, link_worker):
    not_asked = {"case": case, "instrument": ONS4, "point": MeasurePoint.LAST}
    record_not_asked(link_worker, **not_asked, reason=NotAskedReason.DISTRESSED)
    with pytest.raises(Refused, match="other reason"):
        record_not_asked(link_worker, **not_asked, reason=NotAskedReason.OTHER, words=" ")
    readings = ons4_of(link_worker, case)
    assert (len(readings.all), readings.asked) == (1, ())


def test_change_is_from_the_first_to_the_last_that_was_asked(case, link_worker):
    MeasureResponseFactory(case=case, answers={"satisfied": 3, "worthwhile": 4, "happy": None, "anxious": 8})
    MeasureResponseFactory(case=case, answers={}, not_asked=NotAskedReason.NO_TIME)
    MeasureResponseFactory(case=case, answers={"satisfied": 6, "worthwhile": 4, "happy": 7, "anxious": 4})
    change = ons4_of(link_worker, case).change
    assert [(d.key, d.amount) for d in change.items] == [("satisfied", 3), ("worthwhile", 0), ("anxious", -4)]
    assert change.missing == 1


answers_to_ons4 = st.fixed_dictionaries({item.key: st.none() | st.integers(0, 10) for item in ONS4.items})


@given(readings=st.lists(answers_to_ons4, min_size=2, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_compared_that_was_not_answered_both_times(team, link_worker, readings):
    case = CaseFactory(team=team)
    for answers in readings:
        MeasureResponseFactory(case=case, answers=answers)
    change = ons4_of(link_worker, case).change
    both = {key for key in readings[0] if readings[0][key] is not None and readings[-1][key] is not None}
    assert {difference.key for difference in change.items} == both
    assert change.missing == len(ONS4.items) - len(both)


def test_the_default_measures_are_offered_until_the_lead_adds_others(link_worker, team_lead):
    assert [i.key for i in list_instruments(link_worker)] == ["ons4", "loneliness", "what_matters"]
    choose_measures(team_lead, instruments=["phq9", "ucla3", "swemwbs", "unheard_of"])
    assert [i.key for i in list_instruments(link_worker)] == ["ons4", "loneliness", "what_matters", "ucla3", "phq9"]
    with pytest.raises(NotFound):
        get_instrument(link_worker, "gad7")


@pytest.mark.parametrize("who", ["link_worker", "coordinator", "commissioner", "administrator"])
def test_nobody_but_the_lead_chooses_the_measures(who, request):
    with pytest.raises(NotAllowed):
        choose_measures(request.getfixturevalue(who), instruments=["phq9"])


def test_another_team_can_neither_record_nor_read(case, link_worker, other_team_worker):
    response = answer(link_worker, case, satisfied=3)
    with acting(other_team_worker):
        with pytest.raises(NotAllowed):
            answer(other_team_worker, case, satisfied=3)
        with pytest.raises(NotFound):
            get_reading(other_team_worker, case, response.pk)


def test_a_commissioner_records_nothing(case, commissioner):
    with pytest.raises(NotAllowed):
        answer(commissioner, case, satisfied=3)
