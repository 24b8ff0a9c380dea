"""Measures, the safety path, safeguarding."""

from linkworks.foundation.audit.registry import declare

declare("measure.recorded", "Answers to a measure were recorded", "instrument", "point", "answered")
declare("measure.not_asked", "A measure was not asked, and why", "instrument", "point", "reason")
declare("measures.chosen", "The team chose which measures it uses", "instruments")
declare("safety_path.opened", "A safety path was opened", "trigger", "owner_id")
declare("safety_path.continued", "Something was done on a safety path", "deed", "owner_id")
declare("safety_path.reminded", "Those who must act on a safety path were reminded", "reminders", "told")
declare("safety_path.ended", "A safety path was ended")
declare("concern.raised", "A safeguarding concern was raised", "immediate_danger", "lead_id", "deputy_id")
declare("concern.continued", "Something was done about a safeguarding concern", "deed")
declare("concern.acknowledged", "A safeguarding concern was acknowledged")
declare("concern.reminded", "Those told of a safeguarding concern were reminded", "reminders", "told")
declare("concern.closed", "A safeguarding concern was closed by the lead")
declare("safeguarding.lead_named", "The team named its safeguarding lead and deputy", "lead_id", "deputy_id")
