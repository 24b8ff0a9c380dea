from typing import Any

from allauth.usersessions.views import ListUserSessionsView

from linkworks.foundation.accounts.presenters.sessions import SessionRow
from linkworks.foundation.design.page_registry import page


@page("accounts.sessions", states=("one", "several"), title="Where you are signed in")
class Sessions(ListUserSessionsView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"sessions": [SessionRow.of(session) for session in context["sessions"]]}
