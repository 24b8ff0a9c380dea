from datetime import date

import pytest

from linkworks.domain.casework.actions.advocacy import begin_advocacy, change_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db

MATTER = {
    "about": "The bathroom has no grab rail",
    "with_whom": "Lewisham Council, occupational therapy",
    "authority": "Rosa asked me to, on the telephone",
    "position": "Rosa needs the assessment before winter",
    "deadline": date(2027, 1, 31),
}


@pytest.fixture
def case(team):
    return CaseFactory(team=team)


def test_a_question_is_given_to_a_colleague_and_answered(link_worker, second_worker, case):
    task = ask(link_worker, case=case, question="Is there a piano club?", worker_id=second_worker.user_id)
    record_finding(second_worker, task=task, expected_version=1, found="Mondays at the library", source="The library")
    first_found_at = task.found_at
    record_finding(second_worker, task=task, expected_version=2, found="Mondays and Fridays", source="The library")
    assert (task.found, task.found_at) == ("Mondays and Fridays", first_found_at)


def test_a_question_cannot_be_given_to_a_stranger(link_worker, other_team_worker, case):
    with pytest.raises(NotFound):
        ask(link_worker, case=case, question="Is there a piano club?", worker_id=other_team_worker.user_id)


def test_speaking_up_goes_step_by_step_to_its_result(link_worker, case):
    advocacy = begin_advocacy(link_worker, case=case, **MATTER)
    record_advocacy_step(link_worker, advocacy=advocacy, words="Rang; they ring back on Friday")
    record_advocacy_step(link_worker, advocacy=advocacy, words="Assessment booked", result=AdvocacyResult.WON)
    assert advocacy.result == AdvocacyResult.WON
    assert list(advocacy.steps.order_by("created_at").values_list("result", flat=True)) == ["", "won"]
    with pytest.raises(Refused):
        record_advocacy_step(link_worker, advocacy=advocacy, words="And then")


def test_nobody_speaks_up_without_authority(link_worker, case):
    with pytest.raises(Refused) as refusal:
        begin_advocacy(link_worker, case=case, **(MATTER | {"authority": " "}))
    assert refusal.value.field == "authority"


def test_the_matter_can_change_and_two_changes_conflict(link_worker, case):
    advocacy = begin_advocacy(link_worker, case=case, **MATTER)
    change_advocacy(link_worker, advocacy=advocacy, expected_version=1, **(MATTER | {"deadline": None}))
    with pytest.raises(Conflict):
        change_advocacy(link_worker, advocacy=advocacy, expected_version=1, **MATTER)


def test_a_closed_case_stays_as_it_is(link_worker, team):
    closed = ClosedCaseFactory(team=team)
    with pytest.raises(Refused):
        begin_advocacy(link_worker, case=closed, **MATTER)
    with pytest.raises(Refused):
        ask(link_worker, case=closed, question="Is there a piano club?", worker_id=link_worker.user_id)


@pytest.mark.parametrize("who", ["other_team_worker", "commissioner"])
def test_nobody_else_may(request, link_worker, case, who):
    stranger = request.getfixturevalue(who)
    advocacy = begin_advocacy(link_worker, case=case, **MATTER)
    for deed in (
        lambda: begin_advocacy(stranger, case=case, **MATTER),
        lambda: record_advocacy_step(stranger, advocacy=advocacy, words="Rang"),
        lambda: ask(stranger, case=case, question="Is there a piano club?", worker_id=link_worker.user_id),
    ):
        with pytest.raises(NotAllowed):
            deed()
