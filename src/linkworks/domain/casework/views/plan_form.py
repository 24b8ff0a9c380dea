from typing import Any, ClassVar, Generic, TypeVar

from django.contrib import messages

from linkworks.domain.casework.models import Case, CaseRecord
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.audit.history import describe_changes

Row = TypeVar("Row", bound=CaseRecord)
FORM_STATES = ("filled", "error")


class PlanForm(CaseForm):
    """Adds something to a case. Give `done`, a sentence for afterwards, and `change`, the deed."""

    done: ClassVar[str]
    section: ClassVar[str] = "plan"
    """The part of the case page to go back to."""

    def change(self, form: Any) -> None:
        """Call an action."""
        raise NotImplementedError

    def save(self, form: Any) -> str:
        self.change(form)
        messages.success(self.request, self.done)
        return f"{self.case_url}#{self.section}"


class RowForm(PlanForm, Generic[Row]):
    """Changes one row of a case, of which the address has the uuid."""

    model: ClassVar[type[CaseRecord]]
    row: Row

    def find_case(self) -> Case:
        self.row = get_case_row(self.actor, self.model, self.kwargs["row_id"])  # type: ignore[assignment]
        return self.row.case

    def get_version(self) -> int | None:
        return self.row.version

    def describe_changes(self) -> list[str]:
        return describe_changes(self.row, self.posted_version)

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.row, name) for name in self.form_class.base_fields if hasattr(self.row, name)}
