from typing import Any

from allauth.account.forms import ChangePasswordForm as LibraryChangePasswordForm
from allauth.account.forms import ResetPasswordForm, ResetPasswordKeyForm
from django.contrib.auth.password_validation import validate_password

from linkworks.foundation.accounts.models import User
from linkworks.foundation.design import fields

ADVICE = "12 characters or more. Three words that do not belong together are easy to remember and hard to guess."


class NewPasswordField(fields.PasswordField):
    user: User | None = None

    def __init__(self, label: str = "New password") -> None:
        super().__init__(label, autocomplete="new-password", hint=ADVICE)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        validate_password(typed, self.user)
        return typed


class ForgottenPasswordForm(fields.Form, ResetPasswordForm):
    email = fields.EmailField(autocomplete="username")


class ChoosePasswordForm(fields.Form, ResetPasswordKeyForm):
    password1 = NewPasswordField()
    password2 = None  # the field can show what is typed, so it is asked for once


class ChangePasswordForm(fields.Form, LibraryChangePasswordForm):
    oldpassword = fields.PasswordField("Your current password")
    password1 = NewPasswordField()
    password2 = None
