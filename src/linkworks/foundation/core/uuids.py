"""Identifiers that come with an address or a form."""

from uuid import UUID


def read_uuid(text: str) -> UUID | None:
    """None for what is none: anybody may change an address."""
    try:
        return UUID(text)
    except ValueError:
        return None
