"""What to look into and what was found; speaking up for the person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from linkworks.domain.casework.choices import AdvocacyResult
from linkworks.domain.casework.forms import due
from linkworks.foundation.design import fields

STILL_GOING = "still_going"


class ResearchForm(fields.Form):
    question = fields.TextField(
        "What is there to look into?", max_length=300, hint="Like “is there a piano club near Deptford?”"
    )
    worker_id = fields.SelectField("Who looks into it?")
    by_when = fields.RadiosField("By when?", choices=[*due.CHOICES, (due.NEVER, "No date")], small=True, label_size="s")
    on_day = due.day_field("by_when")

    def __init__(self, *, colleagues: Iterable[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["worker_id"]
        field.choices = [(str(user_id), name) for user_id, name in colleagues]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "question": given["question"],
            "worker_id": UUID(given["worker_id"]),
            "due_on": due.day_of(given, "by_when", "on_day"),
        }


class FindingForm(fields.Form):
    found = fields.TextAreaField(
        "What did you find?",
        rows=5,
        max_length=4000,
        hint="“Nothing near enough” is a finding too",
        missing="Write what you found",
    )
    source = fields.TextField(
        "Where did you find it?", max_length=200, required=False, hint="A name and a number, or the address of a page"
    )


class AdvocacyForm(fields.Form):
    about = fields.TextField("What is it about?", max_length=300)
    with_whom = fields.TextField(
        "With whom?", max_length=200, hint="The organisation, and the person there if you know"
    )
    authority = fields.TextField(
        "What lets us speak for the person?",
        max_length=300,
        hint="Like “Rosa asked me to, by telephone today” or “signed form, kept by the council”",
        missing="Say what lets us speak for the person",
    )
    position = fields.TextAreaField(
        "What do we ask for, and why?", rows=5, max_length=4000, hint="What the person wants, as they would put it"
    )
    deadline = fields.DateField("Is there a deadline?", required=False, hint="For an appeal, say")


class AdvocacyStepForm(fields.Form):
    words = fields.TextAreaField("What was done or heard?", rows=5, max_length=4000)
    on = fields.DateField("When?", past=True)
    result = fields.RadiosField(
        "Is there a result?",
        choices=[(STILL_GOING, "Not yet"), *AdvocacyResult.choices],
        small=True,
        label_size="s",
    )

    def chosen_result(self) -> AdvocacyResult | None:
        result = self.cleaned_data["result"]
        return None if result == STILL_GOING else AdvocacyResult(result)
