"""A share of calls is looked at by a colleague: every one of a new caller's first, then some, as chance has it."""

from hashlib import sha256
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.choices import Follows, Verdict
from linkworks.domain.outreach.models import CallAttempt, CallOutcome, CallSample, Campaign, CampaignContact
from linkworks.domain.outreach.policies import may_ring, may_run_campaigns
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.prepared import prepared_cursor

SPOKE = frozenset({Follows.END, Follows.RING_AT})

_COUNT_TALK = """
UPDATE outreach_callershift s SET talks = talks + 1 FROM outreach_campaign p
WHERE p.id = s.campaign_id AND s.campaign_id = %(campaign)s AND s.user_id = %(me)s
RETURNING s.talks, p.sample_first, p.sample_share
"""


def choose_sample(
    actor: Actor, contact: CampaignContact, outcome: CallOutcome, attempt: CallAttempt
) -> CallSample | None:
    """To be written with the call, and only where somebody was spoken to."""
    if outcome.follows not in SPOKE and not outcome.tells_lead:
        return None
    with prepared_cursor() as cursor:
        cursor.execute(_COUNT_TALK, {"campaign": contact.campaign_id, "me": actor.user_id})
        row = cursor.fetchone()
    talks, first, share = row or (0, 0, 0)
    if not (talks <= first and row) and not is_drawn(attempt.token, share):
        return None
    return CallSample(
        team_id=contact.team_id,
        person_id=contact.person_id,
        attempt=attempt,
        campaign_id=contact.campaign_id,
        caller_id=actor.own_id,
    )


def is_drawn(token: UUID, share: int) -> bool:
    """At random, for nobody chooses a token; and always the same answer for one call."""
    return int.from_bytes(sha256(token.bytes).digest()[:8]) % 100 < share


@transaction.atomic
def choose_share(
    actor: Actor, *, campaign: Campaign, first: int, share: int, expected_version: int | None = None
) -> None:
    """From now on: what was chosen before stays to be looked at."""
    require(may_run_campaigns, actor)
    campaign.change(expected_version=expected_version, sample_first=first, sample_share=share)
    record(actor, "campaign.share_chosen", subject=campaign, campaign=campaign.pk, first=first, share=share)


@transaction.atomic
def look_at_call(actor: Actor, *, sample: CallSample, verdict: Verdict, words: str, was_rung_back: bool) -> None:
    """`words` go to the caller."""
    require(may_run_campaigns, actor)
    if sample.caller_id == actor.user_id:
        raise Refused("This was your own call. Ask a colleague to look at it.")
    sample.change(
        verdict=verdict,
        words=words.strip(),
        was_rung_back=was_rung_back,
        looked_at=clock.now(),
        looked_at_by_id=actor.own_id,
    )
    record(
        actor,
        "call.looked_at",
        subject=sample,
        person_id=sample.person_id,
        campaign=sample.campaign_id,
        verdict=verdict,
    )


@transaction.atomic
def note_words_seen(actor: Actor) -> None:
    """The caller has read what colleagues said of their calls."""
    require(may_ring, actor)
    with acting(queue(actor)):
        unseen = CallSample.objects.filter(caller_id=actor.own_id, looked_at__isnull=False, seen_by_caller_at=None)
        unseen.update(seen_by_caller_at=clock.now())
