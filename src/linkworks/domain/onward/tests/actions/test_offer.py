import pytest

from linkworks.domain.casework.tests.factories import CaseFactory, ClosedCaseFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import FullServiceFactory, ServiceFactory
from linkworks.domain.onward.actions.offer import offer_option, record_choice
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.selectors.options import get_option, list_options
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


def test_a_service_is_put_to_the_person_and_logged(case, service, link_worker):
    option = offer_option(link_worker, case=case, service=service, why="Company")
    assert (option.person_id, option.by_id) == (case.person_id, link_worker.user_id)
    entry = ChangeEntry.objects.get(event="option.offered")
    assert (entry.person_id, entry.keys) == (case.person_id, {"service": str(service.pk), "goal": None})


def test_the_same_service_is_offered_once(case, service, link_worker):
    offer_option(link_worker, case=case, service=service)
    with pytest.raises(Refused, match="among the options already"):
        offer_option(link_worker, case=case, service=service)
    other = CaseFactory(team=case.team)
    assert offer_option(link_worker, case=other, service=service)


def test_a_closed_service_is_refused_and_a_full_one_takes_a_reason(case, link_worker):
    reason = "They keep a place for Rosa."
    shut = ServiceFactory(live_state=LiveState.CLOSED_FOR_NOW)
    with pytest.raises(Refused, match="closed for now"):
        offer_option(link_worker, case=case, service=shut, overridden_because=reason)
    full = FullServiceFactory()
    with pytest.raises(Refused, match="although it is full at the moment"):
        offer_option(link_worker, case=case, service=full)
    assert offer_option(link_worker, case=case, service=full, overridden_because=reason).overridden == ["full"]


def test_a_closed_case_takes_no_options(team, service, link_worker):
    with pytest.raises(Refused, match="Reopen it first"):
        offer_option(link_worker, case=ClosedCaseFactory(team=team), service=service)
    assert not Option.objects.exists()


def test_nothing_is_put_to_somebody_who_has_died(case, service, link_worker):
    case.person.change(died_on="2026-03-02")
    with pytest.raises(Refused, match="Rosa has died"):
        offer_option(link_worker, case=case, service=service)


def test_who_may_not_work_with_people_may_not_offer(case, service, commissioner, other_team_worker):
    for actor in (commissioner, other_team_worker):
        with pytest.raises(NotAllowed):
            offer_option(actor, case=case, service=service)


def test_the_choice_is_kept_in_their_own_words_and_may_change(case, option, link_worker):
    record_choice(link_worker, option=option, choice=Choice.NO, words="Too far for my knees")
    record_choice(link_worker, option=option, choice=Choice.YES, words="If somebody drives me")
    (story,) = list_options(link_worker, case)
    assert story.option.choice == Choice.YES
    assert [told.words for told in story.choices] == ["Too far for my knees", "If somebody drives me"]
    assert ChangeEntry.objects.filter(event="option.chosen", person_id=case.person_id).count() == 2


def test_two_people_recording_a_choice_conflict(option, link_worker):
    seen = option.version
    record_choice(link_worker, option=option, choice=Choice.YES, expected_version=seen)
    with pytest.raises(Conflict):
        record_choice(link_worker, option=option, choice=Choice.NO, expected_version=seen)


def test_another_team_does_not_find_the_option(case, option, other_team_worker):
    with acting(other_team_worker), pytest.raises(NotFound):
        get_option(other_team_worker, case, option.pk)
