"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("referral.received", "A referral was received", "source", "channel")
declare("referral.progress_shared", "A link that shows how the referral is going was given")
declare("referral.matched", "The referral was said to be about a person on record")
declare("referral.said_somebody_else", "The referral was said to be about somebody else after all")
declare("referral.person_confirmed_new", "The referral was said to be about somebody new")
declare("referral.nhs_number_corrected", "The NHS number on a waiting referral was corrected")
declare("referral.returned", "The referrer was asked for more information")
declare("referral.answered", "The information that was asked for was added")
declare("referral.accepted", "The referral was accepted", "support_level")
declare("referral.declined", "The referral was not taken on", "reason")
declare("referral.withdrawn", "The referral was withdrawn", "reason")
declare("referral.taken_back_in", "The referral was taken back in")
declare("referral.message_back_written", "A message back was written", "kind", "recipient")
