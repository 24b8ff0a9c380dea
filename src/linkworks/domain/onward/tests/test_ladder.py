from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.onward import ladder
from linkworks.domain.onward.choices import LADDER, NeedMet, Rung, StoppedReason
from linkworks.domain.onward.ladder import Climbed
from linkworks.foundation.core.clock import LONDON

DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Told:
    at: datetime
    rung: str = ""
    need_met: str = ""
    stopped_because: str = ""
    created_at: datetime = datetime(2026, 5, 1, tzinfo=LONDON)
    corrects_id: UUID | None = None
    pk: UUID = field(default_factory=uuid4)


def told(rung="", day=0, **values):
    return Told(at=datetime(2026, 3, 2, 12, tzinfo=LONDON) + timedelta(days=day), rung=rung, **values)


def test_nothing_told_is_nothing_known():
    assert not ladder.progress([]).is_known


def test_help_received_states_the_rungs_under_it_by_the_same_day():
    progress = ladder.progress([told(Rung.CONTACTED), told(Rung.RECEIVED, day=7)])
    week_on = DAY + timedelta(days=7)
    assert progress.climbed == (
        Climbed(Rung.CONTACTED, DAY),
        Climbed(Rung.REACHED, week_on, is_implied=True),
        Climbed(Rung.RECEIVED, week_on),
    )
    assert progress.need_met is None


def test_a_need_met_is_the_top_rung():
    progress = ladder.progress([told(Rung.NEED_MET, need_met=NeedMet.YES)])
    assert (progress.highest, progress.need_met) == (Rung.NEED_MET, NeedMet.YES)


@pytest.mark.parametrize("answer", [NeedMet.PARTLY, NeedMet.NO])
def test_a_need_met_in_part_or_not_is_help_received(answer):
    progress = ladder.progress([told(Rung.RECEIVED, need_met=answer)])
    assert (progress.highest, progress.need_met) == (Rung.RECEIVED, answer)


def test_the_newest_answer_about_the_need_counts():
    first, later = told(Rung.NEED_MET, need_met=NeedMet.YES), told(Rung.RECEIVED, day=30, need_met=NeedMet.NO)
    assert ladder.progress([later, first]).highest == Rung.RECEIVED


def test_a_stop_ends_the_climb_until_something_newer_is_told():
    stop = told(day=3, stopped_because=StoppedReason.NO_REPLY)
    assert ladder.progress([told(Rung.CONTACTED), stop]).stopped == StoppedReason.NO_REPLY
    assert ladder.progress([told(Rung.CONTACTED), stop, told(Rung.REACHED, day=9)]).stopped is None


def test_what_was_corrected_does_not_count():
    slip = told(Rung.NEED_MET, need_met=NeedMet.YES)
    other = told(Rung.CONTACTED, day=1, corrects_id=slip.pk)
    assert ladder.progress([slip, other]).highest == Rung.CONTACTED
    assert not ladder.progress([slip, told(corrects_id=slip.pk)]).is_known


@pytest.mark.parametrize(
    ("before", "rung", "day", "sentence"),
    [
        (told(Rung.CONTACTED, day=5), Rung.RECEIVED, 4, "“Received help” cannot come before it"),
        (told(Rung.RECEIVED, day=5), Rung.REACHED, 6, "“Got through to them” cannot come after it"),
    ],
)
def test_rungs_are_climbed_in_order(before, rung, day, sentence):
    assert sentence in ladder.objection([before], rung, DAY + timedelta(days=day))


@pytest.mark.parametrize(
    ("before", "rung", "day"),
    [
        (told(Rung.RECEIVED, day=5), Rung.CONTACTED, 2),
        (told(Rung.NEED_MET, day=5, need_met=NeedMet.YES), Rung.RECEIVED, 60),
        (told(Rung.CONTACTED, day=5), Rung.RECEIVED, 5),
        (told(day=5, stopped_because=StoppedReason.UNWELL), Rung.CONTACTED, 1),
    ],
)
def test_earlier_rungs_may_be_filled_in_and_needs_may_come_back(before, rung, day):
    assert ladder.objection([before], rung, DAY + timedelta(days=day)) is None


@st.composite
def one_thing_told(draw):
    rung = draw(st.sampled_from(["", *Rung.values]))
    answers = {Rung.NEED_MET: [NeedMet.YES], Rung.RECEIVED: ["", NeedMet.PARTLY, NeedMet.NO]}
    return told(
        rung,
        day=draw(st.integers(0, 40)),
        need_met=draw(st.sampled_from(answers.get(rung, [""]))),
        stopped_because="" if rung else draw(st.sampled_from(StoppedReason.values)),
        created_at=datetime(2026, 5, 1, tzinfo=LONDON) + timedelta(seconds=draw(st.integers(0, 10**6))),
    )


histories = st.lists(one_thing_told(), max_size=12, unique_by=lambda one: one.created_at)


@given(histories)
def test_the_climb_is_always_the_ladder_from_its_foot(history):
    climbed = [step.rung for step in ladder.progress(history).climbed]
    assert climbed == list(LADDER[: len(climbed)])


@given(histories, st.randoms())
def test_the_order_in_which_rows_are_read_changes_nothing(history, random):
    shuffled = random.sample(history, len(history))
    assert ladder.progress(shuffled) == ladder.progress(history)


@given(histories, one_thing_told())
def test_more_told_never_takes_help_received_away(history, one):
    def up_to_received(rows):
        return {step.rung for step in ladder.progress(rows).climbed} - {Rung.NEED_MET}

    assert up_to_received(history) <= up_to_received([*history, one])


@given(histories)
def test_what_no_rule_objects_to_climbs_in_the_order_of_days(history):
    accepted = []
    for one in history:
        if not one.rung or ladder.objection(accepted, Rung(one.rung), one.at.date()) is None:
            accepted.append(one)
    days = [step.by for step in ladder.progress(accepted).climbed]
    assert days == sorted(days)


@given(histories)
def test_it_has_stopped_only_when_the_newest_row_says_so(history):
    counting = ladder.standing(history)
    newest = counting[-1].stopped_because if counting else ""
    assert (ladder.progress(history).stopped or "") == newest
