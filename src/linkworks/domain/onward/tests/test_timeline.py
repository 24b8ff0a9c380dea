import pytest

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.onward.actions.move import move_onward
from linkworks.domain.onward.actions.offer import offer_option, record_choice
from linkworks.domain.onward.actions.outcome import HowItWent, correct_outcome, record_outcome
from linkworks.domain.onward.actions.ways_on import introduce, signpost
from linkworks.domain.onward.choices import Choice, IntroductionKind, NeedMet, OnwardStatus, Rung, StoppedReason
from linkworks.domain.onward.outcome_words import outcome_words
from linkworks.domain.onward.tests.factories import OnwardReferralFactory, OnwardStepFactory
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db

TODAY = clock.today()


@pytest.fixture
def story(case, service, link_worker):
    option = offer_option(link_worker, case=case, service=service, why="Company")
    record_choice(link_worker, option=option, choice=Choice.YES, words="I miss the singing")
    signpost(link_worker, option=option, told="Ask for Jo", on=TODAY)
    introduce(link_worker, option=option, kind=IntroductionKind.THREE_WAY_CALL, with_whom="Jo", on=TODAY)
    referral = OnwardReferralFactory(case=case, option=option)
    OnwardStepFactory(case=case, onward_referral=referral, status=OnwardStatus.SENT)
    move_onward(link_worker, referral=referral, status=OnwardStatus.WAITING_LIST, words="Six weeks", on=TODAY)
    told = record_outcome(link_worker, option=option, went=HowItWent(on=TODAY, rung=Rung.RECEIVED, felt="A lifeline"))
    correct_outcome(link_worker, outcome=told, went=HowItWent(on=TODAY, rung=Rung.REACHED))
    return option


def test_the_timeline_tells_an_option_from_offer_to_outcome(case, story, django_assert_num_queries):
    with django_assert_num_queries(1):
        entries = timeline.read(case, kind=TimelineKind.OPTIONS).entries
    assert [entry.title for entry in reversed(entries)] == [
        "Option offered: Deptford lunch club",
        "Deptford lunch club: “Yes please”",
        "Signposted to Deptford lunch club",
        "Introduced to Deptford lunch club",
        "Referred on to Deptford lunch club",
        "Referral to Deptford lunch club: on their waiting list",
        "Deptford lunch club: received help",
        "Deptford lunch club: got through to them",
    ]
    assert {entry.url for entry in entries} == {f"/cases/{case.pk}/options/{story.pk}"}


def test_what_was_said_and_put_right_stands_in_it(case, story):
    entries = {entry.title: entry for entry in timeline.read(case, kind=TimelineKind.OPTIONS).entries}
    assert entries["Deptford lunch club: “Yes please”"].words == "I miss the singing"
    assert entries["Deptford lunch club: received help"].lines == ("Put right later",)
    assert entries["Deptford lunch club: got through to them"].lines == ("This puts an earlier line right",)
    assert entries["Option offered: Deptford lunch club"].by_name == "Amina Yusuf"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("", "", StoppedReason.WAIT_TOO_LONG), "stopped: the wait was too long"),
        ((Rung.NEED_MET, NeedMet.YES, ""), "received help, need met"),
        ((Rung.RECEIVED, NeedMet.PARTLY, ""), "received help, need partly met"),
        ((Rung.CONTACTED, "", ""), "got in touch"),
        (("", "", ""), "did not happen"),
    ],
)
def test_how_it_went_in_words(told, words):
    assert outcome_words(*told) == words
