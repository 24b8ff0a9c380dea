"""What other apps are told of this one."""

from linkworks.domain.outreach.actions.stopping import stop_for_death
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.people import deaths
from linkworks.foundation.design import navigation
from linkworks.foundation.design.navigation import NavigationItem

deaths.register(stop_for_death)

navigation.add(NavigationItem("Calls", "outreach:calls", who=may_ring, order=45))
navigation.add(NavigationItem("Campaigns", "outreach:campaigns", who=may_run_campaigns, order=46))
