from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.cover import arrange_cover, end_cover
from linkworks.domain.casework.selectors.allocation import workers_away
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, ReasonNeeded, Refused

pytestmark = pytest.mark.django_db


def arrange(actor, away, covered_by, *, days=3):
    today = clock.today()
    return arrange_cover(
        actor,
        away_id=away.user_id,
        covered_by_id=covered_by.user_id,
        starts_on=today,
        ends_on=today + timedelta(days=days),
    )


def test_whoever_covers_opens_the_cases_without_a_reason(team, team_lead, link_worker, second_worker):
    case = CaseFactory(team=team, worker_id=link_worker.user_id)
    with pytest.raises(ReasonNeeded):
        get_case(second_worker, case.pk)
    cover = arrange(team_lead, link_worker, second_worker)
    assert get_case(second_worker, case.pk) == case
    assert set(workers_away(team_lead)) == {link_worker.user_id}
    end_cover(team_lead, cover=cover)
    with pytest.raises(ReasonNeeded):
        get_case(second_worker, case.pk)


def test_days_the_wrong_way_round_are_refused(team_lead, link_worker, second_worker):
    with pytest.raises(Refused, match="last day"):
        arrange(team_lead, link_worker, second_worker, days=-1)


def test_nobody_covers_themselves(team_lead, link_worker):
    with pytest.raises(Refused):
        arrange(team_lead, link_worker, link_worker)


def test_a_link_worker_arranges_no_cover(link_worker, second_worker):
    with pytest.raises(NotAllowed):
        arrange(link_worker, link_worker, second_worker)
