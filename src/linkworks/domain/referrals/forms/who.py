from typing import Any
from uuid import UUID

from linkworks.foundation.design import fields

NEW = "new"


class WhoForm(fields.Form):
    """Which button was pressed: one of the people shown, or somebody new."""

    decision = fields.RadiosField("Whom is it about?", missing="Press one of the buttons")
    leave_out_nhs_number = fields.TickField(
        "The NHS number on the referral is wrong: register without it, and check it", required=False
    )

    def __init__(self, *args: Any, people: list[UUID], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen: Any = self.fields["decision"]
        chosen.choices = [*((str(person_id), "The same person") for person_id in people), (NEW, "Somebody new")]

    @property
    def person_id(self) -> UUID | None:
        """The person it is about; None for somebody new."""
        decision = self.cleaned_data["decision"]
        return None if decision == NEW else UUID(decision)
