"""Somebody who asked not to be rung has changed their mind."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.ladder_steps import put_back
from linkworks.domain.outreach.models import CampaignContact, OptOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.selectors.opt_outs import done_by_declining, said_alike
from linkworks.domain.people.choices import GivenHow
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

TAKEN_BACK = "This is taken back already."
FOR_DEATH = "We were told that they have died. Whether it is so is said under “What calls told us”."
NO_WORDS = "Say why they may be rung again."


@dataclass(frozen=True)
class Asked:
    """Who asked that they are rung again, how and when, and why."""

    by: str
    how: GivenHow
    on: date
    words: str


@transaction.atomic
def withdraw_opt_out(
    actor: Actor,
    *,
    opt_out: OptOut,
    asked: Asked,
    into: Collection[UUID] = (),
    expected_version: int | None = None,
) -> list[CampaignContact]:
    """They may be rung again. They stay done where they are done, but for the campaigns `into` which they are put back.

    Returns them as they stand there.
    """
    require(may_run_campaigns, actor)
    if opt_out.is_for_death:
        raise Refused(FOR_DEATH)
    standing = {said.pk: said for said in said_alike(actor, opt_out)}
    if opt_out.pk not in standing:
        raise Refused(TAKEN_BACK)
    if not asked.words.strip():
        raise Refused(NO_WORDS, "words")
    chosen = done_by_declining(actor, opt_out).filter(campaign__in=into).select_for_update(of=("self",))
    back = list(chosen)
    for said in standing.values():
        _withdraw(actor, said, asked, expected_version if said.pk == opt_out.pk else None)
    for contact in back:
        _put_back(actor, contact)
    return back


def _withdraw(actor: Actor, opt_out: OptOut, asked: Asked, expected_version: int | None) -> None:
    opt_out.change(
        expected_version=expected_version,
        withdrawn_at=clock.now(),
        withdrawn_by_id=actor.own_id,
        withdrawn_words=asked.words.strip(),
        asked_by=asked.by.strip(),
        asked_how=asked.how,
        asked_on=asked.on,
    )
    record(
        actor,
        "opt_out.withdrawn",
        subject=opt_out,
        person_id=opt_out.person_id,
        from_what=opt_out.from_what,
        campaign=opt_out.campaign_id or "",
    )


def _put_back(actor: Actor, contact: CampaignContact) -> None:
    """They begin anew: no try and no promise from before counts."""
    anew = {"tries": 0, "tried_parts": 0, "is_promised": False, "promised_to_id": None}
    put_back(queue(actor), contact, rank_at=clock.now() - contact.band.head_start, **anew)
    told = {"person_id": contact.person_id, "campaign": contact.campaign_id}
    record(actor, "campaign.put_back", subject=contact, **told)
