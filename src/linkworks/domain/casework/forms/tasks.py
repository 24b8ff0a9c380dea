from datetime import date
from typing import Any
from uuid import UUID

from linkworks.domain.casework.forms import due
from linkworks.foundation.core import words
from linkworks.foundation.design import fields

AS_IT_IS = "as_it_is"


class TaskForm(fields.Form):
    title = fields.TextField("What is to be done?", max_length=300, label_size="s")
    by_when = fields.RadiosField("By when?", choices=due.CHOICES, small=True, label_size="s")
    due_on = due.day_field("by_when")
    worker_id = fields.SelectField("Who will do it?", label_size="s")

    def __init__(self, *args: Any, colleagues: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker_id"].choices = colleagues  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What `add_task` and `change_task` take."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "due_on": due.day_of(given, "by_when", "due_on"),
            "worker_id": UUID(given["worker_id"]),
        }


class TaskChangeForm(TaskForm):
    """A task as it is; its day may stay even where it has passed."""

    def __init__(self, *args: Any, due_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        stays = (AS_IT_IS, f"As it is, {words.full_date(due_on)}")
        self.fields["by_when"].choices = [stays, *due.CHOICES]  # type: ignore[attr-defined]
