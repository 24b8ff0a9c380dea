from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.advocacy import OnBehalfPanel, ResearchDuePanel
from linkworks.domain.casework.presenters.persons_cases import CasesPanel
from linkworks.domain.casework.presenters.plan import PlanView
from linkworks.domain.casework.selectors.advocacy import get_open_work, list_research_due
from linkworks.domain.casework.selectors.cases import list_cases_of
from linkworks.domain.casework.selectors.plan import get_story
from linkworks.domain.people.models import Person
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import panels
from linkworks.foundation.design.panels import Panel

MOST_ON_MY_DAY = 10


def plan_of(actor: Actor, case: Case) -> PlanView:
    return PlanView.of(case, get_story(actor, case))


def on_behalf(actor: Actor, case: Case) -> OnBehalfPanel:
    return OnBehalfPanel.of(case, get_open_work(actor, case))


def cases_of(actor: Actor, person: Person) -> CasesPanel | None:
    panel = CasesPanel.of(list_cases_of(actor, person.pk))
    return panel if panel.rows else None


def research_due(actor: Actor, _day: object) -> ResearchDuePanel | None:
    panel = ResearchDuePanel.of(list_research_due(actor, by=clock.today())[:MOST_ON_MY_DAY])
    return panel if panel.lines else None


panels.add(Panel("case.left", "casework/panels/plan.jinja", plan_of, order=10))
panels.add(Panel("case.right", "casework/panels/on_behalf.jinja", on_behalf, order=30))
panels.add(Panel("my_day.waiting_on_me", "casework/panels/research_due.jinja", research_due, order=40))
panels.add(Panel("people.person", "casework/panels/cases.jinja", cases_of, order=10))
