"""What a browser answers when it is asked for a passkey. Anybody can post anything here: nonsense is just refused."""

import struct
from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.core.exceptions import ValidationError
from django.forms import HiddenInput, JSONField

from linkworks.foundation.design import fields

NONSENSE = (AttributeError, KeyError, TypeError, ValueError, struct.error)
NOT_ADDED = "This passkey was not accepted. Try again, or add an app instead"
NOT_ACCEPTED = "Your passkey was not accepted"


class ShowsPasskey:
    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except NONSENSE:
            raise ValidationError(NOT_ACCEPTED) from None


class PasskeyForm(ShowsPasskey, AuthenticateWebAuthnForm):
    pass


class SignInByPasskeyForm(ShowsPasskey, LoginWebAuthnForm):
    pass


class ConfirmByPasskeyForm(ShowsPasskey, ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(fields.Form, AddWebAuthnForm):
    name = fields.TextField(
        "Name of this passkey", hint="To tell it from others, for example “Work laptop”", required=False, max_length=60
    )
    passwordless = None  # every passkey of ours proves who holds it
    credential = JSONField(widget=HiddenInput, error_messages={"required": NOT_ADDED, "invalid": NOT_ADDED})

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        try:
            super().clean()
        except (ValidationError, *NONSENSE):
            self.add_error("credential", NOT_ADDED)
        return self.cleaned_data


class RenamePasskeyForm(fields.Form, EditWebAuthnForm):
    name = fields.TextField("Name of this passkey", max_length=60)
