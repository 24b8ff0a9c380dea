from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm

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
