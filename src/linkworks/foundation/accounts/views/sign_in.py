from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect

from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.forms.passkeys import PasskeyForm, SignInByPasskeyForm
from linkworks.foundation.accounts.forms.sign_in import CodeForm, SignInForm
from linkworks.foundation.accounts.views.base import ErrorsAnswer422
from linkworks.foundation.design.page_registry import no_page, page


@page("accounts.sign_in", states=("empty", "error"), title="Sign in")
class SignIn(ErrorsAnswer422, LoginView):
    form_class = SignInForm


@page("accounts.second_step", states=("code", "passkey", "error"), title="Show that it is you")
class SecondStep(ErrorsAnswer422, AuthenticateView):
    form_class = CodeForm
    webauthn_form_class = PasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        step = "passkey" if isinstance(form, PasskeyForm) else "code"
        sign_in.note_failure(step, self.stage.login.user)
        return super().form_invalid(form)


@no_page
class SignInByPasskey(LoginWebAuthnView):
    """Gives the script its question, and takes the answer; a passkey alone is two factors."""

    form_class = SignInByPasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        sign_in.note_failure("passkey")
        messages.error(self.request, "Your passkey was not accepted. Try it again, or sign in with your password.")
        return redirect("account_login")


@page("accounts.sign_out", title="Sign out")
class SignOut(LogoutView):
    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(*args, **kwargs)
        if self.request.locked_user is not None:
            logout(self.request)
        response["Clear-Site-Data"] = '"storage"'
        return response


@page("accounts.not_in_use", title="Your account is not in use")
class NotInUse(AccountInactiveView):
    pass
