from typing import Any

from allauth.usersessions.views import ListUserSessionsView
from django.http import HttpResponse

from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.presenters.sessions import SessionRow
from linkworks.foundation.design.page_registry import page


@page("accounts.sessions", states=("one", "several"), title="Where you are signed in")
class Sessions(ListUserSessionsView):
    def form_valid(self, form: Any) -> HttpResponse:
        sign_in.note(self.request.user, "sign_in.other_sessions_ended")
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"sessions": [SessionRow.of(session) for session in context["sessions"]]}
