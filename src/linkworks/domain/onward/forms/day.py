from datetime import date
from typing import Any

from linkworks.foundation.core import clock
from linkworks.foundation.design import fields

TODAY, EARLIER = "today", "earlier"


class DayForm(fields.Form):
    """A form about something that happened on a day: today in one press, any other in three boxes."""

    when = fields.RadiosField(
        "When was that?", choices=[(TODAY, "Today"), (EARLIER, "Earlier")], small=True, label_size="s", initial=TODAY
    )
    on = fields.DateField("Which day?", past=True, only_if=fields.Given("when", EARLIER))

    def day(self) -> date:
        on: date | None = self.cleaned_data["on"]
        return on or clock.today()

    def at_the_end(self, *names: str) -> None:
        """Draw these fields last."""
        self.order_fields([*(name for name in self.fields if name not in names), *names])


def blank_as_none(answer: str, kind: Any) -> Any:
    return kind(answer) if answer else None
