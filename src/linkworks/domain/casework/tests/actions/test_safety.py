import pytest
from django.db import ProgrammingError, transaction

from linkworks.domain.casework.actions.safety import (
    answer_first_questions,
    end_path,
    open_path,
    record_safety_deed,
    remind_of_path,
)
from linkworks.domain.casework.choices import PathTrigger, SafetyDeed
from linkworks.domain.casework.jobs.safety import remind_of_safety_paths
from linkworks.domain.casework.models import SafetyPath, SafetyStep
from linkworks.domain.casework.selectors.safety import get_path, list_paths_that_need, why_case_waits_for_path
from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound, ReasonNeeded, Refused
from linkworks.foundation.messaging.models import MessageContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def path(case, link_worker):
    return open_path(link_worker, case=case, trigger=PathTrigger.WORKER)


def do(actor, path, deed, **values):
    record_safety_deed(actor, path=path, deed=deed, **values)


def test_the_worker_who_opens_it_owns_it(path, link_worker):
    assert path.owner_id == link_worker.user_id
    assert list(list_paths_that_need(link_worker)) == [path]


def test_a_second_worry_goes_on_with_the_path_until_somebody_was_called(case, path, link_worker):
    assert open_path(link_worker, case=case, trigger=PathTrigger.PHQ9_ITEM_9) == path
    do(link_worker, path, SafetyDeed.PRACTICE_CALLED, with_whom="Dr Osei")
    assert open_path(link_worker, case=case, trigger=PathTrigger.PHQ9_ITEM_9) != path


def test_a_path_ends_only_once_somebody_was_called_and_in_words(path, link_worker):
    with pytest.raises(Refused, match="Call the practice or 999"):
        end_path(link_worker, path=path, words="She feels better.")
    do(link_worker, path, SafetyDeed.NUMBERS_GIVEN)
    with pytest.raises(Refused, match="Call the practice or 999"):
        end_path(link_worker, path=path, words="She has the numbers.")
    do(link_worker, path, SafetyDeed.PRACTICE_CALLED, with_whom="Dr Osei", words="She will ring at four.")
    with pytest.raises(Refused, match="how things stand"):
        end_path(link_worker, path=path, words=" ")
    end_path(link_worker, path=path, words="Dr Osei saw her.")
    assert SafetyPath.objects.get().ended_at
    assert [step.deed for step in SafetyStep.objects.order_by("at")] == ["numbers", "practice", "ended"]


def test_calling_999_is_enough_to_end_it(path, link_worker):
    do(link_worker, path, SafetyDeed.EMERGENCY_CALLED, words="Ambulance on its way.")
    end_path(link_worker, path=path, words="She is in hospital.")
    assert SafetyPath.objects.get().ended_at


def test_the_practice_is_recorded_with_whom_we_spoke_to(path, link_worker):
    with pytest.raises(Refused) as refusal:
        do(link_worker, path, SafetyDeed.PRACTICE_CALLED, words="They know.")
    assert refusal.value.field == "with_whom"


def test_an_ended_path_takes_nothing_more(path, link_worker):
    do(link_worker, path, SafetyDeed.EMERGENCY_CALLED)
    end_path(link_worker, path=path, words="Safe.")
    with pytest.raises(Refused, match="has ended"):
        do(link_worker, path, SafetyDeed.NUMBERS_GIVEN)


def test_a_path_passes_to_a_named_colleague_who_needs_no_other_reason(case, path, link_worker, second_worker):
    with pytest.raises(ReasonNeeded):
        get_path(second_worker, case.pk, path.pk)
    do(link_worker, path, SafetyDeed.PASSED_ON, new_owner_id=second_worker.user_id)
    assert get_path(second_worker, case.pk, path.pk).owner_id == second_worker.user_id
    assert not list_paths_that_need(link_worker).exists()


def test_a_path_passes_to_nobody_of_another_team(path, link_worker, other_team_worker):
    with pytest.raises(Refused) as refusal:
        do(link_worker, path, SafetyDeed.PASSED_ON, new_owner_id=other_team_worker.user_id)
    assert refusal.value.field == "new_owner"


def test_the_lead_sees_every_path_on_which_nobody_was_called(path, link_worker, team_lead, second_worker):
    assert list(list_paths_that_need(team_lead)) == [path]
    assert not list_paths_that_need(second_worker).exists()
    do(link_worker, path, SafetyDeed.PRACTICE_CALLED, with_whom="Dr Osei")
    assert not list_paths_that_need(team_lead).exists()


def test_an_open_path_keeps_the_case_from_closing(case, path, link_worker):
    assert "safety path is open" in why_case_waits_for_path(link_worker, case)
    do(link_worker, path, SafetyDeed.EMERGENCY_CALLED)
    assert why_case_waits_for_path(link_worker, case)
    end_path(link_worker, path=path, words="Safe.")
    assert why_case_waits_for_path(link_worker, case) is None


def test_the_first_questions_may_be_answered_later(path, link_worker):
    answer_first_questions(link_worker, path=path, with_them_now=True, immediate_danger=False)
    path.refresh_from_db()
    assert (path.with_them_now, path.immediate_danger) == (True, False)


def test_another_team_sees_no_path_and_may_do_nothing(case, path, other_team_worker):
    with acting(other_team_worker):
        with pytest.raises(NotFound):
            get_path(other_team_worker, case.pk, path.pk)
        with pytest.raises(NotAllowed):
            end_path(other_team_worker, path=path, words="x")


def test_a_path_of_one_case_is_not_found_in_another(path, team, link_worker):
    other = CaseFactory(team=team, worker_id=link_worker.user_id)
    with pytest.raises(NotFound):
        get_path(link_worker, other.pk, path.pk)


def test_a_commissioner_opens_no_path(case, commissioner):
    with pytest.raises(NotAllowed):
        open_path(commissioner, case=case, trigger=PathTrigger.WORKER)


def test_what_was_done_is_never_changed(path, link_worker):
    do(link_worker, path, SafetyDeed.NUMBERS_GIVEN)
    with pytest.raises(ProgrammingError), transaction.atomic():
        SafetyStep.objects.update(words="something else")


def told():
    contents = MessageContent.objects.order_by("created_at")
    return [(User.objects.get(email=one.recipient).name, one.subject, one.body) for one in contents]


def test_the_named_owner_is_told_at_once_and_without_a_name(case, path, link_worker, second_worker):
    do(link_worker, path, SafetyDeed.PASSED_ON, new_owner_id=second_worker.user_id)
    assert [name for name, *_ in told()] == [link_worker.name, second_worker.name]
    for _, subject, body in told():
        assert "safety path" in subject
        assert case.person.family_name not in subject + body
        assert str(case.pk) not in body


def test_a_path_that_goes_on_tells_nobody_twice(case, path, link_worker):
    open_path(link_worker, case=case, trigger=PathTrigger.PHQ9_ITEM_9)
    assert len(told()) == 1


def test_until_somebody_was_called_the_owner_and_then_others_are_reminded(team, path, link_worker, team_lead):
    job = Actor.system("test", team.pk)
    assert not remind_of_path(job, path_id=path.pk), "not due yet"
    for reminded in ({link_worker.name}, {link_worker.name, team_lead.name}):
        before = len(told())
        SafetyPath.objects.update(next_reminder_at=clock.now())
        assert remind_of_path(job, path_id=path.pk)
        assert {name for name, *_ in told()[before:]} == reminded
    path.refresh_from_db()
    assert path.reminders == SafetyStep.objects.filter(deed=SafetyDeed.REMINDED, by=None).count() == 2
    do(link_worker, path, SafetyDeed.PRACTICE_CALLED, with_whom="Dr Osei")
    SafetyPath.objects.update(next_reminder_at=clock.now())
    assert not remind_of_path(job, path_id=path.pk)


def test_the_job_is_safe_to_run_twice(team, path):
    SafetyPath.objects.update(next_reminder_at=clock.now())
    remind_of_safety_paths(0)
    remind_of_safety_paths(0)
    path.refresh_from_db()
    assert path.reminders == 1
