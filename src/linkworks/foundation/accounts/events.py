"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("sign_in.succeeded", "signed in")
declare("sign_in.unlocked", "unlocked the session")
declare("sign_in.failed", "could not sign in", "step")
declare("sign_in.password_chosen", "chose a password")
declare("sign_in.factor_added", "added a second factor", "kind")
declare("sign_in.factor_removed", "removed a second factor", "kind")
declare("sign_in.recovery_codes_made", "made new recovery codes")
declare("sign_in.other_sessions_ended", "signed out everywhere else")
declare("team.made", "made the team")
declare("staff.invited", "invited a member of staff", "role")
declare("staff.role_changed", "changed a role", "former", "role")
declare("staff.membership_ended", "ended a membership")
declare("staff.second_factor_reset", "reset a second step")
declare("staff.link_made", "made a link to choose a password")
