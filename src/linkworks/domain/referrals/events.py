"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("referral.received", "A referral was received", "source", "channel")
declare("referral.matched", "The referral was said to be about a person on record")
declare("referral.person_confirmed_new", "The referral was said to be about somebody new")
