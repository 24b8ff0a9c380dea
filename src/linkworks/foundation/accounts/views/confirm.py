"""Before something that an open screen must not be enough for: show again that it is you."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from linkworks.foundation.accounts.forms.passkeys import ConfirmByPasskeyForm
from linkworks.foundation.accounts.forms.sign_in import ConfirmByCodeForm, ConfirmByPasswordForm
from linkworks.foundation.accounts.views.base import ErrorsAnswer422
from linkworks.foundation.design.page_registry import page


@page("accounts.confirm_by_password", states=("empty", "error"), title="Confirm that it is you")
class ConfirmByPassword(ErrorsAnswer422, ReauthenticateView):
    form_class = ConfirmByPasswordForm


@page("accounts.confirm_by_code", states=("empty", "error"), title="Confirm that it is you")
class ConfirmByCode(ErrorsAnswer422, ReauthenticateByCodeView):
    form_class = ConfirmByCodeForm


@page("accounts.confirm_by_passkey", title="Confirm that it is you")
class ConfirmByPasskey(ReauthenticateWebAuthnView):
    form_class = ConfirmByPasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, "Your passkey was not accepted. Try it again, or choose another way.")
        return redirect(self.passthrough_next_url(self.request.path))
