import pytest

from linkworks.domain.casework.actions.allocation import reallocate
from linkworks.domain.casework.actions.handover import hand_over, take_back
from linkworks.domain.casework.models import Allocation, Case
from linkworks.domain.casework.selectors.allocation import list_caseload, open_cases_by_worker
from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.errors import NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


def holder(case: Case):
    return Allocation.objects.get(case=case, ended_at__isnull=True).worker_id


@pytest.fixture
def caseload(team, link_worker) -> list[Case]:
    return [CaseFactory(team=team, worker_id=link_worker.user_id) for _ in range(3)]


def to(worker, cases) -> dict:
    return {case.pk: worker.user_id for case in cases}


def test_a_whole_caseload_goes_over_at_once(team_lead, link_worker, second_worker, caseload):
    _, results = hand_over(
        team_lead, from_worker_id=link_worker.user_id, receivers=to(second_worker, caseload), reason="Leaves on Friday"
    )
    assert not any(result.problem for result in results)
    assert {holder(case) for case in caseload} == {second_worker.user_id}
    assert open_cases_by_worker(team_lead) == {second_worker.user_id: 3}


def test_a_case_that_cannot_go_says_why_and_the_others_go(team, team_lead, link_worker, second_worker, caseload):
    stranger = CaseFactory(team=team, worker_id=second_worker.user_id)
    receivers = to(second_worker, [*caseload, stranger])
    _, results = hand_over(team_lead, from_worker_id=link_worker.user_id, receivers=receivers, reason="Leave")
    problems = {result.case_id: result.problem for result in results if result.problem}
    assert problems == {stranger.pk: "It is no longer in this caseload."}
    assert {holder(case) for case in caseload} == {second_worker.user_id}


def test_a_handover_can_be_taken_back_but_what_moved_on_stays(
    team_lead, link_worker, second_worker, coordinator, caseload
):
    handover, _ = hand_over(
        team_lead, from_worker_id=link_worker.user_id, receivers=to(second_worker, caseload), reason="Leave"
    )
    moved = caseload[0]
    reallocate(team_lead, case=moved, worker_id=team_lead.user_id, reason="Knows the family")
    results = take_back(team_lead, handover=handover)
    assert [result.case_id for result in results if result.problem] == [moved.pk]
    assert holder(moved) == team_lead.user_id
    assert {holder(case) for case in caseload[1:]} == {link_worker.user_id}
    with pytest.raises(Refused):
        take_back(team_lead, handover=handover)


def test_the_caseload_to_hand_over_leaves_closed_cases_out(team, team_lead, link_worker, caseload):
    ClosedCaseFactory(team=team, worker_id=link_worker.user_id)
    assert set(list_caseload(team_lead, link_worker.user_id)) == set(caseload)


def test_a_link_worker_hands_nothing_over(link_worker, second_worker, caseload):
    with pytest.raises(NotAllowed):
        hand_over(link_worker, from_worker_id=link_worker.user_id, receivers=to(second_worker, caseload), reason="Me")


def test_nothing_goes_to_a_worker_of_another_team(team_lead, link_worker, other_team_worker, caseload):
    with acting(team_lead), pytest.raises(NotFound):
        hand_over(
            team_lead, from_worker_id=link_worker.user_id, receivers=to(other_team_worker, caseload), reason="Leave"
        )
