from typing import Any
from uuid import UUID

from linkworks.domain.casework.actions.booking import Booking
from linkworks.domain.casework.choices import Way
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design import fields
from linkworks.foundation.messaging.choices import Channel

WAYS = [(way.value, way.label) for way in (Way.PHONE, Way.VIDEO, Way.PRACTICE, Way.HOME, Way.COMMUNITY)]
LENGTHS = [(15, "15 minutes"), (30, "30 minutes"), (45, "45 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes")]
NO_REMINDER = "none"
CLASH = "despite_clash"


class AppointmentForm(fields.Form):
    starts_at = fields.DateTimeField("When?", label_size="s")
    minutes = fields.SelectField("How long?", choices=LENGTHS, label_size="s")
    worker_id = fields.SelectField("With whom?", label_size="s")
    way = fields.RadiosField("How will you meet?", choices=WAYS, small=True, classes="app-in-columns", label_size="s")
    place = fields.TextField(
        "Where?",
        required=False,
        max_length=200,
        label_size="s",
        hint="A room, a café, another address.",
    )
    goes_alone = fields.TickField(
        "The worker goes alone: ask for a check-in afterwards, and tell the team lead if none comes", required=False
    )
    interpreter = fields.YesNoField("Is an interpreter needed?", small=True, label_size="s")
    interpreter_language = fields.TextField(
        "Which language?", max_length=40, only_if=fields.Given("interpreter", "yes")
    )
    interpreter_booked = fields.TickField(
        "The interpreter is booked", required=False, only_if=fields.Given("interpreter", "yes")
    )
    reminder = fields.RadiosField("Send a reminder?", small=True, label_size="s")

    def __init__(
        self,
        *args: Any,
        colleagues: list[tuple[UUID, str]],
        reminders: dict[Channel, str],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["worker_id"].choices = colleagues  # type: ignore[attr-defined]
        self.fields["reminder"].choices = [  # type: ignore[attr-defined]
            (NO_REMINDER, "No reminder"),
            *((channel.value, _offer(channel, recipient)) for channel, recipient in reminders.items()),
        ]
        if not reminders:
            self.fields["reminder"].help_text = "None can be sent: nothing here is marked as safe for one."
        if self.data.get(CLASH):
            self.offer_despite_clash()

    def offer_despite_clash(self) -> None:
        """Asked only once the worker turns out to be busy then."""
        self.fields[CLASH] = fields.TickField("Book it anyway", required=False)
        self.order_fields(["starts_at", CLASH])

    @property
    def is_despite_clash(self) -> bool:
        return bool(self.cleaned_data.get(CLASH))

    def booking(self) -> Booking:
        given = self.cleaned_data
        reminder = given["reminder"]
        return Booking(
            worker_id=UUID(given["worker_id"]),
            starts_at=given["starts_at"],
            way=Way(given["way"]),
            minutes=int(given["minutes"]),
            place=given["place"],
            interpreter_language=given["interpreter_language"],
            interpreter_booked=given["interpreter_booked"],
            goes_alone=given["goes_alone"],
            reminder=None if reminder == NO_REMINDER else Channel(reminder),
        )


def _offer(channel: Channel, recipient: str) -> str:
    to = Phone(recipient).national if channel is Channel.TEXT else recipient
    return f"{channel.label} to {to}"
