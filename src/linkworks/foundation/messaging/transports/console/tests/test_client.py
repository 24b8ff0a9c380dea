from pathlib import Path
from uuid import UUID

from linkworks.foundation.messaging.transports import Outgoing
from linkworks.foundation.messaging.transports.console.client import Client

FIXTURE = Path(__file__).parents[1] / "fixtures" / "email.txt"


def test_it_prints_the_message_and_names_the_attachment(capsys):
    Client().send(
        Outgoing(
            key=UUID("00000000-0000-4000-8000-000000000001"),
            channel="email",
            recipient="reception@practice.example",
            subject="Support has ended",
            body="Support has ended.",
            attachment=b"%PDF-",
            attachment_name="summary.pdf",
        )
    )
    assert capsys.readouterr().out == FIXTURE.read_text()
