from linkworks.domain.casework import closing_conditions, quick_actions
from linkworks.domain.casework.policies import leads_the_team
from linkworks.domain.casework.presenters import warnings
from linkworks.domain.casework.presenters.measure_panel import measure_panel
from linkworks.domain.casework.quick_actions import QuickAction, always
from linkworks.domain.casework.selectors.safeguarding import why_case_waits_for_concern
from linkworks.domain.casework.selectors.safety import why_case_waits_for_path
from linkworks.foundation.design import navigation, panels
from linkworks.foundation.design.navigation import NavigationItem, Place
from linkworks.foundation.design.panels import Panel

closing_conditions.register(why_case_waits_for_path)
closing_conditions.register(why_case_waits_for_concern)

navigation.add(NavigationItem("Team settings", "casework:team_settings", leads_the_team, 6, place=Place.ACCOUNT))

quick_actions.add(QuickAction("Worried about harm", "casework:safety_path", order=50, offered=always, key="W"))
quick_actions.add(QuickAction("Safeguarding concern", "casework:concern_new", order=60, offered=always, key="S"))
quick_actions.add(QuickAction("Measures", "casework:measure", order=70, offered=always, key="M"))

panels.add(Panel("case.notices", "casework/panels/warnings.jinja", warnings.on_a_case, order=10))
panels.add(Panel("case.left", "casework/panels/measures.jinja", measure_panel, order=40))
panels.add(Panel("my_day.notices", "casework/panels/warnings.jinja", warnings.on_my_day, order=10))
