"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("person.registered", "The person was taken into the record")
declare("person.added_to", "What a new referral says was added to the record")
declare("person.addition_taken_back", "What was added by mistake was taken off the record")
declare("person.identity_corrected", "Names, date of birth, NHS number or gender were corrected")
declare("person.address_changed", "The address was changed")
declare("person.language_changed", "The language or the need for an interpreter was changed")
declare("person.practice_changed", "The GP practice was changed", "practice")
declare("person.death_recorded", "It was recorded that the person has died", "died_on", "messages_cancelled")
declare("person.death_taken_back", "It was recorded by mistake that the person has died")

declare("contact_detail.added", "A way to reach the person was added", "kind")
declare("contact_detail.changed", "A way to reach the person was changed", "kind")
declare("contact_detail.ended", "A way to reach the person no longer holds", "kind")

declare("alert.raised", "An alert was raised", "kind")
declare("alert.reviewed", "An alert was looked at again", "kind")
declare("alert.ended", "An alert no longer holds", "kind")

declare("communication_needs.asked", "The person was asked about communication needs", "added")
declare("adjustment.changed", "How a communication need is met was changed", "kind")
declare("adjustment.ended", "A communication need no longer holds", "kind")

declare("supporter.added", "A supporter was added", "may_talk_to")
declare("supporter.changed", "A supporter was changed", "may_talk_to")
declare("supporter.ended", "A supporter no longer holds")

declare("consent.recorded", "An answer about consent was recorded", "kind", "given")
declare("consent.withdrawn", "Consent was withdrawn", "kind")

declare("restriction.placed", "The record was restricted to named staff", "staff")
declare("restriction.changed", "Who may see a restricted record was changed", "staff")
declare("restriction.ended", "The restriction of a record was ended")
