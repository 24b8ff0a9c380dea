"""What other apps are told of this one."""

from linkworks.domain.onward import following
from linkworks.domain.outreach.actions.lead_notices import answer_by_death
from linkworks.domain.outreach.actions.need_moves import call_off_for_death
from linkworks.domain.outreach.actions.need_onward import follow_onward
from linkworks.domain.outreach.actions.stopping import stop_for_death
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.outreach.presenters import lead_notices
from linkworks.domain.outreach.presenters.my_day_panels import on_the_line, waiting_callers
from linkworks.domain.outreach.presenters.need_onward import needs_of_option
from linkworks.domain.outreach.presenters.opt_outs import opt_outs_of
from linkworks.domain.outreach.presenters.own_work import cannot_wait, own_needs, own_steps
from linkworks.domain.people import deaths
from linkworks.foundation.design import navigation, panels
from linkworks.foundation.design.navigation import NavigationItem
from linkworks.foundation.design.panels import Panel

deaths.register(stop_for_death)
deaths.register(answer_by_death)

panels.add(Panel("my_day.notices", "casework/panels/warnings.jinja", lead_notices.on_my_day, order=20))
panels.add(Panel("my_day.notices", "casework/panels/warnings.jinja", cannot_wait, order=15))
panels.add(Panel("my_day.waiting_on_me", "outreach/panels/own_work.jinja", own_needs, order=45))
panels.add(Panel("my_day.waiting_on_me", "outreach/panels/own_work.jinja", own_steps, order=50))
deaths.register(call_off_for_death)
following.register(follow_onward)

navigation.add(NavigationItem("Calls", "outreach:calls", who=may_ring, order=38))
navigation.add(NavigationItem("Campaigns", "outreach:campaigns", who=may_run_campaigns, order=46))

panels.add(Panel("people.person", "outreach/panels/opt_outs.jinja", opt_outs_of, order=5))
panels.add(Panel("onward.option", "outreach/panels/needs_of_option.jinja", needs_of_option))
panels.add(Panel("my_day.notices", "outreach/panels/waiting_callers.jinja", waiting_callers, order=5))
panels.add(Panel("my_day.notices", "outreach/panels/on_the_line.jinja", on_the_line, order=4))
