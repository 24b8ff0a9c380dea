"""Cases in every state of safety and of ending, for the walk through every page."""

from dataclasses import dataclass
from datetime import timedelta

from linkworks.domain.casework.actions.close import prepare_closing
from linkworks.domain.casework.actions.goals import agree_goal, score_goal
from linkworks.domain.casework.actions.gp_record import record_code
from linkworks.domain.casework.actions.safeguarding import acknowledge_concern, close_concern, record_concern_deed
from linkworks.domain.casework.actions.safety import end_path, record_safety_deed
from linkworks.domain.casework.actions.striking import strike
from linkworks.domain.casework.choices import ClosureReason, ConcernDeed, HowItWent, NotAskedReason, SafetyDeed
from linkworks.domain.casework.models import Case, Contact, MeasureResponse, SafeguardingConcern, SafetyPath
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    ClosedCaseFactory,
    ClosureFactory,
    ContactFactory,
    MeasureResponseFactory,
    SafeguardingConcernFactory,
    SafetyPathFactory,
    TaskFactory,
    WhatMattersFactory,
)
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.tests.factories import ConsentFactory, PersonFactory, PracticeFactory
from linkworks.domain.referrals.choices import ReferralSource
from linkworks.domain.referrals.tests.factories import ReferralFactory
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel, MessageStatus

WORDS = "She rings Rosa at four, and Amina rings again tomorrow morning."


@dataclass
class SafetyRecords:
    """By the name of the state of their page."""

    measured: Case
    readings: dict[str, MeasureResponse]
    paths: dict[str, SafetyPath]
    concerns: dict[str, SafeguardingConcern]
    contacts: dict[str, Contact]
    said_no: Case
    prepared: dict[str, Case]


def build(team: Team, worker: Actor, lead: Actor) -> SafetyRecords:
    measured = a_measured_case(team, worker)
    leave_a_message_stuck(worker)
    return SafetyRecords(
        measured=measured,
        readings={
            "answered": measured.measureresponses.standing().filter(not_asked="").last(),
            "in_error": measured.measureresponses.get(struck_at__isnull=False),
            "not_asked": measured.measureresponses.exclude(not_asked="").get(),
        },
        paths=paths(team, worker),
        concerns=concerns(team, worker, lead),
        contacts=contacts(team, worker),
        said_no=somebody_who_said_no(team, worker),
        prepared={"filled": ready_to_close(team, worker), "nobody_to_tell": ready_to_close(team, worker, alone=True)},
    )


def a_measured_case(team: Team, worker: Actor) -> Case:
    case = CaseFactory(team=team, worker_id=worker.user_id)
    ago = [clock.now() - timedelta(days=days) for days in (80, 40, 1)]
    answers = ((3, 4, None, 8), (5, 5, 6, 6), (7, 6, 7, 4))
    for at, (satisfied, worthwhile, happy, anxious) in zip(ago, answers, strict=True):
        MeasureResponseFactory(
            case=case,
            at=at,
            answers={"satisfied": satisfied, "worthwhile": worthwhile, "happy": happy, "anxious": anxious},
        )
    MeasureResponseFactory(case=case, instrument="loneliness", answers={}, not_asked=NotAskedReason.DISTRESSED)
    wrong = MeasureResponseFactory(case=case, answers={"satisfied": 0})
    strike(worker, row=wrong, because="These were the answers of somebody else.")
    goal = agree_goal(worker, case=case, words="Go to the lunch club every week")
    for at, score in zip(ago, (2, 5, 8), strict=True):
        score_goal(worker, goal=goal, score=score, at=at)
    return case


def paths(team: Team, worker: Actor) -> dict[str, SafetyPath]:
    found = {
        state: a_path(team, worker, danger=state == "danger") for state in ("danger", "to_call", "called", "ended")
    }
    for state in ("called", "ended"):
        deed = {"deed": SafetyDeed.PRACTICE_CALLED, "with_whom": "Dr Osei, duty doctor", "words": WORDS}
        record_safety_deed(worker, path=found[state], **deed)
    end_path(worker, path=found["ended"], words="Dr Osei has seen her.")
    return found


def a_path(team: Team, worker: Actor, *, danger: bool) -> SafetyPath:
    practice = PracticeFactory(team=team, telephone="+442079460123")
    referral = ReferralFactory(team=team, person=PersonFactory(team=team, practice=practice))
    case = CaseFactory(team=team, referral=referral, worker_id=worker.user_id)
    return SafetyPathFactory(case=case, owner_id=worker.user_id, immediate_danger=danger, with_them_now=danger)


def concerns(team: Team, worker: Actor, lead: Actor) -> dict[str, SafeguardingConcern]:
    found = {
        state: SafeguardingConcernFactory(
            case=CaseFactory(team=team, worker_id=worker.user_id),
            lead_id=lead.user_id,
            deputy_id=worker.user_id,
            by_id=worker.user_id,
            immediate_danger=state == "raised",
        )
        for state in ("raised", "acknowledged", "closed")
    }
    acknowledge_concern(lead, concern=found["acknowledged"], words="")
    record_concern_deed(
        worker,
        concern=found["acknowledged"],
        deed=ConcernDeed.SHARED_WITHOUT_CONSENT,
        with_whom="Adult social care",
        words="He threatened to hit her.",
    )
    close_concern(lead, concern=found["closed"], words="Social care has taken it on.")
    return found


def contacts(team: Team, worker: Actor) -> dict[str, Contact]:
    due, coded = (CaseFactory(team=team, worker_id=worker.user_id) for _ in range(2))
    first = ContactFactory(case=coded, at=clock.now() - timedelta(days=9), by_id=worker.user_id)
    record_code(worker, case=coded, contact=first)
    return {
        "code_due": ContactFactory(case=due, by_id=worker.user_id, next_step="Ring the choir"),
        "no_code": ContactFactory(case=coded, by_id=worker.user_id),
        "recorded": first,
    }


def somebody_who_said_no(team: Team, worker: Actor) -> Case:
    case = ClosedCaseFactory(team=team, worker_id=worker.user_id)
    ClosureFactory(case=case, reason=ClosureReason.DECLINED, how_it_went=HowItWent.NOT_KNOWN, by_id=worker.user_id)
    return case


def ready_to_close(team: Team, worker: Actor, *, alone: bool = False) -> Case:
    """With a practice that may be told and a referrer who may not; `alone`, with neither."""
    practice = None if alone else PracticeFactory(team=team, email="reception@practice.example")
    referral = ReferralFactory(
        team=team,
        person=PersonFactory(team=team, practice=practice),
        source=ReferralSource.SELF if alone else ReferralSource.HOUSING,
        referrer_email="" if alone else "sam@homes.example",
    )
    case = CaseFactory(team=team, referral=referral, worker_id=worker.user_id)
    WhatMattersFactory(case=case)
    AppointmentFactory(case=case, worker_id=worker.user_id)
    TaskFactory(case=case, worker_id=worker.user_id)
    ConsentFactory(person=case.person, kind=ConsentKind.SHARE_PRACTICE)
    prepare_closing(worker, case=case, reason=ClosureReason.GOALS_REACHED, how_it_went=HowItWent.NEED_MET)
    return case


def leave_a_message_stuck(worker: Actor) -> None:
    message = outbox.put(
        worker, team_id=worker.team_id, channel=Channel.EMAIL, recipient="x@practice.example", subject="", body="x"
    )
    message.change(status=MessageStatus.FAILED, attempts=6, last_problem="No space left on device.")
