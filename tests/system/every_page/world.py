"""A small team with one of everything, for the walk through every page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from conftest import member
from linkworks.domain.casework.actions.handover import hand_over, take_back
from linkworks.domain.casework.actions.measures import choose_measures
from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Appointment, Case, CaseNote, Handover, Task
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    CaseNoteFactory,
    CaseStepFactory,
    ClosedCaseFactory,
    ContactAttemptFactory,
    ContactFactory,
    CoverFactory,
    TaskFactory,
    WhatMattersFactory,
)
from linkworks.domain.directory.models import Location, Service, ServiceAtLocation, Whereabouts
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.people.models import Person, Restriction
from linkworks.domain.people.tests.factories import RestrictionFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.tests.factories import TeamFactory, settled
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from tests.system.every_page import (
    caller_records,
    collection_records,
    directory_records,
    freshness_records,
    list_records,
    onward_records,
    opt_out_records,
    outreach_records,
    referral_records,
    rows,
    safety_records,
    sheet_records,
)
from tests.system.every_page.referral_records import ReferralRecords
from tests.system.every_page.rows import PersonRows, PlanRows
from tests.system.every_page.safety_records import SafetyRecords
from tests.system.every_page.sheet_records import SheetRecords


@dataclass
class World:
    """The records that visits are paid to, by the names they go by in `visits/`."""

    team: Team
    people: dict[str, Actor]
    case: Case
    new_case: Case
    closed_case: Case
    rosa: Person
    note: CaseNote
    rosas_task: Task
    appointments: dict[str, Appointment]
    rows: PersonRows
    plan: PlanRows
    restriction: Restriction
    service: Service
    referrals: ReferralRecords
    options: dict[str, Any]
    sheets: SheetRecords
    safety: SafetyRecords
    handovers: dict[str, Handover]
    imports: dict[str, Any]
    checks: dict[str, Any]
    collections: dict[str, Any]
    told: dict[str, Any]
    outreach: dict[str, Any]
    lists: dict[str, Any]


def build() -> World:
    team = TeamFactory(name="Deptford and Lewisham link workers", slug="lewisham")
    with acting(Actor.system("test", team.pk)):
        people = {role.value: member(team, role, role.label) for role in Role}
        people["settled"] = settled(member(team, Role.LINK_WORKER, "Cleo Marsh"))
        people["locked_out"] = member(team, Role.LINK_WORKER, "Lee Lock")
        people["second_worker"] = member(team, Role.LINK_WORKER, "Ben Okafor")
        people["other_lead"] = member(TeamFactory(slug="another"), Role.TEAM_LEAD, "Another Lead")
        choose_measures(people["team_lead"], instruments=["ucla3", "phq9"])
        worker = people["link_worker"].user_id
        case = a_full_case(team, worker)
        closed_case = ClosedCaseFactory(team=team, worker_id=worker)
        closed_case.person.change(died_on=date(2026, 3, 1))
        say_why(people["team_lead"], case.person)
        onward_records.something_to_find(people["link_worker"], case)
        outreach = outreach_records.build(team, people["coordinator"], people["caller"], people["team_lead"])
        outreach |= caller_records.build(people, outreach["campaign"])
        outreach |= opt_out_records.build(people["link_worker"], case.person)
        return World(
            team=team,
            people=people,
            case=case,
            new_case=CaseFactory(team=team, worker_id=worker),
            closed_case=closed_case,
            rosa=case.person,
            note=case.casenotes.get(),
            rosas_task=case.tasks.get(),
            appointments=appointments(case, worker),
            rows=rows.of_person(case.person),
            plan=rows.of_plan(people["link_worker"], case),
            restriction=a_restriction(people, CaseFactory(team=team, worker_id=worker).person),
            service=a_service_near_by(),
            referrals=referral_records.build(team, case.person),
            options=onward_records.build(case),
            sheets=sheet_records.build(people["link_worker"], case),
            safety=safety_records.build(team, people["link_worker"], people["team_lead"]),
            handovers=handovers(team, people),
            imports=directory_records.build(people["team_lead"]),
            checks=freshness_records.checks(people["link_worker"]),
            collections=collection_records.build(team, people["link_worker"]),
            told=freshness_records.told(people["link_worker"]),
            outreach=outreach,
            lists=list_records.build(people["coordinator"], outreach["campaign"], case.person),
        )


def a_service_near_by() -> Service:
    Whereabouts.objects.create(code="SE13", latitude=51.457, longitude=-0.013, councils=["Lewisham"])
    service = ServiceFactory(postcode_districts=["SE13"])
    location = Location.objects.create(name="Ladywell Hall", district="SE13", latitude=51.456, longitude=-0.02)
    ServiceAtLocation.objects.create(service=service, location=location)
    return service


def handovers(team: Team, people: dict[str, Actor]) -> dict[str, Handover]:
    """One that stands and one that was taken back; and cover for leave."""
    lead, giver, receiver = people["team_lead"], people["settled"], people["locked_out"]
    made = {}
    for state in ("done", "taken_back"):
        case = CaseFactory(team=team, worker_id=giver.user_id)
        made[state], _ = hand_over(
            lead, from_worker_id=giver.user_id, receivers={case.pk: receiver.user_id}, reason="Leave"
        )
    take_back(lead, handover=made["taken_back"])
    CoverFactory(team=team, away_id=giver.user_id, covered_by_id=receiver.user_id)
    return made


def say_why(actor: Actor, person: Person) -> None:
    """The actor has said today why they open this record."""
    RecordOpening.objects.create(
        team_id=person.team_id,
        person_id=person.pk,
        user_id=actor.user_id,
        on_day=clock.today(),
        reason=RecordOpening.Reason.ON_DUTY,
    )


def a_restriction(people: dict[str, Actor], person: Person) -> Restriction:
    """Named staff only, and the lead who placed it is not among them."""
    named = [people["link_worker"].user_id]
    return RestrictionFactory(person=person, staff_ids=named, placed_by_id=people["team_lead"].user_id)


def a_full_case(team: Team, worker_id) -> Case:
    """A case in the middle of its story."""
    case = CaseFactory(team=team, worker_id=worker_id)
    CaseStepFactory(case=case)
    WhatMattersFactory(case=case)
    ContactAttemptFactory(case=case)
    contact = ContactFactory(case=case)
    CaseNoteFactory(case=case, contact=contact, body="A long talk about the allotment.\n" * 12)
    TaskFactory(case=case, worker_id=worker_id)
    return case


def appointments(case: Case, worker_id) -> dict[str, Appointment]:
    """One in each state, by the name of the state of its page."""
    earlier = clock.now() - timedelta(hours=3)
    return {
        "to_come": AppointmentFactory(case=case, worker_id=worker_id),
        "to_mark": AppointmentFactory(case=case, worker_id=worker_id, starts_at=earlier, check_in_by=clock.now()),
        "done": AppointmentFactory(
            case=case, worker_id=worker_id, starts_at=earlier, status=AppointmentStatus.KEPT, checked_in_at=earlier
        ),
    }
