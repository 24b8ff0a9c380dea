"""Practising: whom with, the call screen with them on it, and a kind word afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.presenters.call import OutcomeButton, outcome_buttons
from linkworks.domain.outreach.presenters.script import ScriptView
from linkworks.domain.outreach.rehearsal.feedback import Word
from linkworks.domain.outreach.rehearsal.residents import Resident
from linkworks.domain.outreach.rehearsal.talk import Talk
from linkworks.domain.outreach.selectors.stage import Stage
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link

CODE = "0417"


@dataclass(frozen=True)
class RehearsalsPage:
    title: str
    residents: tuple[Link, ...]
    back: Link

    @classmethod
    def of(cls, stage: Stage | None, residents: Iterable[Resident]) -> "RehearsalsPage":
        shown = residents if stage else ()
        return cls(
            title="Practise a call",
            residents=tuple(Link(one.practises, reverse("outreach:rehearse", args=[one.key])) for one in shown),
            back=Link("Calls", reverse("outreach:calls")),
        )


@dataclass(frozen=True)
class RehearsalPage:
    """`picks_up` is how the call begins, `hears` what the resident says to the words of the script, and `waits` the
    first words of somebody who needs time before they say it.

    `carried` is how the call stands, and `query` the same: it travels with the page, and is kept nowhere.
    """

    title: str
    name: str
    facts: tuple[str, ...]
    alerts: tuple[str, ...]
    picks_up: str
    hears: str
    waits: str
    script: ScriptView
    outcomes: tuple[OutcomeButton, ...]
    code: str
    url: str
    carried: tuple[tuple[str, str], ...]
    query: str
    trouble: str
    back: Link

    @classmethod
    def of(
        cls, actor: Actor, stage: Stage, talk: Talk, *, team: str, module: str, change: str, trouble: str
    ) -> "RehearsalPage":
        resident = talk.resident
        said = {
            "name": resident.name,
            "caller": actor.name,
            "team": team,
            "telephone": stage.campaign.telephone,
            "code": CODE,
        }
        view = ScriptView.of(stage.script, talk.counted(stage.script), said, module=module, change=change)
        step = view.step.key if view.step else ""
        return cls(
            title=f"Practice: ringing {resident.known_as}",
            name=resident.name,
            facts=resident.facts,
            alerts=resident.alerts,
            picks_up="" if talk.given else resident.picks_up,
            hears=resident.replies.get(step, ""),
            waits=resident.waits.get(step, ""),
            script=view,
            outcomes=outcome_buttons(stage.outcomes),
            code=CODE,
            url=reverse("outreach:rehearse", args=[resident.key]),
            carried=(("talk", talk.signed),),
            query=f"talk={talk.signed}&",
            trouble=trouble,
            back=_back(),
        )


@dataclass(frozen=True)
class RehearsedPage:
    title: str
    well: tuple[str, ...]
    learn: tuple[str, ...]
    again: Link
    back: Link
    ready_url: str

    @classmethod
    def of(cls, talk: Talk, words: Iterable[Word], *, is_new: bool) -> "RehearsedPage":
        told = list(words)
        resident = talk.resident
        return cls(
            title=f"How it went with {resident.known_as}",
            well=tuple(one.words for one in told if one.went_well),
            learn=tuple(one.words for one in told if not one.went_well),
            again=Link(f"Ring {resident.known_as} again", reverse("outreach:rehearse", args=[resident.key])),
            back=_back(),
            ready_url=reverse("outreach:introduced") if is_new else "",
        )


def _back() -> Link:
    return Link("Practise a call", reverse("outreach:rehearsals"))
