"""What leaves by e-mail about a need: that there is something to do, and nothing that tells who it is for."""

from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import Need
from linkworks.foundation.core import words

OFFER_PURPOSE, OFFER_PAGE = "need_offer", "partner_portal:offer"

OWNER_SUBJECT = "Somebody’s need is yours to see to"
OWNER_NOW = """\
Somebody we rang needs help that cannot wait, and you answer for it.

Sign in to Linkworks and open the campaign’s needs: it stands first. Press “I have it” there.

We remind you in a few minutes, and then ask the next colleague, until somebody does.
"""
OWNER_STUCK = """\
A need that you answer for has got stuck: nobody has taken it on, or it has not come in time.

Sign in to Linkworks and open the campaign’s needs. What is late stands first.
"""
OWNER_RING = """\
A need that you answer for goes to somebody who has no e-mail address. Please ring them.

Sign in to Linkworks and open the campaign’s needs: their number stands there. Write down what they say.
"""
OWNER_CAME_BACK = """\
Somebody to whom a need was referred on cannot help, or the referral was taken back. You answer for the need again.

Sign in to Linkworks and open the campaign’s needs: it stands under “Nobody yet”.
"""
OWNER_ASK = """\
Help that you answer for was brought, but nobody could ask the person whether it came.

Sign in to Linkworks and open the campaign’s needs. Find out in another way, or say that nobody could be asked.
"""
CONCERN_SUBJECT = "A concern from a call is waiting for you"
CONCERN = """\
Somebody said something in a call that a lead must see, and you are named for it.

Sign in to Linkworks, open the campaign and then Concerns. Please acknowledge it there.

We remind you, and then others, until somebody does.
"""
STOP_SUBJECT = "Please stop: this help is no longer needed"
STOP = """\
You were asked to help somebody in {area} with: {type}.

This is no longer needed. Please do not go. Thank you for being ready.
"""
OFFER_SUBJECT = {
    Urgency.IMMEDIATE: "Can you help somebody today? Please answer now",
    Urgency.TODAY: "Can you help somebody today?",
    Urgency.TWO_DAYS: "Can you help somebody in the next two days?",
    Urgency.ROUTINE: "Can you help somebody?",
}
OFFER = """\
{team} asks whether you can help somebody.

What: {type}
Where: {area}
By: {by}

Please open this page to say yes or no. If you say yes, it shows who it is for and how to reach them.

{address}

Please answer by {answer_by}. After that we ask somebody else.
"""


def offer_body(need: Need, *, team: str, address: str) -> str:
    assert need.due_at is not None  # noqa: S101 (an offer is open)
    return OFFER.format(
        team=team,
        type=need.type.label,
        area=area_of(need),
        by=words.full_moment(need.deliver_by),
        address=address,
        answer_by=words.full_moment(need.due_at),
    )


def stop_body(need: Need) -> str:
    return STOP.format(area=area_of(need), type=need.type.label)


def area_of(need: Need) -> str:
    return need.contact.area or "our area"


def question_of(need: Need) -> str:
    """What the caller asks when the person is rung again."""
    by = f" from {need.provider.name}" if need.provider else ""
    return f"{need.type.label}: did it come{by}?"


def came_field(need: Need) -> str:
    """The name of the answer to that question."""
    return f"came_{need.pk.hex}"


SAID = {
    NeedState.UNCONFIRMED: "Say how you tried to ask.",
    NeedState.CANCELLED: "Say why it is cancelled.",
    NeedState.NOT_NEEDED: "Say how you know that it is no longer needed.",
    NeedState.HANDED_ON: "Say what it became.",
}
