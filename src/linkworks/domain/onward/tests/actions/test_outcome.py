from datetime import timedelta

import pytest

from linkworks.domain.onward.actions.offer import record_choice
from linkworks.domain.onward.actions.outcome import HowItWent, correct_outcome, record_outcome
from linkworks.domain.onward.choices import Choice, NeedMet, Rung, StoppedReason
from linkworks.domain.onward.models import OnwardOutcome
from linkworks.domain.onward.selectors.options import read_option
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db

TODAY = clock.today()
LAST_WEEK = TODAY - timedelta(days=7)


def tell(actor, option, **values):
    return record_outcome(actor, option=option, went=HowItWent(**{"on": TODAY, **values}))


def progress(actor, option):
    return read_option(actor, option.case, option.pk).progress


def test_the_ladder_is_climbed_and_logged(wanted, link_worker):
    tell(link_worker, wanted, rung=Rung.CONTACTED, on=LAST_WEEK)
    tell(link_worker, wanted, rung=Rung.RECEIVED, need_met=NeedMet.YES, felt="A lifeline")
    assert progress(link_worker, wanted).highest == Rung.NEED_MET
    entry = ChangeEntry.objects.filter(event="onward_outcome.recorded").latest("at")
    assert entry.keys == {"rung": "need_met", "need_met": "yes", "stopped_because": ""}


def test_help_that_met_the_need_in_part_is_help_received(wanted, link_worker):
    tell(link_worker, wanted, rung=Rung.RECEIVED, need_met=NeedMet.PARTLY)
    assert progress(link_worker, wanted).need_met == NeedMet.PARTLY
    assert progress(link_worker, wanted).highest == Rung.RECEIVED


def test_why_it_stopped_is_kept_also_after_they_changed_their_mind(wanted, link_worker):
    record_choice(link_worker, option=wanted, choice=Choice.NO, words="Too loud for me")
    tell(link_worker, wanted, stopped_because=StoppedReason.NOT_RIGHT)
    assert progress(link_worker, wanted).stopped == StoppedReason.NOT_RIGHT


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "how_far"),
        ({"rung": Rung.CONTACTED, "stopped_because": StoppedReason.COST}, "how_far"),
        ({"rung": Rung.CONTACTED, "need_met": NeedMet.YES}, "need_met"),
        ({"rung": Rung.REACHED, "on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_what_does_not_make_sense_is_refused(wanted, link_worker, values, field):
    with pytest.raises(Refused) as refused:
        tell(link_worker, wanted, **values)
    assert refused.value.field == field
    assert not OnwardOutcome.objects.exists()


def test_no_rung_before_an_earlier_one(wanted, link_worker):
    tell(link_worker, wanted, rung=Rung.CONTACTED)
    with pytest.raises(Refused, match="cannot come before it"):
        tell(link_worker, wanted, rung=Rung.RECEIVED, on=LAST_WEEK)


def test_a_slip_is_put_right_and_both_stay(wanted, link_worker):
    slip = tell(link_worker, wanted, rung=Rung.RECEIVED)
    correct_outcome(link_worker, outcome=slip, went=HowItWent(on=TODAY, rung=Rung.CONTACTED))
    assert progress(link_worker, wanted).highest == Rung.CONTACTED
    assert wanted.outcomes.count() == 2
    with pytest.raises(Refused, match="put right already"):
        correct_outcome(link_worker, outcome=slip, went=HowItWent(on=TODAY))


def test_what_did_not_happen_is_taken_out_of_the_ladder(wanted, link_worker):
    slip = tell(link_worker, wanted, rung=Rung.RECEIVED)
    correct_outcome(link_worker, outcome=slip, went=HowItWent(on=TODAY))
    assert not progress(link_worker, wanted).is_known


def test_who_may_not_work_with_people_records_nothing(wanted, commissioner):
    with pytest.raises(NotAllowed):
        tell(commissioner, wanted, rung=Rung.CONTACTED)
