from typing import Any

from allauth.account.views import (
    PasswordChangeView,
    PasswordResetDoneView,
    PasswordResetFromKeyDoneView,
    PasswordResetFromKeyView,
    PasswordResetView,
)
from django.http import HttpResponse
from django.urls import reverse_lazy

from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.forms.passwords import ChangePasswordForm, ChoosePasswordForm, ForgottenPasswordForm
from linkworks.foundation.accounts.views.base import ErrorsAnswer422
from linkworks.foundation.design.page_registry import page


@page("accounts.forgotten_password", states=("empty", "error"), title="Forgotten password")
class ForgottenPassword(ErrorsAnswer422, PasswordResetView):
    form_class = ForgottenPasswordForm


@page("accounts.password_link_sent", title="Check your email")
class PasswordLinkSent(PasswordResetDoneView):
    pass


@page("accounts.choose_password", states=("empty", "error", "expired"), title="Choose a password")
class ChoosePassword(ErrorsAnswer422, PasswordResetFromKeyView):
    """From an invitation or after forgetting it. Whoever is here has shown one factor only, and signs in next."""

    form_class = ChoosePasswordForm

    def form_valid(self, form: Any) -> HttpResponse:
        sign_in.note(self.reset_user, "sign_in.password_chosen")
        return super().form_valid(form)


@page("accounts.password_chosen", title="Password saved")
class PasswordChosen(PasswordResetFromKeyDoneView):
    pass


@page("accounts.change_password", states=("empty", "error"), title="Change your password")
class ChangePassword(ErrorsAnswer422, PasswordChangeView):
    """All other sessions of the user end with the old password."""

    form_class = ChangePasswordForm
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        sign_in.note(self.request.user, "sign_in.password_chosen")
        return super().form_valid(form)
