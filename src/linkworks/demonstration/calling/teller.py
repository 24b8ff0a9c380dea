"""What became of each resident of a campaign, up to a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from linkworks.demonstration.calling.courses import Call, Course, OtherTry, tell_course
from linkworks.demonstration.calling.helping import Help, tell_help
from linkworks.demonstration.calling.pouring import Pourer
from linkworks.demonstration.calling.residents import Resident
from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Crew
from linkworks.demonstration.log import about
from linkworks.demonstration.stories import read
from linkworks.domain.outreach.choices import Ending, OptOutFrom, OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import (
    CallAttempt,
    Campaign,
    CampaignContact,
    HandOut,
    LadderStep,
    Need,
    NeedStep,
    OptOut,
    ScriptVersion,
)
from linkworks.domain.outreach.need_rules import ENDED
from linkworks.domain.outreach.windows import Windows
from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.actor import ActorKind

HIGH_PRIORITY = 0.3
TALK, NO_TALK = (4, 21), (1, 3)  # minutes
UNTIL_ASKED_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class Plan:
    """`first` is when each of the people is rung for the first time; `until` is where the story stops."""

    told: str
    people: int
    first_serial: int
    began: datetime
    until: datetime
    first: Sequence[datetime]
    closed: datetime | None = None


@dataclass(frozen=True)
class Room:
    """Who rings, with which script, and who brings help, by name."""

    crew: Crew
    callers: Sequence[User]
    script: ScriptVersion
    providers: Mapping[str, UUID]


class Teller:
    """Writes down one resident after another: their place in the queue, the calls, the help, the other ways."""

    def __init__(self, plan: Plan, campaign: Campaign, room: Room, chance: Chance, pour: Pourer) -> None:
        self._plan, self._campaign, self._pour = plan, campaign, pour
        self._crew, self._callers, self._providers = room.crew, room.callers, room.providers
        self._ids = chance.of("ids")
        self._texts = chance.of("texts")
        self._bands = list(campaign.bands.order_by("place"))
        self._outcomes = {one.code: one for one in campaign.outcomes.all()}
        self._rungs = {OtherWay(one.kind): one for one in campaign.rungs.all()}
        self._types = {one.code: one for one in campaign.need_types.all()}
        self._deliver = {one.urgency: one.deliver for one in campaign.need_clocks.all()}
        self._windows = Windows(campaign.zone, ())

    def tell(self, resident: Resident, first: datetime, chance: Chance) -> None:
        band = self._bands[0 if chance.happens(HIGH_PRIORITY) else -1]
        has_number = resident.number is not None
        once_more_after = self._outcomes["declined"].once_more_after if band.rings_once_more else timedelta()
        begins = first if has_number else self._plan.began
        course = tell_course(chance, begins, band.most_tries, once_more_after, has_number=has_number)
        contact_id = self._ids.uuid()
        calls = [call for call in course.calls if call.at < self._plan.until]
        contact = self._contact(contact_id, resident, course, calls)
        contact["band_id"] = band.pk
        for call in calls:
            self._call(contact, resident, call, chance)
        self._try_other_ways(contact, resident, course)
        if course.ending and contact["state"] == QueueState.ENDED:
            self._stop_elsewhere(resident, course)

    def _contact(self, contact_id: UUID, resident: Resident, course: Course, calls: Sequence[Call]) -> dict[str, Any]:
        came = self._plan.began - timedelta(days=3)
        return self._pour.add(
            CampaignContact,
            **self._made(contact_id, resident, came),
            campaign_id=self._campaign.pk,
            number_id=resident.number_id,
            phone_key=resident.number or "",
            language=resident.language,
            tries=len([call for call in calls if self._outcomes[call.outcome].counts]),
            tried_parts=self._tried(calls),
            hand_outs=len(calls),
            last_outcome_id=self._outcomes[calls[-1].outcome].pk if calls else None,
            **{"rank_at": came} | self._where(course, calls),
        )

    def _where(self, course: Course, calls: Sequence[Call]) -> dict[str, Any]:
        """Where they stand at the moment at which the story stops."""
        until = self._plan.until
        if course.ended_at and course.ended_at < until:
            words = course.tries[-1].kind.label if course.tries else ""
            ended = {"ending": course.ending, "ended_at": course.ended_at, "ending_words": words}
            return {"state": QueueState.ENDED} | ended
        waiting = next((one for one in course.tries if one.begun < until <= one.at), None)
        if waiting:
            return {"state": QueueState.LADDER, "wakes_at": waiting.at}
        following = next((call.at for call in course.calls if call.at >= until), None)
        if calls and following:
            promised = calls[-1].ring_at is not None
            return {"state": QueueState.RESTING, "wakes_at": following, "rank_at": following, "is_promised": promised}
        return {"state": QueueState.READY}

    def _tried(self, calls: Sequence[Call]) -> int:
        parts = 0
        for call in calls:
            parts |= self._windows.part_at(call.at)
        return parts

    def _call(self, contact: dict[str, Any], resident: Resident, call: Call, chance: Chance) -> None:
        caller, token = chance.one(self._callers), self._ids.uuid()
        minutes = chance.between(*(TALK if call.outcome in ("talked", "talked-needs") else NO_TALK))
        handed = call.at - timedelta(minutes=minutes)
        by = {"contact_id": contact["id"], "token": token, "by_id": caller.pk}
        self._pour.add(HandOut, **self._made(self._ids.uuid(), resident, handed), **by, at=handed)
        self._pour.add(
            CallAttempt,
            **self._made(self._ids.uuid(), resident, call.at),
            **by,
            at=call.at,
            outcome_id=self._outcomes[call.outcome].pk,
            phone_key=resident.number or "",
            note=self._texts.one(read("calling.toml")["notes"][call.outcome]),
            ring_at=call.ring_at,
        )
        self._log(caller, "call.saved", call.at, contact, outcome=call.outcome, state=contact["state"])
        if call.outcome == "talked-needs":
            for help_ in tell_help(chance, call.at):
                self._help(contact, resident, token, help_)

    def _help(self, contact: dict[str, Any], resident: Resident, token: UUID, help_: Help) -> None:
        steps = [step for step in help_.steps if step.at < self._plan.until]
        last, raised = steps[-1], steps[0].at
        following = next((step.at for step in help_.steps if step.at >= self._plan.until), None)
        is_over = last.state in ENDED
        need_id = self._ids.uuid()
        is_urgent = help_.urgency == "immediate"
        self._pour.add(
            Need,
            **self._made(need_id, resident, raised),
            campaign_id=self._campaign.pk,
            contact_id=contact["id"],
            token=token,
            type_id=self._types[help_.kind].pk,
            urgency=help_.urgency,
            words=read("calling.toml")["needs"][help_.kind],
            may_share=True,
            state=last.state,
            provider_id=self._providers.get(last.provider),
            raised_at=raised,
            deliver_by=raised + self._deliver[help_.urgency],
            due_at=None if is_over else following or raised + UNTIL_ASKED_AGAIN,
            owner_id=self._crew.coordinator.pk,
            acknowledged_at=raised + timedelta(minutes=1) if is_urgent else None,
        )
        for step in steps:
            self._pour.add(
                NeedStep,
                **self._made(self._ids.uuid(), resident, step.at),
                need_id=need_id,
                state=step.state,
                provider_id=self._providers.get(step.provider),
                heard_from=step.heard_from,
                at=step.at,
            )

    def _try_other_ways(self, contact: dict[str, Any], resident: Resident, course: Course) -> None:
        for other in course.tries:
            if other.begun < self._plan.until:
                step_id = self._ids.uuid()
                self._pour.add(LadderStep, **self._made(step_id, resident, other.begun), **self._other(contact, other))
                contact["step_id"] = step_id if other.at >= self._plan.until else None

    def _other(self, contact: dict[str, Any], other: OtherTry) -> dict[str, Any]:
        owner = self._crew.lead if other.kind == OtherWay.POLICE else self._texts.one(self._crew.workers).user
        begun = {
            "contact_id": contact["id"],
            "rung_id": self._rungs[other.kind].pk,
            "kind": other.kind,
            "owner_id": owner.pk,
            "due_at": other.at,
        }
        return begun | self._result(owner, other) if other.at < self._plan.until else begun

    def _result(self, owner: User, other: OtherTry) -> dict[str, Any]:
        words = self._texts.one(read("calling.toml")["other_ways"][other.result])
        told: dict[str, Any] = {"result": other.result, "words": words, "by_id": owner.pk, "at": other.at}
        if other.result == StepResult.SEEN_SAFE:
            told |= {"who": self._texts.one(read("calling.toml")["other_ways"]["seen_by"]), "seen_at": other.at}
        if other.result in (StepResult.IN_CARE, StepResult.HANDED_ON):
            told |= {"service": "Adult social care, Lewisham"}
        if other.kind == OtherWay.DOORSTEP:
            told |= {"first_visitor": "Kofi Boateng", "second_visitor": "Maureen Duffy", "identity_shown": True}
        if other.kind == OtherWay.POLICE:
            told |= {"authorised_by_id": self._crew.lead.pk, "reference": "CAD 4471"}
        return told

    def _stop_elsewhere(self, resident: Resident, course: Course) -> None:
        ended_at = course.ended_at
        assert ended_at is not None  # noqa: S101 (whoever has an ending has its time)
        if course.ending == Ending.DIED and self._plan.closed:  # somebody has confirmed it
            resident.record["died_on"] = (ended_at - timedelta(days=6)).date()
        if course.calls and course.calls[-1].outcome == "do-not-call":
            self._pour.add(
                OptOut,
                **self._made(self._ids.uuid(), resident, ended_at),
                from_what=OptOutFrom.ALL,
                said_at=ended_at,
                by_id=self._crew.coordinator.pk,
            )

    def _made(self, row_id: UUID, resident: Resident, when: datetime) -> dict[str, Any]:
        return {
            "id": row_id,
            "created_at": when,
            "updated_at": when,
            "team_id": self._crew.team.pk,
            "person_id": resident.person_id,
        }

    def _log(self, by: User, event: str, when: datetime, contact: dict[str, Any], **keys: Any) -> None:
        self._pour.add(
            ChangeEntry,
            id=self._ids.uuid(),
            at=when,
            **about(event, {"campaign": self._campaign.pk, **keys}),
            subject_type=CampaignContact._meta.label_lower,
            subject_id=contact["id"],
            person_id=contact["person_id"],
            team_id=self._crew.team.pk,
            actor_kind=ActorKind.STAFF,
            actor_user_id=by.pk,
            actor_name=by.name,
            request_id=self._ids.uuid().hex,
        )
