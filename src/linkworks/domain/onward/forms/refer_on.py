from typing import Any

from linkworks.domain.onward.choices import SentHow, SharedField
from linkworks.domain.onward.letter import Draft
from linkworks.domain.people.choices import GivenHow
from linkworks.foundation.design import fields

ON_RECORD, NO = "on_record", "no"
ASKED_NOW = [
    (GivenHow.SPOKEN.value, "Yes, they said so"),
    (GivenHow.WRITTEN.value, "Yes, in writing"),
    (NO, "No"),
]


class ReferOnForm(fields.Form):
    """To whom, what would leave, and the person's yes. `known` is what each field would say."""

    to_whom = fields.TextField(
        "Who is it for?", max_length=160, label_size="s", hint="A person or a team there.", missing="Say who it is for"
    )
    sent_how = fields.RadiosField(
        "How will it reach them?", choices=SentHow.choices, small=True, label_size="s", initial=SentHow.EMAIL
    )
    address = fields.EmailField("Their email address", only_if=fields.Given("sent_how", SentHow.EMAIL))
    message = fields.TextAreaField(
        "What do you ask of them?",
        rows=3,
        max_length=1000,
        label_size="s",
        hint="This leaves too. Say no more about health or money than they need.",
        missing="Say what you ask of them",
    )
    shared = fields.CheckboxesField(
        "What may they know?",
        label_size="s",
        small=True,
        hint="Only what you tick will leave, exactly as it stands here.",
        missing="Choose what may leave. They need at least a name",
    )
    agreed = fields.RadiosField("Have they agreed?", small=True, label_size="s", missing="Say whether they have agreed")

    def __init__(
        self, *args: Any, known: dict[SharedField, str], question: str, on_record: str, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        shared: Any = self.fields["shared"]
        shared.choices = [(field.value, field.label) for field in known]
        shared.hints = {field.value: text for field, text in known.items()}
        agreed: Any = self.fields["agreed"]
        agreed.choices = [*([(ON_RECORD, on_record)] if on_record else []), *ASKED_NOW]
        agreed.help_text = question

    def draft(self) -> Draft:
        given = self.cleaned_data
        return Draft(
            to_whom=given["to_whom"],
            sent_how=SentHow(given["sent_how"]),
            address=given["address"],
            fields=tuple(SharedField(field) for field in given["shared"]),
            message=given["message"],
        )

    @property
    def said_no(self) -> bool:
        return bool(self.cleaned_data["agreed"] == NO)

    @property
    def agreed_how(self) -> GivenHow | None:
        """How they agreed just now; None when the yes on record is meant."""
        answer = self.cleaned_data["agreed"]
        return None if answer in (ON_RECORD, NO) else GivenHow(answer)
