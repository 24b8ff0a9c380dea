from email.message import EmailMessage
from email.policy import SMTPUTF8
from mimetypes import guess_type

from linkworks.foundation.messaging.transports import Outgoing

EMAIL = "email"


def as_files(message: Outgoing) -> dict[str, bytes]:
    """File names and contents, the attachment first, so that whoever sees the message finds what it names."""
    if message.channel == EMAIL:
        return {f"{message.key}.eml": _as_email(message)}
    attached = {} if message.attachment is None else {f"{message.key}-{message.attachment_name}": message.attachment}
    return attached | {f"{message.key}.txt": _as_text(message).encode()}


def _as_email(message: Outgoing) -> bytes:
    email = EmailMessage(policy=SMTPUTF8)
    email["To"] = message.recipient
    email["Subject"] = message.subject
    email["Message-ID"] = f"<{message.key}@linkworks>"
    email.set_content(message.body)
    if message.attachment is not None:
        kind, _ = guess_type(message.attachment_name)
        main, sub = (kind or "application/octet-stream").split("/")
        email.add_attachment(message.attachment, maintype=main, subtype=sub, filename=message.attachment_name)
        _settle_boundary(email, message)
    return email.as_bytes()


def _settle_boundary(email: EmailMessage, message: Outgoing) -> None:
    """The same message always makes the same bytes."""
    email.set_boundary(f"==={message.key.hex}===")


def _as_text(message: Outgoing) -> str:
    head = [f"To: {message.recipient}", *([f"Subject: {message.subject}"] if message.subject else [])]
    return "\n".join([*head, "", message.body, ""])
