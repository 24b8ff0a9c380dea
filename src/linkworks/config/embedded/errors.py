"""What the embedded database says when it cannot run: one sentence, with what to do."""


class EmbeddedError(Exception):
    """The embedded PostgreSQL cannot be used; the message is meant for the person at the keyboard."""
