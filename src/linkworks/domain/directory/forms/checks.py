from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from linkworks.domain.directory.choices import CheckPause
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields

PAUSES = {"3": "In three days", "7": "In a week", "14": "In two weeks", "28": "In four weeks"}
BACK = "back"
MOST_A_WEEK = 20


class PauseForm(fields.Form):
    because = fields.RadiosField("What happened?", choices=CheckPause.choices, label_size="s")
    days = fields.RadiosField("When shall we ask you again?", choices=list(PAUSES.items()), label_size="s", inline=True)

    @property
    def until(self) -> date:
        return clock.today() + timedelta(days=int(self.cleaned_data["days"]))


class PassOnForm(fields.Form):
    to = fields.RadiosField("Who shall check it?", label_size="s", missing="Choose a colleague, or hand it back")

    def __init__(self, *args: Any, colleagues: Iterable[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["to"]
        field.choices = [*((str(pk), name) for pk, name in colleagues), (BACK, "Whoever the rota chooses")]


class FreshnessForm(fields.Form):
    entries_a_week = fields.IntegerField(
        "How many entries does everybody check in a week?",
        hint="Nobody ever has more than this. A call takes about five minutes. 0 stops the rota.",
        smallest=0,
        largest=MOST_A_WEEK,
        missing="Say how many entries",
    )
    asks_organizations = fields.TickField(
        "Ask organisations ourselves, by email",
        hint="When an entry with an email address is due, they get a link to confirm or correct it. Ten a day at most.",
        required=False,
    )
