from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.casework.code_guard import CODED, CaseEvent, Occasion, code_due
from linkworks.domain.casework.codes import DECLINED, REFERRAL

MARCH = date(2026, 3, 3)
NEVER_CODED = sorted(set(Occasion) - set(CODED))

histories = st.lists(st.sampled_from(Occasion), min_size=1, max_size=12)


def case(*occasions: Occasion) -> list[CaseEvent]:
    return [CaseEvent(occasion, MARCH + timedelta(days=day)) for day, occasion in enumerate(occasions)]


def meaning_due(*occasions: Occasion) -> str | None:
    code = code_due(case(*occasions)).code
    return code and code.meaning


def test_the_referral_code_is_due_when_the_client_first_accepts():
    decision = code_due(case(Occasion.NOT_REACHED, Occasion.UNDECIDED, Occasion.ACCEPTED))
    assert decision.code.meaning == REFERRAL
    assert decision.because == (
        "The referral code is due: this is the first time in this case that the client accepts support."
    )


def test_ongoing_work_is_never_coded_and_says_when_the_code_was_due():
    decision = code_due(case(Occasion.ACCEPTED, Occasion.NOT_REACHED, Occasion.ACCEPTED))
    assert decision.code is None
    assert decision.because == "No code is due: the referral code goes in once per case, and was due on 3 March 2026."


@pytest.mark.parametrize("occasion", NEVER_CODED)
@pytest.mark.parametrize("before", [(), (Occasion.ACCEPTED,), (Occasion.CLIENT_SAID_NO,)])
def test_administration_and_calls_to_many_are_never_coded(occasion, before):
    decision = code_due(case(*before, occasion))
    assert decision.code is None
    assert decision.because.startswith("No code is due: ")


def test_a_welfare_call_does_not_use_up_the_referral_code():
    assert meaning_due(Occasion.WELFARE_CALL, Occasion.BOOKING_CALL, Occasion.ADMIN, Occasion.ACCEPTED) == REFERRAL


def test_the_declined_code_is_for_a_client_who_says_no():
    assert meaning_due(Occasion.CLIENT_SAID_NO) == DECLINED
    assert meaning_due(Occasion.ACCEPTED, Occasion.CLIENT_SAID_NO) == DECLINED
    assert meaning_due(Occasion.CLIENT_SAID_NO, Occasion.CLIENT_SAID_NO) is None


def test_our_own_decline_is_never_coded_as_the_clients():
    decision = code_due(case(Occasion.TEAM_DECLINED))
    assert decision.code is None
    assert decision.because == (
        "No code is due: the declined code is for a client who says no, and this was our decision."
    )


def test_a_client_who_first_said_no_may_still_accept():
    assert meaning_due(Occasion.CLIENT_SAID_NO, Occasion.ACCEPTED) == REFERRAL


def test_an_empty_case_has_no_code_due():
    assert code_due([]).code is None
    assert code_due([]).because == "No code is due: nothing has happened in this case yet."


@given(histories)
def test_however_a_case_goes_each_code_falls_due_once_at_its_first_occasion(occasions):
    decisions = [code_due(case(*occasions[: length + 1])) for length in range(len(occasions))]
    for occasion, meaning in CODED.items():
        due_at = [
            place for place, decision in enumerate(decisions) if decision.code and decision.code.meaning == meaning
        ]
        assert due_at == ([occasions.index(occasion)] if occasion in occasions else [])


@given(histories)
def test_every_outcome_is_explained_in_one_sentence(occasions):
    because = code_due(case(*occasions)).because
    assert because.endswith(".")
    assert because.count(". ") == 0
