from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linkworks.domain.directory.models import Collection
from linkworks.foundation.design import fields

NEW = "new"
MINE, TEAMS = "mine", "team"
ABOUT_NOBODY = "Nothing about a client: no name, no story."
LINE_HINT = f"One line that goes with it on paper and by email: ask for Joy; ring before 10. {ABOUT_NOBODY}"


def _title(**options: Any) -> fields.TextField:
    return fields.TextField(
        "What is it called?",
        max_length=120,
        label_size="s",
        hint=f"For example: First week after bereavement. {ABOUT_NOBODY}",
        missing="Give it a name",
        **options,
    )


def _purpose(**options: Any) -> fields.TextField:
    return fields.TextField(
        "What is it for?",
        max_length=300,
        label_size="s",
        hint="A sentence that whoever reads the list may see.",
        missing="Say what it is for",
        **options,
    )


def _line() -> fields.TextField:
    return fields.TextField("A line of your own", max_length=200, required=False, label_size="s", hint=LINE_HINT)


class CollectionForm(fields.Form):
    """Who keeps it is asked only of its owner."""

    title = _title()
    purpose = _purpose()
    kept_by = fields.RadiosField(
        "Whose is it?",
        choices=[(MINE, "Mine"), (TEAMS, "My team’s")],
        hints={MINE: "Only you see it.", TEAMS: "Everybody in the team may use it, change it and copy it."},
        label_size="s",
        initial=MINE,
    )

    def __init__(self, *args: Any, is_owner: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_owner:
            del self.fields["kept_by"]

    @property
    def is_shared(self) -> bool:
        return bool(self.cleaned_data.get("kept_by", TEAMS) == TEAMS)


class AddForm(fields.Form):
    """To one that there is, or to a new one of one's own."""

    collection = fields.RadiosField("To which collection?", label_size="s", missing="Choose a collection")
    title = _title(only_if=fields.Given("collection", NEW))
    purpose = _purpose(only_if=fields.Given("collection", NEW))
    words = _line()

    def __init__(
        self, *args: Any, collections: Sequence[Collection], hints: Mapping[UUID, str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        asked: Any = self.fields["collection"]
        known = [(str(one.pk), one.title) for one in collections]
        asked.choices = [*known, (NEW, "A new one of my own")]
        asked.hints = {str(pk): said for pk, said in hints.items()}
        if not known:
            asked.initial = NEW


class LineForm(fields.Form):
    words = _line()


class SendForm(fields.Form):
    address = fields.EmailField("To which email address?", label_size="s")
    with_delicate = fields.TickField("They asked for these to be on it", required=False)

    def __init__(self, *args: Any, has_delicate: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not has_delicate:
            del self.fields["with_delicate"]
