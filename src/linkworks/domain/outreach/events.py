"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("call.handed_out", "A caller took somebody to ring", "campaign", "hand_out")
declare("call.saved", "How a call went was written down", "campaign", "outcome", "state")
declare("call.came_late", "A call was written down after it had gone back to the queue", "campaign", "outcome")
declare("call.given_back", "A caller gave somebody back without ringing", "campaign")
declare("call.answered", "What somebody said to a question was written down", "campaign", "step")
declare("shift.begun", "A caller began to ring", "campaign")
declare("script.published", "The words of a script were published", "number")
declare("opt_out.recorded", "Somebody asked not to be rung again", "from_what", "campaign")
declare("campaign.created", "A campaign was prepared", "campaign")
declare("campaign.left_by_death", "Calls to somebody who has died were stopped", "campaign")
