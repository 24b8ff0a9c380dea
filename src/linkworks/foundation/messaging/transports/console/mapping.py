from linkworks.foundation.messaging.transports import Outgoing

RULE = "-" * 72


def as_text(message: Outgoing) -> str:
    lines = [
        RULE,
        f"{message.channel} to {message.recipient}",
        f"Key: {message.key}",
        *([f"Subject: {message.subject}"] if message.subject else []),
        *([f"Attached: {message.attachment_name}"] if message.attachment is not None else []),
        "",
        message.body,
        RULE,
    ]
    return "\n".join(lines) + "\n"
