from linkworks.domain.casework import quick_actions
from linkworks.domain.casework.quick_actions import QuickAction, always, once_closed

quick_actions.add(QuickAction("Copy for the GP record", "casework:gp_copy", order=80, offered=always, key="G"))
quick_actions.add(QuickAction("End support", "casework:close", order=90))
quick_actions.add(QuickAction("Reopen the case", "casework:reopen", order=5, offered=once_closed))
