"""Before something that an open screen must not be enough for: show again that it is you."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView

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
    pass
