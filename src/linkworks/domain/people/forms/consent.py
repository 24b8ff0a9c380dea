from typing import Any

from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.wordings import QUESTIONS, asked
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given

# Asked on a supporter's own page, where the name stands.
ASKED_ELSEWHERE = ConsentKind.TALK_TO_SUPPORTER
KINDS = [(kind.value, kind.label) for kind in ConsentKind if kind != ASKED_ELSEWHERE]
HINTS = {kind.value: f"“{question.format(about='…')}”" for kind, question in QUESTIONS.items()}


class ConsentForm(fields.Form):
    kind = fields.RadiosField("What was asked?", choices=KINDS, hints=HINTS, small=True, label_size="s")
    about = fields.TextField(
        "Which organisation?", max_length=160, width=30, only_if=Given("kind", ConsentKind.SHARE_PARTNER)
    )
    given = fields.YesNoField("What did the person say?", small=True, label_size="s")
    given_how = fields.RadiosField("How did they say it?", choices=GivenHow.choices, small=True, label_size="s")
    given_on = fields.DateField("When did they say it?", past=True)
    until = fields.DateField("Until when?", future=True, required=False, hint="Leave it empty if no end was named")
    other_wording = fields.TextAreaField("If you asked in other words, which?", rows=3, max_length=1000, required=False)

    @property
    def wording(self) -> str:
        """The words that were asked: the ones typed here, or our own."""
        answers = self.cleaned_data
        return str(answers["other_wording"]) or asked(ConsentKind(answers["kind"]), answers["about"])

    @classmethod
    def starting(cls) -> dict[str, object]:
        return {"given_on": clock.today(), "given_how": GivenHow.SPOKEN}


class _NamedStaffForm(fields.Form):
    staff_ids = fields.CheckboxesField(
        "Who may still open the record?",
        small=True,
        label_size="s",
        hint="Name the worker who holds the case, or they lose it. You need not name yourself.",
        missing="Choose at least one colleague. Otherwise nobody could open the record.",
    )

    def __init__(self, *, staff: list[User], **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["staff_ids"]
        field.choices = [(str(one.pk), one.name) for one in staff]


class RestrictForm(_NamedStaffForm):
    reason = fields.TextField(
        "Why?", max_length=300, hint="Like “works in the same building”. Only those named above can read it."
    )


class ChangeRestrictionForm(_NamedStaffForm):
    """Only who is named; the reason stays hidden with the record."""
