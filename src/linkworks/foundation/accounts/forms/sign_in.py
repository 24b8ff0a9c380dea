from copy import deepcopy
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from django.core.exceptions import ValidationError

from linkworks.foundation.accounts.models import User
from linkworks.foundation.design import fields


class SignInForm(fields.Form, LoginForm):
    login = fields.EmailField(autocomplete="username")
    password = fields.PasswordField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The library puts a field of its own in this place.
        self.fields["login"] = deepcopy(self.base_fields["login"])

    def clean(self) -> dict[str, Any]:
        try:
            super().clean()
        except ValidationError as error:
            self.add_error("password", error)
        return self.cleaned_data


def code_field() -> fields.TextField:
    return fields.TextField(
        "Security code",
        hint="6 digits from your authenticator app, or one of your recovery codes",
        width=10,
        inputmode="numeric",
        autocomplete="one-time-code",
        spellcheck=False,
        missing="Enter the code from your app, or one of your recovery codes",
    )


class CodeForm(fields.Form, AuthenticateForm):
    code = code_field()


class ConfirmByPasswordForm(fields.Form, ReauthenticateForm):
    password = fields.PasswordField("Your password")


class UnlockForm(fields.Form):
    password = fields.PasswordField("Your password")

    def __init__(self, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(**kwargs)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("incorrect_password")
        return password


class ConfirmByCodeForm(fields.Form, ReauthenticateByCodeForm):
    code = code_field()
