"""A session that lay unused is locked, not ended: the password or a passkey opens it, and nothing typed is lost."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from linkworks.foundation.accounts import session_clock
from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.forms.passkeys import PasskeyForm
from linkworks.foundation.accounts.forms.sign_in import UnlockForm
from linkworks.foundation.accounts.links import lead_to_held_posts
from linkworks.foundation.core import clock
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import HAS_ERRORS, TitledPage, render

NO_CONTENT = 204


@page("accounts.unlock", states=("password", "passkey", "error"), title="Unlock")
@method_decorator([never_cache, login_not_required, sensitive_post_parameters("password")], name="dispatch")
class Unlock(View):
    request: Any

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.locked_user is None:
            return redirect(self._then())
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(UnlockForm(self.request.locked_user))

    def post(self, request: HttpRequest) -> HttpResponse:
        user = self.request.locked_user
        if "credential" in request.POST:
            passkey = PasskeyForm(user=user, data=request.POST)
            if passkey.is_valid():
                return self._open()
            sign_in.note_failure("passkey", user)
            return self._show(UnlockForm(user), passkey_failed=True)
        form = UnlockForm(user, data=request.POST)
        return self._open() if form.is_valid() else self._show(form)

    def _open(self) -> HttpResponse:
        user = self.request.locked_user
        session_clock.unlock(self.request.session, clock.now())
        sign_in.note(user, "sign_in.unlocked")
        return lead_to_held_posts(user, self._then()) or redirect(self._then())

    def _show(self, form: UnlockForm, *, passkey_failed: bool = False) -> HttpResponse:
        user = self.request.locked_user
        has_passkey = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).exists()
        return render(
            self.request,
            "accounts/unlock.jinja",
            TitledPage("Unlock Linkworks"),
            status=HAS_ERRORS if form.errors or passkey_failed else 200,
            form=form,
            name=user.name,
            minutes=settings.LOCK_AFTER,
            then=self._then(),
            passkey_failed=passkey_failed,
            passkey_options=begin_authentication(user) if has_passkey else None,
        )

    def _then(self) -> str:
        wanted = self.request.POST.get("next") or self.request.GET.get("next") or ""
        return wanted if get_adapter().is_safe_url(wanted) else settings.LOGIN_REDIRECT_URL


@no_page
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Asked by the page when somebody says that they are still there: being asked is enough."""
    return HttpResponse(status=NO_CONTENT)
