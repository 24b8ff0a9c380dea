"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("option.offered", "A service was put to the person", "service", "goal")
declare("option.rules_overridden", "A service was put to the person against a rule, for a reason", "service", "rules")
declare("circumstance.confirmed", "Something was confirmed to be so of the person")
declare("circumstance.taken_back", "Something confirmed of the person was taken back")
declare("option.chosen", "The person said what they think of an option", "choice")
declare("option.signposted", "The person was told how to get in touch with a service", "service")
declare("option.introduced", "The person was introduced to a service", "service", "kind")
declare("onward_referral.sent", "Details were passed on to a partner", "service", "sent_how", "fields", "consent")
declare("onward_referral.moved", "A referral to a partner moved on", "status", "former")
declare("onward_outcome.recorded", "How it went with an option was written down", "rung", "need_met", "stopped_because")
declare("onward_outcome.corrected", "What was written about how it went was put right", "corrects", "rung")
declare("options_sheet.made", "A sheet of options was made for the person to keep", "options", "asked_for")
declare("options_sheet.mended", "The words of an options sheet were changed", "option")
declare("options_sheet.handed_out", "A link to an options sheet was made", "until")
declare("options_sheet.revoked", "The link to an options sheet was taken back")
declare("options_sheet.texted", "The link to an options sheet was sent by text message")
declare("options_sheet.opened", "An options sheet was opened with the year of birth")
declare("options_sheet.wrong_year", "A wrong year was tried on an options sheet", "tries")
declare("option.answered", "The person answered on their own options sheet", "choice", "sheet")
