import stat
from email import message_from_bytes, policy
from pathlib import Path
from uuid import UUID

import pytest

from linkworks.foundation.messaging.transports import Outgoing, TransportError
from linkworks.foundation.messaging.transports.file.client import Client

FIXTURES = Path(__file__).parents[1] / "fixtures"
KEY = UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture
def client(settings, tmp_path):
    settings.MESSAGE_FOLDER = tmp_path / "out"
    return Client()


def outgoing(**changes) -> Outgoing:
    given = {"key": KEY, "channel": "email", "recipient": "reception@practice.example", "subject": "Support has ended"}
    return Outgoing(**(given | {"body": "Thank you — for everything."} | changes))


def test_an_email_is_one_file_that_mail_programs_open(client):
    client.send(outgoing(attachment=b"%PDF-1.7", attachment_name="summary.pdf"))
    (file,) = client.folder.iterdir()
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert file.name == f"{KEY}.eml"
    assert read["To"] == "reception@practice.example"
    assert read.get_body().get_content().strip() == "Thank you — for everything."
    (attached,) = read.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("summary.pdf", "application/pdf")
    assert attached.get_content() == b"%PDF-1.7"


def test_a_text_message_is_plain_text(client):
    client.send(outgoing(channel="text", recipient="+447700900123", subject="", body="See you tomorrow at 2pm."))
    assert (client.folder / f"{KEY}.txt").read_text() == (FIXTURES / "text.txt").read_text()


def test_a_letter_lies_beside_what_is_attached(client):
    client.send(outgoing(channel="letter", attachment=b"%PDF-1.7", attachment_name="letter.pdf"))
    assert sorted(file.name for file in client.folder.iterdir()) == [f"{KEY}-letter.pdf", f"{KEY}.txt"]


def test_sending_again_makes_the_same_file_again(client):
    message = outgoing(attachment=b"%PDF-1.7", attachment_name="summary.pdf")
    client.send(message)
    first = (client.folder / f"{KEY}.eml").read_bytes()
    client.send(message)
    assert [file.read_bytes() for file in client.folder.iterdir()] == [first]


def test_only_the_owner_reads_what_was_written(client):
    client.send(outgoing())
    assert stat.S_IMODE(client.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((client.folder / f"{KEY}.eml").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_told_without_naming_anybody(client):
    client.folder.write_text("a file stands where the folder should be")
    with pytest.raises(TransportError) as error:
        client.send(outgoing())
    assert str(error.value) == "The message folder could not be written: File exists."


def test_a_heading_cannot_be_smuggled_into_an_email(client):
    with pytest.raises(ValueError, match="linefeed"):
        client.send(outgoing(subject="Support has ended\nBcc: stranger@example.org"))
