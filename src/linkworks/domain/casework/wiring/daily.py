from linkworks.domain.casework import closing_conditions, quick_actions
from linkworks.domain.casework.actions.appointments import call_off_appointments
from linkworks.domain.casework.policies import works_with_people
from linkworks.domain.casework.presenters.my_day_panels import new_referrals, returned_referrals
from linkworks.domain.casework.quick_actions import QuickAction
from linkworks.domain.casework.selectors.appointments import why_case_waits_for_appointment
from linkworks.domain.casework.selectors.cases import holds_case_of
from linkworks.domain.people import deaths
from linkworks.foundation.access import openings
from linkworks.foundation.design import navigation, panels
from linkworks.foundation.design.navigation import NavigationItem
from linkworks.foundation.design.panels import Panel

openings.register(holds_case_of)
deaths.register(call_off_appointments)
closing_conditions.register(why_case_waits_for_appointment)

navigation.add(NavigationItem("My day", "casework:my_day", who=works_with_people, order=10))

quick_actions.add(QuickAction("Log a contact", "casework:log_contact", order=10, key="L"))
quick_actions.add(QuickAction("Book an appointment", "casework:appointment_new", order=20, key="B"))
quick_actions.add(QuickAction("Add a task", "casework:task_new", order=30, key="T"))
quick_actions.add(QuickAction("Add a note", "casework:note_new", order=40, offered=quick_actions.always))
quick_actions.add(QuickAction("Put on hold", "casework:hold", order=85, offered=quick_actions.while_open))

REFERRALS = "casework/panels/referrals.jinja"
panels.add(Panel("my_day.waiting_on_me", REFERRALS, new_referrals, order=10))
panels.add(Panel("my_day.waiting_on_others", REFERRALS, returned_referrals, order=10))
