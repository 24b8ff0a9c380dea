from linkworks.domain.casework import closing_conditions
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.advocacy import OnBehalfPanel
from linkworks.domain.casework.presenters.due_work import DueWorkPanel
from linkworks.domain.casework.presenters.persons_cases import CasesPanel
from linkworks.domain.casework.presenters.plan import PlanView
from linkworks.domain.casework.selectors.advocacy import (
    get_open_work,
    why_case_waits_for_advocacy,
    why_case_waits_for_research,
)
from linkworks.domain.casework.selectors.cases import list_cases_of
from linkworks.domain.casework.selectors.due_work import get_due_work
from linkworks.domain.casework.selectors.plan import get_story
from linkworks.domain.people.models import Person
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import panels
from linkworks.foundation.design.panels import Panel


def plan_of(actor: Actor, case: Case) -> PlanView:
    return PlanView.of(case, get_story(actor, case))


def on_behalf(actor: Actor, case: Case) -> OnBehalfPanel:
    return OnBehalfPanel.of(case, get_open_work(actor, case))


def cases_of(actor: Actor, person: Person) -> CasesPanel | None:
    panel = CasesPanel.of(list_cases_of(actor, person.pk))
    return panel if panel.rows else None


def due_work(actor: Actor, _day: object) -> DueWorkPanel | None:
    work = get_due_work(actor)
    record_look(actor, "casework.my_day", work.person_ids)
    panel = DueWorkPanel.of(work)
    return None if panel.is_empty else panel


closing_conditions.register(why_case_waits_for_advocacy)
closing_conditions.register(why_case_waits_for_research)

panels.add(Panel("case.left", "casework/panels/plan.jinja", plan_of, order=10))
panels.add(Panel("case.right", "casework/panels/on_behalf.jinja", on_behalf, order=30))
panels.add(Panel("my_day.waiting_on_me", "casework/panels/due_work.jinja", due_work, order=40))
panels.add(Panel("people.person", "casework/panels/cases.jinja", cases_of, order=10))
