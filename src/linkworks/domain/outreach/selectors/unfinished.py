"""What must be done before a campaign can be closed: nobody on its list and nothing promised may be left."""

from collections.abc import Iterator

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import CallConcern, Campaign, LeadNotice, Need
from linkworks.domain.outreach.need_rules import ENDED
from linkworks.domain.outreach.selectors.board import counting
from linkworks.domain.outreach.selectors.standings import Standings, count_standings
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.words import count

STANDING = {
    QueueState.READY: ("is still to be rung", "are still to be rung"),
    QueueState.RESTING: ("is to be rung again later", "are to be rung again later"),
    QueueState.ON_A_CALL: ("is with a caller now", "are with a caller now"),
    QueueState.LADDER: ("has not been reached, and is tried in other ways", "have not been reached"),
}


def list_unfinished(actor: Actor, campaign: Campaign) -> list[str]:
    """A sentence each; none where the campaign can be closed. Counts what the actor may not see, too; names nobody."""
    system = counting(actor)
    with acting(system):
        return [*_people(count_standings(system, [campaign])[campaign.pk]), *_promises(campaign)]


def _people(standings: Standings) -> Iterator[str]:
    for state, (one, many) in STANDING.items():
        if number := standings[state]:
            yield f"{count(number, f'person {one}', f'people {many}')}."


def _promises(campaign: Campaign) -> Iterator[str]:
    if number := Need.objects.filter(campaign=campaign).exclude(state__in=ENDED).count():
        yield f"{count(number, 'need is', 'needs are')} not met, or not confirmed by the person."
    if number := CallConcern.objects.filter(contact__campaign=campaign, closed_at__isnull=True).count():
        yield f"{count(number, 'concern')} about somebody’s safety must be closed by a lead first."
    if number := LeadNotice.objects.filter(contact__campaign=campaign, answer="").count():
        told = count(number, "thing that a call told us waits", "things that calls told us wait")
        yield f"{told} for a lead to see to."
