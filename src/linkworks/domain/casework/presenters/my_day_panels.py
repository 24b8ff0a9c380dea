"""What referrals put on My day of those who triage."""

from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.referrals.policies import may_triage
from linkworks.domain.referrals.selectors.inbox import count_inbox
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.panels import Shared
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class ReferralsPanel:
    heading: str
    says: str
    link: Link


def new_referrals(actor: Actor, shared: Shared) -> ReferralsPanel | None:
    if not may_triage(actor):
        return None
    counts = shared.of(count_inbox)
    if not counts.with_us:
        return None
    says = f"{words.count(counts.with_us, 'referral')} to read."
    if counts.late:
        says += f" {words.count(counts.late, 'person has', 'people have')} waited longer than we promised."
    return ReferralsPanel("New referrals", says, Link("Read the referrals", reverse("referrals:inbox")))


def returned_referrals(actor: Actor, shared: Shared) -> ReferralsPanel | None:
    if not may_triage(actor):
        return None
    waiting = shared.of(count_inbox).with_referrer
    if not waiting:
        return None
    says = f"{words.count(waiting, 'referrer has', 'referrers have')} not yet answered our question."
    return ReferralsPanel("Referrals returned for information", says, Link("See them", reverse("referrals:inbox")))
