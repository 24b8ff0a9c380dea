from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse_lazy

from linkworks.foundation.accounts import second_factor
from linkworks.foundation.accounts.actions import sign_in
from linkworks.foundation.accounts.forms.passkeys import AddPasskeyForm, RenamePasskeyForm
from linkworks.foundation.accounts.forms.second_factors import AddAppForm, RemoveAppForm
from linkworks.foundation.accounts.views.base import ErrorsAnswer422
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import TitledPage, render


@page("accounts.set_up_second_step", title="Set up a second step")
def set_up_second_step(request: Any) -> HttpResponse:
    """Where staff without a second factor are led; nothing else opens to them before they have one."""
    if request.admitted:
        return redirect("mfa_index")
    return render(request, "accounts/set_up_second_step.jinja", TitledPage("Set up a second step"))


@page("accounts.account", states=("app", "passkeys"), title="Your account")
class Account(IndexView):
    template_name = "accounts/account.jinja"


class AddsFactor:
    """Whoever sets up a second factor has shown it."""

    kind = ""
    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        second_factor.note_shown(self.request.session, self.request.user)
        sign_in.note(self.request.user, "sign_in.factor_added", kind=self.kind)
        return response


@page("accounts.add_app", states=("empty", "error"), title="Add an authenticator app")
class AddApp(AddsFactor, ErrorsAnswer422, ActivateTOTPView):
    kind = "app"
    form_class = AddAppForm


@page("accounts.remove_app", states=("empty", "error"), title="Remove the authenticator app")
class RemoveApp(ErrorsAnswer422, DeactivateTOTPView):
    form_class = RemoveAppForm

    def form_valid(self, form: Any) -> HttpResponse:
        sign_in.note(self.request.user, "sign_in.factor_removed", kind="app")
        return super().form_valid(form)


@page("accounts.recovery_codes", states=("shown", "seen_before"), title="Recovery codes")
class RecoveryCodes(ViewRecoveryCodesView):
    pass


@page("accounts.new_recovery_codes", title="Make new recovery codes")
class NewRecoveryCodes(GenerateRecoveryCodesView):
    def form_valid(self, form: Any) -> HttpResponse:
        sign_in.note(self.request.user, "sign_in.recovery_codes_made")
        return super().form_valid(form)


@page("accounts.add_passkey", states=("empty", "error"), title="Add a passkey")
class AddPasskey(AddsFactor, ErrorsAnswer422, AddWebAuthnView):
    kind = "passkey"
    form_class = AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        options = begin_registration(self.request.user, passwordless=True)
        return context | {"form": kwargs.get("form") or context["form"], "js_data": {"creation_options": options}}


@page("accounts.rename_passkey", states=("empty", "error"), title="Rename a passkey")
class RenamePasskey(ErrorsAnswer422, EditWebAuthnView):
    form_class = RenamePasskeyForm
    success_url = reverse_lazy("mfa_index")


@page("accounts.remove_passkey", title="Remove a passkey")
class RemovePasskey(RemoveWebAuthnView):
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.object):
            messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
            return HttpResponseRedirect(self.get_success_url())
        sign_in.note(self.request.user, "sign_in.factor_removed", kind="passkey")
        return super().form_valid(form)
