"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("sign_in.succeeded", "signed in")
declare("sign_in.unlocked", "unlocked the session")
declare("sign_in.failed", "could not sign in", "step")
declare("team.made", "made the team")
declare("staff.invited", "invited a member of staff", "role")
declare("staff.role_changed", "changed a role", "former", "role")
declare("staff.membership_ended", "ended a membership")
declare("staff.second_factor_reset", "reset a second step")
declare("staff.link_made", "made a link to choose a password")
