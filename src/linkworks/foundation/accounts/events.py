"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("sign_in.succeeded", "signed in")
declare("sign_in.unlocked", "unlocked the session")
declare("sign_in.failed", "could not sign in", "step")
declare("team.made", "made the team")
