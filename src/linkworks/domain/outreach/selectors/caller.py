"""How the actor stands as a caller."""

from dataclasses import dataclass

from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.callers import has_read, is_introduced, is_paused
from linkworks.domain.outreach.selectors.samples import count_unread_words
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Standing:
    """`may_begin` is false until a new caller has read what a call is."""

    may_begin: bool
    has_read: bool
    is_paused: bool
    unread_words: int
    looks_after_callers: bool


def standing_of(actor: Actor) -> Standing:
    return Standing(
        may_begin=is_introduced(actor),
        has_read=has_read(actor),
        is_paused=is_paused(actor),
        unread_words=count_unread_words(actor),
        looks_after_callers=may_run_campaigns(actor),
    )
