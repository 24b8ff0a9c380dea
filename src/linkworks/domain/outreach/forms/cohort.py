"""A list of people on its way in."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from linkworks.domain.outreach.choices import RowDecision
from linkworks.domain.outreach.lists.columns import Column, Guess
from linkworks.foundation.design import fields

LARGEST_MEGABYTES = 60
COLUMN_WORDS = {
    Column.SENDER_ID: "The sender’s own number",
    Column.NHS_NUMBER: "NHS number",
    Column.TITLE: "Title",
    Column.GIVEN_NAME: "First name",
    Column.FAMILY_NAME: "Last name",
    Column.FULL_NAME: "Whole name",
    Column.DATE_OF_BIRTH: "Date of birth",
    Column.DATE_OF_DEATH: "Date of death",
    Column.SEX: "Sex",
    Column.ADDRESS_LINE_1: "Address, first line",
    Column.ADDRESS_LINE_2: "Address, second line",
    Column.TOWN: "Town",
    Column.POSTCODE: "Postcode",
    Column.TELEPHONE: "Telephone",
    Column.EMAIL: "E-mail address",
    Column.LANGUAGE: "Language",
    Column.PRACTICE: "GP practice",
    Column.PRIORITY: "Priority",
    Column.DO_NOT_CALL: "Not to be rung",
    Column.NOTES: "Notes",
}
SEEN = "Whoever sent the list sees this beside the row."
NOT_USED = ("", "Not used: kept with the row")


class ListForm(fields.Form):
    file = fields.FileField(
        "The list",
        kinds=("csv", "xlsx", "xls", "txt", "tsv"),  # what is an old Excel file is told how to save it anew
        largest_megabytes=LARGEST_MEGABYTES,
        hint="CSV or Excel (.xlsx), as it was sent. You need not change anything in it.",
        label_size="s",
    )
    sender = fields.TextField(
        "Who sent it?",
        max_length=120,
        label_size="s",
        hint="Use the same name each time: we remember what the columns mean, and compare it with the last list.",
        missing="Say who sent the list",
    )
    source = fields.TextField(
        "Where does it come from?",
        max_length=300,
        label_size="s",
        hint="Which records it was made from. For example, the practice’s list of patients who shield.",
        missing="Say where the list comes from",
    )
    purpose = fields.TextField(
        "What may it be used for?", max_length=300, label_size="s", missing="Say what the list may be used for"
    )
    legal_basis = fields.TextField(
        "On what legal basis may we use it?",
        max_length=300,
        label_size="s",
        hint="Ask whoever looks after information governance if you are not sure.",
        missing="Say on what legal basis we may use it",
    )
    delete_by = fields.DateField(
        "When must the list itself be deleted?",
        label_size="s",
        hint="The rows as they were sent go after this day. People’s records stay as long as records do.",
        missing="Enter the day on which the list must be deleted",
    )


class ColumnsForm(fields.Form):
    """One question for each column of the sheet, in its order."""

    def __init__(self, *args: Any, guesses: Sequence[Guess], **options: Any) -> None:
        super().__init__(*args, **options)
        for place, guess in enumerate(guesses):
            self.fields[f"column_{place}"] = fields.SelectField(
                guess.heading,
                choices=[NOT_USED, *((column.value, words) for column, words in COLUMN_WORDS.items())],
                initial=guess.column.value if guess.column else "",
                required=False,
                label_size="s",
                hint="For example: " + " · ".join(guess.samples) if guess.samples else "Empty in the first rows.",
            )

    @property
    def columns(self) -> list[Column | None]:
        chosen = (self.cleaned_data[name] for name in self.fields)
        return [Column(one) if one else None for one in chosen]


class DecisionForm(fields.Form):
    """Which button was pressed. `offered` are their values: a decision, with whom after a colon where it names one."""

    decision = fields.RadiosField("Who is it?", missing="Press one of the buttons")
    reason = fields.TextField("Why it is left out", max_length=300, required=False, label_size="s", hint=SEEN)

    def __init__(self, *args: Any, offered: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]

    @property
    def decided(self) -> tuple[RowDecision, UUID | None]:
        decision, _, candidate = self.cleaned_data["decision"].partition(":")
        return RowDecision(decision), UUID(candidate) if candidate else None
