from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection

from linkworks.domain.casework.tests.factories import CaseFactory
from linkworks.domain.onward.actions.answer import answer_option, open_sheet
from linkworks.domain.onward.actions.hand_out import PURPOSE, hand_out
from linkworks.domain.onward.actions.offer import record_choice
from linkworks.domain.onward.choices import Choice, SheetState
from linkworks.domain.onward.models import ClientChoice, OptionsSheet
from linkworks.domain.onward.selectors.waiting import list_to_follow
from linkworks.domain.onward.sheet.tries import MOST_AN_HOUR, MOST_IN_ALL, Verdict
from linkworks.domain.onward.tests.factories import (
    OptionFactory,
    OptionsSheetFactory,
    SheetEntryFactory,
    SignpostingFactory,
)
from linkworks.foundation.access import links
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

pytestmark = pytest.mark.django_db

BORN, WRONG = 1950, 1951


def try_years(by_link, sheet, count, year=WRONG):
    return [open_sheet(by_link, sheet=sheet, year=year) for _ in range(count)]


def test_the_year_of_birth_opens_the_sheet_and_the_worker_sees_when(by_link, sheet):
    assert open_sheet(by_link, sheet=sheet, year=BORN) is None
    sheet.refresh_from_db()
    assert sheet.state is SheetState.OPENED
    event = ChangeEntry.objects.get(event="options_sheet.opened")
    assert (event.actor_kind, event.person_id) == ("system", sheet.person_id)


def test_after_a_few_wrong_years_even_the_right_one_has_to_wait(by_link, sheet):
    with time_machine.travel(clock.now(), tick=False):
        assert try_years(by_link, sheet, MOST_AN_HOUR)[-1] is Verdict.WAIT
        assert open_sheet(by_link, sheet=sheet, year=BORN) is Verdict.WAIT
    sheet.refresh_from_db()
    assert len(sheet.wrong_years_at) == MOST_AN_HOUR, "a try that has to wait is not judged, and not counted"
    with time_machine.travel(clock.now() + timedelta(hours=1, minutes=1)):
        assert open_sheet(by_link, sheet=sheet, year=BORN) is None


def test_too_many_wrong_years_end_the_link_whatever_came_between(by_link, link_worker, sheet):
    verdicts = []
    for hour in range(MOST_IN_ALL):
        with time_machine.travel(clock.now() + timedelta(hours=2 * hour), tick=False):
            verdicts.append(open_sheet(by_link, sheet=sheet, year=WRONG))
            if hour == 4:
                assert open_sheet(by_link, sheet=sheet, year=BORN) is None
    assert verdicts[-1] is Verdict.SHUT
    sheet.refresh_from_db()
    assert sheet.state is SheetState.SHUT
    with pytest.raises(NotFound):
        links.open_link(sheet.token, PURPOSE)
    with pytest.raises(NotFound):
        open_sheet(by_link, sheet=sheet, year=BORN)


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_counted_one_after_another(team, link_worker):
    job = Actor.system("test", team.pk)
    with acting(job):
        case = CaseFactory(team=team)
        case.person.change(date_of_birth=date(BORN, 1, 31))
        entry = SheetEntryFactory(sheet=OptionsSheetFactory(case=case), option=OptionFactory(case=case))
        hand_out(link_worker, sheet=entry.sheet)
    together = Barrier(MOST_AN_HOUR + 3)

    def guess(number):
        try:
            together.wait()
            with acting(job):
                open_sheet(job, sheet=entry.sheet, year=WRONG)
        finally:
            connection.close()

    with ThreadPoolExecutor(together.parties) as threads:
        list(threads.map(guess, range(together.parties)))
    with acting(job):
        assert len(OptionsSheet.objects.get().wrong_years_at) == MOST_AN_HOUR


def test_an_answer_is_the_persons_own_and_comes_back_to_the_worker(by_link, link_worker, sheet, entry):
    answer_option(by_link, entry=entry, choice=Choice.YES, words="  I miss eating with others. ")
    told = ClientChoice.objects.get()
    assert (told.choice, told.words, told.sheet, told.by) == ("yes", "I miss eating with others.", sheet, None)
    (option,) = list_to_follow(link_worker)
    assert (option.pk, option.choice) == (entry.option_id, "yes")
    event = ChangeEntry.objects.get(event="option.answered")
    assert event.keys == {"choice": "yes", "sheet": str(sheet.pk)}
    assert (event.actor_kind, event.actor_user_id) == ("system", None)


def test_the_same_answer_twice_is_one_and_another_changes_it(by_link, sheet, entry):
    for choice in (Choice.YES, Choice.YES, Choice.NO):
        answer_option(by_link, entry=entry, choice=choice)
    assert list(ClientChoice.objects.order_by("at").values_list("choice", flat=True)) == ["yes", "no"]
    entry.option.refresh_from_db()
    assert entry.option.choice == Choice.NO


def test_what_the_worker_wrote_down_and_the_person_says_again_is_said_by_the_person(by_link, link_worker, sheet, entry):
    record_choice(link_worker, option=entry.option, choice=Choice.YES)
    answer_option(by_link, entry=entry, choice=Choice.YES)
    assert ClientChoice.objects.filter(sheet=sheet).count() == 1


def test_once_the_worker_has_acted_a_change_of_mind_is_a_conversation(by_link, sheet, entry):
    answer_option(by_link, entry=entry, choice=Choice.YES)
    SignpostingFactory(case=entry.case, option=entry.option)
    with pytest.raises(Refused, match="We have begun to help with this one"):
        answer_option(by_link, entry=entry, choice=Choice.NO)


def test_a_closed_case_takes_no_answer(by_link, sheet, entry):
    entry.case.change(status="closed", closed_at=clock.now())
    with pytest.raises(Refused, match="talk to us instead"):
        answer_option(by_link, entry=entry, choice=Choice.NO)
