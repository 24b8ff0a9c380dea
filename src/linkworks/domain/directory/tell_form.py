"""The form on which anybody tells us that an entry is no longer right."""

from linkworks.domain.directory.choices import ToldAbout
from linkworks.foundation.design import fields


class TellForm(fields.Form):
    about = fields.RadiosField("What has changed?", choices=ToldAbout.choices, label_size="s")
    words = fields.TextAreaField(
        "What is it now, as far as you know?",
        label_size="s",
        rows=4,
        max_length=2000,
        hint="Nothing about anybody’s health or private life, please.",
        missing="Say what has changed",
    )


class PublicTellForm(TellForm):
    """Who tells may say who they are, and need not."""

    marks_optional = True

    teller_name = fields.TextField("Your name", max_length=150, autocomplete="name", required=False)
    teller_contact = fields.TextField(
        "Telephone or email, if we may ask you about it",
        max_length=250,
        hint="We forget it once we have looked into it.",
        required=False,
    )
