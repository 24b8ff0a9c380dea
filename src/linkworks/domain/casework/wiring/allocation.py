from linkworks.domain.casework import policies, quick_actions
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.quick_actions import QuickAction
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import navigation
from linkworks.foundation.design.navigation import NavigationItem

navigation.add(NavigationItem("Caseload", "casework:caseload", who=policies.works_with_people, order=20))
navigation.add(NavigationItem("Openings", "casework:openings", who=policies.leads_the_team, order=70))


def may_reallocate(actor: Actor, case: Case) -> bool:
    return policies.may_allocate(actor) and quick_actions.while_not_closed(actor, case)


quick_actions.add(QuickAction("Give to somebody else", "casework:reallocate", order=90, offered=may_reallocate))
