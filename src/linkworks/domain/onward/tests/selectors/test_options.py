import pytest

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.onward.selectors.options import (
    get_onward_referral,
    get_option,
    get_outcome,
    list_options,
    offered_services,
    read_option,
)
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardOutcomeFactory,
    OnwardReferralFactory,
    OnwardStepFactory,
    OptionFactory,
    SignpostingFactory,
)
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.errors import NotFound

pytestmark = pytest.mark.django_db


def full_story(case, link_worker):
    option = ChosenOptionFactory(case=case, by_id=link_worker.user_id)
    SignpostingFactory(case=case, option=option, by_id=link_worker.user_id)
    OnwardStepFactory(case=case, onward_referral=OnwardReferralFactory(case=case, option=option))
    OnwardOutcomeFactory(case=case, option=option)
    return option


def test_an_option_comes_with_everything_that_became_of_it(case, link_worker):
    option = full_story(case, link_worker)
    story = read_option(link_worker, case, option.pk)
    assert (story.option.service_name, story.option.by_name) == (option.service.name, "Amina Yusuf")
    assert [len(rows) for rows in (story.choices, story.signpostings, story.introductions)] == [1, 1, 0]
    assert [len(rows) for rows in (story.referrals, story.steps, story.outcomes)] == [1, 1, 1]
    assert story.signpostings[0].by_name == "Amina Yusuf"
    assert story.has_way_on


def test_every_option_of_the_case_in_one_query(case, link_worker, django_assert_num_queries):
    for _ in range(4):
        full_story(case, link_worker)
    OptionFactory(case=CaseFactory(team=case.team))
    with django_assert_num_queries(1):
        assert len(list_options(link_worker, case)) == 4


def test_what_belongs_to_another_case_is_not_found(case, link_worker):
    other = CaseFactory(team=case.team)
    option = full_story(other, link_worker)
    for get, row in (
        (get_option, option),
        (read_option, option),
        (get_onward_referral, option.onward_referrals.get()),
        (get_outcome, option.outcomes.get()),
    ):
        with pytest.raises(NotFound):
            get(link_worker, case, row.pk)


def test_another_team_finds_nothing(case, link_worker, other_team_worker):
    full_story(case, link_worker)
    with acting(other_team_worker):
        assert list_options(other_team_worker, case) == []
        assert offered_services(other_team_worker, case) == {}
