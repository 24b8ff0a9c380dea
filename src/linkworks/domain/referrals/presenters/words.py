"""The words and tags that every page about referrals uses."""

from collections.abc import Iterable

from linkworks.domain.referrals.choices import OPEN_STATUSES, ReferralReason, ReferralSource, ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import clock, words
from linkworks.foundation.design.fields.base import start_small
from linkworks.foundation.design.parts import Tag, When

STATUS_TAGS = {
    ReferralStatus.RECEIVED: Tag("New", "blue"),
    ReferralStatus.RETURNED: Tag("Waiting for the referrer", "yellow"),
    ReferralStatus.ACCEPTED: Tag("Accepted", "green"),
    ReferralStatus.DECLINED: Tag("Not taken on", "grey"),
    ReferralStatus.WITHDRAWN: Tag("Withdrawn", "grey"),
}
MAYBE_KNOWN = Tag("Somebody we know?", "purple")
REFERRED_TWICE = Tag("Referred twice", "orange")
LATE = Tag("Late", "red")


def status_tags(referral: Referral) -> tuple[Tag, ...]:
    """Where it stands, and what is to be known of it at a glance."""
    is_open = referral.status in OPEN_STATUSES
    late = is_open and referral.first_contact_due < clock.today()
    undecided = is_open and referral.person_id is None
    return (
        STATUS_TAGS[ReferralStatus(referral.status)],
        *((LATE,) if late else ()),
        *((MAYBE_KNOWN,) if undecided else ()),
    )


def reasons_in_words(reasons: Iterable[str]) -> str:
    """Loneliness or isolation, benefits and money"""
    first, *others = (ReferralReason(reason).label for reason in reasons)
    return ", ".join([first, *(start_small(label) for label in others)])


def who_sent_it(referral: Referral) -> tuple[str, ...]:
    source = ReferralSource(referral.source).label
    return (source, *filter(None, (referral.referrer_organisation,)))


def first_contact(referral: Referral) -> When:
    return When(referral.first_contact_due, words.due(referral.first_contact_due))


def waiting_since(referral: Referral) -> When:
    return When(referral.received_at, words.ago(referral.received_at))
