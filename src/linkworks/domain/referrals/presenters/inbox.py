from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.referrals.choices import OPEN_STATUSES
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.presenters.words import (
    REFERRED_TWICE,
    first_contact,
    reasons_in_words,
    status_tags,
    waiting_since,
    who_sent_it,
)
from linkworks.domain.referrals.selectors.inbox import InboxCounts
from linkworks.foundation.core import words
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Filter, Link

HEADS = ("Person", "Where it stands", "Sent by", "Why", "Came", "First contact due")


@dataclass(frozen=True)
class InboxPage:
    """What came in, and who has waited longest?"""

    title: str
    summary: str
    rows: tuple[tuple[Any, ...], ...]
    filter: Filter
    paging: Paging
    new_url: str
    heads: tuple[str, ...] = HEADS

    @classmethod
    def of(
        cls, referrals: Iterable[Referral], twice: set[UUID], counts: InboxCounts, shown: Filter, paging: Paging
    ) -> "InboxPage":
        return cls(
            title="Referrals",
            summary=_summary(counts),
            rows=tuple(_row(referral, twice) for referral in referrals),
            filter=shown,
            paging=paging,
            new_url=reverse("referrals:new"),
        )


def _summary(counts: InboxCounts) -> str:
    if not counts.with_us + counts.with_referrer:
        return "Nothing is waiting to be read."
    said = [f"{words.count(counts.with_us, 'referral')} to read"]
    if counts.late:
        said.append(f"{counts.late} later than we promised")
    if counts.with_referrer:
        said.append(f"{counts.with_referrer} waiting for the referrer")
    if counts.undecided:
        said.append(f"{counts.undecided} may be somebody we know")
    return f"{words.listed(said)}."


def _row(referral: Referral, twice: set[UUID]) -> tuple[Any, ...]:
    tags = [*status_tags(referral), *([REFERRED_TWICE] if referral.person_id in twice else [])]
    is_open = referral.status in OPEN_STATUSES
    return (
        [Link(referral.full_name, reverse("referrals:referral", args=[referral.pk])), referral.reference],
        tags,
        list(who_sent_it(referral)),
        reasons_in_words(referral.reasons),
        waiting_since(referral),
        first_contact(referral) if is_open else None,
    )
