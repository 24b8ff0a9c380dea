"""That somebody asked not to be rung: on their page, and where they take it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.models import OptOut
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.opt_outs import list_opt_outs
from linkworks.domain.people.choices import GivenHow
from linkworks.domain.people.models import Person
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner, SummaryRow, Tag

NOT_BY_ITSELF = "From then on a list can bring them into a campaign again. Where they are done, they stay done"


@dataclass(frozen=True)
class OptOutsPanel:
    rows: tuple[SummaryRow, ...]


def opt_outs_of(actor: Actor, person: Person) -> OptOutsPanel | None:
    rows = tuple(_row(actor, said) for said in list_opt_outs(actor, person))
    return OptOutsPanel(rows) if rows else None


@dataclass(frozen=True)
class RingAgainPage:
    title: str
    banner: PersonBanner
    back: str
    introduction: tuple[str, ...]

    @classmethod
    def of(
        cls, opt_out: OptOut, known: BeforeContact, others: Iterable[OptOut], *, may_choose: bool
    ) -> "RingAgainPage":
        """`may_choose` is whether they can be put back into a queue."""
        person_url = reverse("people:person", args=[opt_out.person_id])
        return cls(
            title="May they be rung again?",
            banner=banner_of(opt_out.person, known, href=person_url),
            back=person_url,
            introduction=(
                f"They asked not to be rung in {_where(opt_out)}. {_said(opt_out)}.",
                f"{NOT_BY_ITSELF}, unless you choose otherwise below." if may_choose else f"{NOT_BY_ITSELF}.",
                *(f"They may still not be rung in {_where(other)}: that is taken back by itself." for other in others),
            ),
        )


def _row(actor: Actor, opt_out: OptOut) -> SummaryRow:
    stands = opt_out.withdrawn_at is None
    tag = Tag("Do not ring", "red") if stands else Tag("Taken back", "grey")
    told: list[Any] = [tag, _said(opt_out), *_taken_back(opt_out)]
    return SummaryRow(f"In {_where(opt_out)}", told, _change(actor, opt_out) if stands else None)


def _where(opt_out: OptOut) -> str:
    return f"“{opt_out.campaign}”" if opt_out.campaign else "any campaign"


def _said(opt_out: OptOut) -> str:
    by = f", written down by {opt_out.by.name}" if opt_out.by else ""
    why = f": “{opt_out.words}”" if opt_out.words else ""
    return f"Said on {words.full_date(opt_out.said_at)}{by}{why}"


def _taken_back(opt_out: OptOut) -> Iterator[str]:
    """With nobody who asked where a lead said that they live, or where it came with a list that was taken back."""
    if opt_out.withdrawn_at is None:
        return
    on = words.full_date(opt_out.asked_on or opt_out.withdrawn_at)
    by = f", written down by {opt_out.withdrawn_by.name}" if opt_out.withdrawn_by else ""
    yield f"Taken back on {on}{by}: “{opt_out.withdrawn_words}”" if opt_out.withdrawn_words else f"Taken back on {on}"
    if opt_out.asked_by:
        yield f"Who asked: {opt_out.asked_by} ({GivenHow(opt_out.asked_how).label.lower()})"


def _change(actor: Actor, opt_out: OptOut) -> Link | None:
    if not may_run_campaigns(actor):
        return None
    if opt_out.is_for_death:
        return Link("What calls told us", reverse("outreach:told"))
    return Link(
        "Changed their mind",
        reverse("outreach:ring_again", args=[opt_out.person_id, opt_out.pk]),
        f"about calls in {_where(opt_out)}",
    )
