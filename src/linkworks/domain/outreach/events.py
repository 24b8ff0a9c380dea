"""Everything of this app that may be written in the change log."""

from linkworks.foundation.audit.registry import declare

declare("call.handed_out", "A caller took somebody to ring", "campaign", "hand_out")
declare("call.saved", "How a call went was written down", "campaign", "outcome", "state")
declare("call.came_late", "A call was written down after it had gone back to the queue", "campaign", "outcome")
declare("call.given_back", "A caller gave somebody back without ringing", "campaign")
declare("call.answered", "What somebody said to a question was written down", "campaign", "step")
declare("call.taken_in", "Somebody who rang us was taken by a colleague", "campaign", "hand_out")
declare("call.left_at_reveal", "A call was stopped before the number was shown: they are not to be rung")
declare("call.checked", "A resident asked whether a call was ours", "campaign", "was_ours")
declare("call.looked_at", "A call was looked at for what can be learnt", "campaign", "verdict")
declare("caller.introduced", "A new caller has read what a call is")
declare("colleague.asked_for", "A caller asked for a colleague", "campaign", "what_for")
declare("colleague.answered", "A colleague saw to a caller who had asked", "campaign", "what_for")
declare("shift.begun", "A caller began to ring", "campaign")
declare("shift.paused", "A caller took a break")
declare("script.published", "The words of a script were published", "number")
declare("opt_out.recorded", "Somebody asked not to be rung again", "from_what", "campaign")
declare("campaign.created", "A campaign was prepared", "campaign")
declare("campaign.left_by_death", "Calls to somebody who has died were stopped", "campaign")
