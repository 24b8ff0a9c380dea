from datetime import timedelta

import pytest

from linkworks.domain.casework.tests.factories import ClosedCaseFactory
from linkworks.domain.onward.actions.offer import record_choice
from linkworks.domain.onward.actions.ways_on import introduce, signpost
from linkworks.domain.onward.choices import Choice, IntroductionKind
from linkworks.domain.onward.tests.factories import OptionFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


def along(actor, option, on=None):
    return introduce(actor, option=option, kind=IntroductionKind.GOING_ALONG, with_whom="Jo", on=on or clock.today())


def test_a_signpost_is_told_and_logged(option, link_worker):
    signposting = signpost(link_worker, option=option, told="Ring on Monday", on=clock.today())
    assert signposting.case_id == option.case_id
    assert ChangeEntry.objects.get(event="option.signposted").keys == {"service": str(option.service_id)}


def test_an_introduction_says_with_whom(wanted, link_worker):
    yesterday = clock.today() - timedelta(days=1)
    introduction = along(link_worker, wanted, on=yesterday)
    assert (introduction.with_whom, clock.day_of(introduction.at)) == ("Jo", yesterday)
    assert ChangeEntry.objects.get(event="option.introduced").keys["kind"] == IntroductionKind.GOING_ALONG


def test_what_is_still_to_come_is_not_an_introduction(wanted, link_worker):
    with pytest.raises(Refused, match="Book an appointment") as refused:
        along(link_worker, wanted, on=clock.today() + timedelta(days=1))
    assert refused.value.field == "on"


def test_a_no_is_respected(wanted, link_worker):
    record_choice(link_worker, option=wanted, choice=Choice.NO, words="Not now")
    with pytest.raises(Refused, match="Rosa said “not for me”"):
        signpost(link_worker, option=wanted, on=clock.today())


def test_a_closed_case_takes_no_ways_on(team, link_worker):
    option = OptionFactory(case=ClosedCaseFactory(team=team))
    with pytest.raises(Refused, match="Reopen it first"):
        signpost(link_worker, option=option, on=clock.today())


def test_who_may_not_work_with_people_connects_nobody(option, commissioner):
    with pytest.raises(NotAllowed):
        signpost(commissioner, option=option, on=clock.today())
