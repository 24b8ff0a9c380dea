from datetime import datetime
from typing import Any

from linkworks.domain.casework.choices import AttemptOutcome, ContactOutcome, Way
from linkworks.domain.casework.forms import due
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields

NOW, EARLIER = "now", "earlier"
WHEN = [(NOW, "Just now"), (EARLIER, "Earlier")]
IN_COLUMNS = "app-in-columns"


class ContactForm(fields.Form):
    """What was said, how it went and what comes next: only “how it went” must be answered."""

    note = fields.TextAreaField(
        "What was said", rows=7, required=False, label_size="s", hint="Facts, and the person’s own words where you can."
    )
    outcomes = fields.CheckboxesField(
        "How did it go?",
        choices=ContactOutcome.choices,
        small=True,
        classes=IN_COLUMNS,
        label_size="s",
        hint="Choose all that are true. Listening is enough.",
        missing="Choose how it went. Listening counts",
    )
    way = fields.RadiosField("How did you talk?", choices=Way.choices, small=True, classes=IN_COLUMNS, label_size="s")
    when = fields.RadiosField("When?", choices=WHEN, small=True, classes=IN_COLUMNS, label_size="s")
    at = fields.DateTimeField("When was it?", past=True, only_if=fields.Given("when", EARLIER))
    minutes = fields.StepperField("How many minutes?", by=5, smallest=1, largest=600, required=False, label_size="s")
    next_step = fields.TextField(
        "What is the next step?", required=False, max_length=300, label_size="s", hint="What you agreed, if anything."
    )
    remind = fields.RadiosField(
        "Bring the next step back to me as a task",
        choices=[(due.NEVER, "No"), *due.CHOICES],
        small=True,
        classes=IN_COLUMNS,
        label_size="s",
    )
    remind_on = due.day_field("remind")

    def talked_at(self) -> datetime:
        at: datetime | None = self.cleaned_data["at"]
        return at or clock.now()

    def values(self) -> dict[str, Any]:
        """What `log_contact` takes."""
        given = self.cleaned_data
        return {
            "at": self.talked_at(),
            "way": Way(given["way"]),
            "outcomes": [ContactOutcome(outcome) for outcome in given["outcomes"]],
            "minutes": given["minutes"],
            "note": given["note"],
            "next_step": given["next_step"],
            "task_due_on": due.day_of(given, "remind", "remind_on"),
        }


class AttemptForm(fields.Form):
    """A try that reached nobody. Posted bare from the case page it says: telephone, no answer, just now."""

    way = fields.RadiosField("How did you try?", choices=Way.choices, small=True, classes=IN_COLUMNS, label_size="s")
    outcome = fields.RadiosField(
        "What happened?", choices=AttemptOutcome.choices, small=True, classes=IN_COLUMNS, label_size="s"
    )
    when = fields.RadiosField(
        "When?",
        choices=[(NOW, "Just now"), (EARLIER, "Earlier")],
        small=True,
        classes=IN_COLUMNS,
        required=False,
        label_size="s",
    )
    at = fields.DateTimeField("When was it?", past=True, only_if=fields.Given("when", EARLIER))
    words = fields.TextField("Anything to add?", required=False, max_length=300, label_size="s")


class NoteForm(fields.Form):
    words = fields.TextAreaField("Note", rows=8, label_size="s", missing="Write the note")


class CorrectionForm(fields.Form):
    words = fields.TextAreaField(
        "Your correction",
        rows=6,
        label_size="s",
        hint="The first note stays as it was written; this stands under it with your name.",
        missing="Write the correction",
    )
