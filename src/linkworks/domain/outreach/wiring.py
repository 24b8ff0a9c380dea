"""What other apps are told of this one."""

from linkworks.domain.outreach.actions.stopping import stop_for_death
from linkworks.domain.people import deaths

deaths.register(stop_for_death)
