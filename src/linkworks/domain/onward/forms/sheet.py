from collections.abc import Sequence
from typing import Any
from uuid import UUID

from linkworks.domain.directory.delicate import PRIVATE_ADDRESS, why_delicate
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.sheet.entry_words import HEADINGS, EntryWords, longest
from linkworks.foundation.design import fields

HINTS = {
    "what": "One or two short sentences.",
    "ask_for": "A name, and a number to ring.",
    "first_time": "What happens when they come, and what to take along.",
}


class SheetForm(fields.Form):
    """Delicate options stand apart, and each is ticked only when the person asked for it to be on the sheet."""

    options = fields.CheckboxesField("Which options go on the sheet?", required=False, label_size="s")
    asked_for = fields.CheckboxesField(
        "Did they ask for any of these to be on it?",
        required=False,
        label_size="s",
        hint="These stay off the sheet, because somebody else may see it. Tick one only if the person asked for it to "
        "be on. That they asked is written down.",
    )

    def __init__(self, *args: Any, options: Sequence[Option], **others: Any) -> None:
        super().__init__(*args, **others)
        why = {option.pk: why_delicate(option.service) for option in options}
        self._offer("options", [option for option in options if not why[option.pk]])
        self._offer("asked_for", [option for option in options if why[option.pk]])
        if "asked_for" in self.fields:
            self.fields["asked_for"].hints = {str(pk): _because(word) for pk, word in why.items() if word}  # type: ignore[attr-defined]

    def ticked(self, name: str) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data.get(name, [])]

    def _offer(self, name: str, options: Sequence[Option]) -> None:
        self.fields[name].choices = [(str(option.pk), option.service.name) for option in options]  # type: ignore[attr-defined]
        if not options:
            del self.fields[name]


class EntryForm(fields.Form):
    title = fields.TextField("What it is called", max_length=longest("title"), label_size="s")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for part, heading in HEADINGS.items():
            self.fields[part] = fields.TextAreaField(
                heading,
                required=False,
                rows=2,
                max_length=longest(part),
                label_size="s",
                hint=HINTS.get(part, ""),
            )

    def words(self) -> EntryWords:
        return EntryWords(**self.cleaned_data)


def _because(word: str) -> str:
    return "Its address is private." if word == PRIVATE_ADDRESS else f"Its entry says “{word}”."
