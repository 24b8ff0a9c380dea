from linkworks.domain.referrals.choices import ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

TRIAGING_ROLES = frozenset({Role.TEAM_LEAD, Role.COORDINATOR})


def may_receive(actor: Actor) -> bool:
    """Everybody who works with people, and the public forms for the one team of their address."""
    return actor.sees_people and actor.team_id is not None


def may_triage(actor: Actor) -> bool:
    """Read what came in, say whom it is about, return, accept, decline or withdraw it."""
    return actor.is_staff and actor.role in TRIAGING_ROLES


def may_open(actor: Actor, referral: Referral) -> bool:
    """Until it is accepted a referral is for those who triage; then it is part of the case."""
    return may_triage(actor) or referral.status == ReferralStatus.ACCEPTED


def may_answer(actor: Actor) -> bool:
    """The referrer through their link, which acts as a system actor, and staff to whom they answered."""
    return actor.is_system or may_triage(actor)
