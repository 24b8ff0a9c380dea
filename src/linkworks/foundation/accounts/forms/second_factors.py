from typing import Any

from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

from linkworks.foundation.design import fields


class AddAppForm(fields.Form, ActivateTOTPForm):
    code = fields.TextField(
        "Code from the app",
        hint="6 digits",
        width=10,
        inputmode="numeric",
        autocomplete="one-time-code",
        spellcheck=False,
        missing="Enter the 6 digits that the app shows",
    )


class RemoveAppForm(fields.Form, DeactivateTOTPForm):
    pass


class AddPasskeyForm(fields.Form, AddWebAuthnForm):
    name = fields.TextField(
        "Name of this passkey", hint="To tell it from others, for example “Work laptop”", required=False, max_length=60
    )
    passwordless = None  # every passkey of ours proves who holds it

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        return super().clean() or self.cleaned_data


class RenamePasskeyForm(fields.Form, EditWebAuthnForm):
    name = fields.TextField("Name of this passkey", max_length=60)
