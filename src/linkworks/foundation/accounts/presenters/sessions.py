"""Sessions as their owner knows them: which device, since when."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession

# The first that is found counts: many browsers also name those they are compatible with.
BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
DEVICES = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "an Android device",
    "Windows": "Windows",
    "Macintosh": "a Mac",
    "CrOS": "a Chromebook",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class SessionRow:
    device: str
    address: str
    signed_in_at: datetime
    seen_at: datetime
    is_this_one: bool

    @classmethod
    def of(cls, session: UserSession) -> "SessionRow":
        return cls(
            device=device_in_words(session.user_agent),
            address=session.ip,
            signed_in_at=session.created_at,
            seen_at=session.last_seen_at,
            is_this_one=session.is_current(),
        )


def device_in_words(user_agent: str) -> str:
    """“Edge on Windows”, as far as the browser tells the truth."""
    browser = _first_of(BROWSERS, user_agent) or "A browser"
    device = _first_of(DEVICES, user_agent)
    return f"{browser} on {device}" if device else browser


def _first_of(words: dict[str, str], user_agent: str) -> str:
    return next((word for sign, word in words.items() if sign in user_agent), "")
