"""Every event that may be written, with the exact keys it carries and the sentence a reader sees."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    sentence: str
    keys: frozenset[str]


EVENTS: dict[str, Event] = {}


def declare(name: str, sentence: str, *keys: str) -> None:
    """Announce an event at import of an app's `events.py`. Names are `noun.past_tense`."""
    known = EVENTS.get(name)
    event = Event(name, sentence, frozenset(keys))
    if known is not None and known != event:
        raise ValueError(f"The event {name} is declared twice, with different keys or words.")
    EVENTS[name] = event
