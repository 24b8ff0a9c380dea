"""The way to the referrals, in the header."""

from linkworks.domain.referrals import policies
from linkworks.domain.referrals.selectors.inbox import count_waiting_for_us
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import navigation
from linkworks.foundation.design.navigation import NavigationItem


def put_up() -> None:
    navigation.add(
        NavigationItem("Referrals", "referrals:inbox", who=policies.may_triage, order=30, count=count_waiting_for_us)
    )
    navigation.add(NavigationItem("Enter a referral", "referrals:new", who=_only_enters, order=30))


def _only_enters(actor: Actor) -> bool:
    return policies.may_receive(actor) and not policies.may_triage(actor)
