"""How messages leave: one folder for each way, all of one shape. The setting MESSAGE_TRANSPORT chooses.

Each has `client.py`, whose `Client.send` either delivers a message or raises `TransportError`; `mapping.py`, which
turns a message into what goes over the edge; and a README. To add one, copy one and name it in `TRANSPORTS`.
"""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

TRANSPORTS = {
    "console": "linkworks.foundation.messaging.transports.console.client.Client",
    "file": "linkworks.foundation.messaging.transports.file.client.Client",
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as a transport sees it. `key` is the same at every try: nobody gets a message twice for it."""

    key: UUID
    channel: str
    recipient: str
    subject: str
    body: str
    attachment: bytes | None = None
    attachment_name: str = ""


class TransportError(Exception):
    """It did not leave, and may be tried again. The message is a sentence for the staff: it names no recipient."""


class Transport(Protocol):
    def send(self, message: Outgoing) -> None: ...


def transport() -> Transport:
    made: Transport = import_string(TRANSPORTS[settings.MESSAGE_TRANSPORT])()
    return made
