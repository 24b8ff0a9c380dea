from typing import ClassVar, Generic, TypeVar

from django.urls import reverse

from linkworks.domain.people.models import PersonRecord
from linkworks.domain.people.selectors.person import get_row
from linkworks.domain.people.views.person_form import PersonForm
from linkworks.foundation.core.models import Record
from linkworks.foundation.design.parts import Link

Row = TypeVar("Row", bound=PersonRecord)


class ChangeRow(PersonForm, Generic[Row]):
    """A form that changes one row about a person; the address takes `row_id`."""

    model: ClassVar[type[PersonRecord]]
    end: ClassVar[tuple[str, str] | None] = None
    """What the link to the page that ends the row says, and that page's name."""
    row: Row

    def prepare(self) -> None:
        super().prepare()
        self.row = get_row(self.actor, self.person, self.model, self.kwargs["row_id"])  # type: ignore[assignment]

    def get_record(self) -> Record:
        return self.row

    def get_end(self) -> Link | None:
        if self.end is None:
            return None
        text, url_name = self.end
        return Link(text, reverse(url_name, args=[self.person.pk, self.row.pk]))


class EndRow(ChangeRow[Row], Generic[Row]):
    """Asks once more, then ends the row. It stays in the history."""

    button = "It no longer holds"

    def get_title(self) -> str:
        return f"{self.title} {self.describe()}".strip()

    def describe(self) -> str:
        """What ends, so that nobody ends the wrong one."""
        return ""
