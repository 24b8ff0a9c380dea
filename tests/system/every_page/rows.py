"""Rows about one person and their case, so that each page about a row has one to show."""

from dataclasses import dataclass
from datetime import timedelta

from linkworks.domain.casework.actions.advocacy import begin_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.goals import agree_goal, score_goal
from linkworks.domain.casework.actions.needs import add_needs
from linkworks.domain.casework.actions.plan_steps import add_step
from linkworks.domain.casework.actions.research import ask
from linkworks.domain.casework.choices import AdvocacyResult, NeedCategory
from linkworks.domain.casework.models import Advocacy, Case, Goal, Need, ResearchTask, SupportPlan
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, Person, RelatedPerson
from linkworks.domain.people.tests.factories import (
    AdjustmentFactory,
    AlertFactory,
    ConsentFactory,
    ContactDetailFactory,
    RelatedPersonFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@dataclass
class PersonRows:
    telephone: ContactDetail
    email: ContactDetail
    alert: Alert
    adjustment: Adjustment
    supporter: RelatedPerson
    consent: Consent


def of_person(person: Person) -> PersonRows:
    return PersonRows(
        telephone=ContactDetailFactory(person=person, is_preferred=True, safe_when="Weekdays after 10am"),
        email=ContactDetailFactory(person=person, kind=ContactKind.EMAIL, value="rosa@example.org"),
        alert=AlertFactory(person=person),
        adjustment=AdjustmentFactory(person=person),
        supporter=RelatedPersonFactory(person=person, may_talk_to=True),
        consent=ConsentFactory(person=person),
    )


@dataclass
class PlanRows:
    need: Need
    plan: SupportPlan
    goal: Goal
    research: ResearchTask
    advocacy: Advocacy
    ended_advocacy: Advocacy


def of_plan(actor: Actor, case: Case) -> PlanRows:
    (need,) = add_needs(actor, case=case, categories=[NeedCategory.COMPANY])
    goal = agree_goal(actor, case=case, words="Sing with other people once a week", need=need)
    for days, score in ((40, 2), (9, 5)):
        score_goal(actor, goal=goal, score=score, at=clock.now() - timedelta(days=days))
    add_step(actor, goal=goal, what="Ring the choir", who=actor.name, by_when=clock.today())
    ended = _matter(actor, case, "The gas bill")
    record_advocacy_step(actor, advocacy=ended, words="The fund has paid", result=AdvocacyResult.WON)
    return PlanRows(
        need=need,
        plan=goal.plan,
        goal=goal,
        research=ask(actor, case=case, question="A choir?", worker_id=actor.user_id, due_on=clock.today()),
        advocacy=_matter(actor, case, "The grab rail"),
        ended_advocacy=ended,
    )


def _matter(actor: Actor, case: Case, about: str) -> Advocacy:
    return begin_advocacy(
        actor, case=case, about=about, with_whom="The council", authority="Rosa asked me to", position="Before winter"
    )
