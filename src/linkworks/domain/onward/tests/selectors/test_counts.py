from datetime import timedelta

import pytest

from linkworks.domain.onward.choices import Choice, NeedMet, Rung, StoppedReason
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.selectors.counts import LadderCounts, count_ladder
from linkworks.domain.onward.selectors.options import list_options
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OnwardOutcomeFactory, OptionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

TODAY = clock.today()


def went(case, *outcomes, **values):
    option = ChosenOptionFactory(case=case, **values)
    return [OnwardOutcomeFactory(case=case, option=option, **told) for told in outcomes]


@pytest.fixture
def told(case):
    OptionFactory(case=case)
    went(case)
    went(case, choice=Choice.NO)
    went(case, {"rung": Rung.NEED_MET, "need_met": NeedMet.YES})
    went(case, {"rung": Rung.RECEIVED, "need_met": NeedMet.PARTLY})
    went(case, {"rung": Rung.CONTACTED}, {"rung": "", "stopped_because": StoppedReason.NO_REPLY})
    went(case, {"rung": Rung.NEED_MET, "need_met": NeedMet.YES}, {"rung": Rung.RECEIVED, "need_met": NeedMet.NO})
    (slip,) = went(case, {"rung": Rung.RECEIVED})
    OnwardOutcomeFactory(case=case, option=slip.option, rung="", corrects=slip)
    (tried,) = went(case, {"rung": "", "stopped_because": StoppedReason.NOT_RIGHT})
    Option.objects.get(pk=tried.option_id).change(choice=Choice.NO)


def test_each_rung_is_counted_with_what_it_is_a_share_of(told, link_worker):
    assert count_ladder(link_worker, start=TODAY, end=TODAY) == LadderCounts(
        offered=9,
        wanted=7,
        not_wanted=1,
        contacted=4,
        reached=3,
        received=3,
        need_met=1,
        need_partly_met=1,
        stopped=2,
        not_known=2,
    )


def test_the_counts_and_the_ladder_agree(told, case, link_worker):
    counts = count_ladder(link_worker, start=TODAY, end=TODAY)
    climbed = [step.rung for story in list_options(link_worker, case) for step in story.progress.climbed]
    for rung in Rung:
        assert climbed.count(rung) == getattr(counts, rung.value)


def test_only_the_period_and_the_team_are_counted(told, link_worker, other_team_worker):
    yesterday = TODAY - timedelta(days=1)
    assert count_ladder(link_worker, start=yesterday, end=yesterday).offered == 0
    with acting(other_team_worker):
        assert count_ladder(other_team_worker, start=TODAY, end=TODAY).offered == 0


def test_the_counts_are_one_query(told, link_worker, django_assert_num_queries):
    with django_assert_num_queries(1):
        count_ladder(link_worker, start=TODAY, end=TODAY)
