"""The text message with the link: whether it is safe to send, and words that anybody may read.

It names nobody, says nothing of health or of what is on the sheet, and goes only where the person has said it may.
"""

from linkworks.domain.casework.reminders import safe_ways
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.messaging.choices import Channel


def safe_number(known: BeforeContact) -> str:
    """Blank when no text is safe to send."""
    return safe_ways(known).get(Channel.TEXT, "")


def wording(address: str, telephone: str) -> str:
    asking = f" To ask anything, ring {telephone}." if telephone else ""
    return f"Here is the list we talked about: {address} It opens with the year you were born.{asking}"
