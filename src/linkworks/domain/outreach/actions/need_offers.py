"""Asking those who help: the closest first, then their back-up, then the owner. On silence the next is asked."""

from datetime import timedelta

from linkworks.domain.outreach.actions.need_steps import PRESSING, move, tell_owner, write_to
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models import Need, Provider
from linkworks.domain.outreach.need_texts import OFFER_PAGE, OFFER_PURPOSE, OFFER_SUBJECT, OWNER_RING, offer_body
from linkworks.domain.outreach.selectors.needs import next_provider
from linkworks.foundation.access import links
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

LINK_WORKS_FOR = timedelta(days=30)
TEAM_ALONE = "They said to pass nothing on: the team sees to this itself."


def offer(actor: Actor, need: Need, provider: Provider, heard_from: HeardFrom, *, words: str = "") -> None:
    """Any link given to somebody else before stops working. What leaves says nothing of who it is for."""
    if not need.may_share:
        raise Refused(TEAM_ALONE)
    links.revoke(OFFER_PURPOSE, need.pk)
    move(actor, need, NeedState.OFFERED, heard_from, words=words, provider=provider)
    if provider.email:
        token = links.issue(need.team_id, OFFER_PURPOSE, need.pk, LINK_WORKS_FOR)
        body = offer_body(need, team=need.team.name, address=links.address(OFFER_PAGE, token))
        write_to(actor, need, provider, OFFER_SUBJECT[Urgency(need.urgency)], body)
    else:
        tell_owner(actor, need, OWNER_RING)


def pass_on(actor: Actor, need: Need, heard_from: HeardFrom, *, words: str = "") -> None:
    """To the next who was not asked yet; where there is nobody, it is the owner's to place."""
    provider = next_provider(need)
    if provider is not None:
        offer(actor, need, provider, heard_from, words=words)
        return
    links.revoke(OFFER_PURPOSE, need.pk)
    if need.state != NeedState.RAISED:
        move(actor, need, NeedState.RAISED, heard_from, words=words)
    if need.urgency in PRESSING and need.remind_at is None:
        tell_owner(actor, need)
