"""Where options show on pages of lower apps, and what they do when something happens there."""

from functools import partial

from linkworks.domain.casework import quick_actions
from linkworks.domain.casework.quick_actions import QuickAction
from linkworks.domain.directory import announcements, demand
from linkworks.domain.onward.actions.digest import DIGEST
from linkworks.domain.onward.actions.hand_out import take_back_all
from linkworks.domain.onward.actions.move import hold_back_unsent
from linkworks.domain.onward.presenters.panels import options_panel, sheet_news_panel, silent_panel, to_follow_panel
from linkworks.domain.onward.presenters.sheet import sheets_panel
from linkworks.domain.onward.selectors.offers import count_offers
from linkworks.domain.people import deaths
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.design import panels
from linkworks.foundation.design.panels import Panel

WAITING = "onward/panels/waiting.jinja"

panels.add(Panel("case.left", "onward/panels/options.jinja", options_panel, order=60))
panels.add(Panel("my_day.waiting_on_me", WAITING, to_follow_panel, order=40))
panels.add(Panel("my_day.waiting_on_me", WAITING, sheet_news_panel, order=42))
panels.add(Panel("onward.options", "onward/panels/sheets.jinja", sheets_panel, order=20))
panels.add(Panel("my_day.waiting_on_others", WAITING, silent_panel, order=20))

quick_actions.add(QuickAction("Find options", "onward:find", order=50))

demand.register(count_offers)

announcements.entries_changed.append(partial(enqueue, DIGEST))

deaths.register(hold_back_unsent)
deaths.register(take_back_all)
