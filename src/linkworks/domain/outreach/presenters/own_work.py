"""On My day: whom I am to try to reach in other ways, what people need that waits for me, and what cannot wait."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.choices import OtherWay, Urgency
from linkworks.domain.outreach.models import CallConcern, LadderStep, Need
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.call import URGENCIES
from linkworks.domain.outreach.presenters.lead_notices import ToldNotice
from linkworks.domain.outreach.selectors.my_day import CallDay, get_call_day
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.panels import Shared
from linkworks.foundation.design.parts import When

SHOWN = 5


@dataclass(frozen=True)
class OwnLine:
    name: str
    href: str
    text: str
    due: When
    is_late: bool


@dataclass(frozen=True)
class OwnWork:
    """The first of it: the rest moves up as they are done."""

    heading: str
    lines: tuple[OwnLine, ...]
    more: str

    @classmethod
    def of(cls, heading: str, lines: Sequence[OwnLine]) -> "OwnWork":
        left = len(lines) - SHOWN
        return cls(heading, tuple(lines[:SHOWN]), f"And {left:,} more after these." if left > 0 else "")


def own_steps(actor: Actor, shared: Shared) -> OwnWork | None:
    day = shared.of(get_call_day)
    steps = day.steps
    if not steps:
        return None
    visits = sum(step.kind == OtherWay.DOORSTEP for step in steps)
    people = words.count(len(steps), "person", "people")
    told = f", {visits} of them to visit" if visits else ""
    return OwnWork.of(f"Not reached by telephone: {people}{told}", [_step(step, day) for step in steps])


def own_needs(actor: Actor, shared: Shared) -> OwnWork | None:
    day = shared.of(get_call_day)
    needs = day.needs
    if not needs:
        return None
    urgent = sum(map(_cannot_wait, needs))
    told = f", {urgent} of them cannot wait" if urgent else ""
    waiting = words.count(len(needs), "need waits", "needs wait")
    return OwnWork.of(f"{waiting} for you{told}", [_need(need, day) for need in needs])


def cannot_wait(actor: Actor, shared: Shared) -> tuple[ToldNotice, ...] | None:
    """Nobody is named, and nothing that was said is repeated. Concerns are there for whoever leads on them; needs, for
    whom the list of their own needs may stand far below.
    """
    day = shared.of(get_call_day)
    needs = list(filter(_cannot_wait, day.needs)) if may_run_campaigns(actor) else []
    return tuple(_notices(day.concerns, needs)) or None


def _cannot_wait(need: Need) -> bool:
    return need.urgency == Urgency.IMMEDIATE and need.acknowledged_at is None


def _notices(concerns: Sequence[CallConcern], needs: Sequence[Need]) -> Iterator[ToldNotice]:
    if concerns:
        said = words.count(len(concerns), "concern from a call waits", "concerns from calls wait")
        yield ToldNotice(f"{said} for a lead", tuple(map(_concern, concerns)))
    if needs:
        wait = words.count(len(needs), "need cannot wait, and is", "needs cannot wait, and are")
        yield ToldNotice(f"{wait} yours", tuple((_by_when(need), _need_url(need)) for need in needs))


def _concern(concern: CallConcern) -> tuple[str, str]:
    taken = f"{concern.lead_name} has it" if concern.acknowledged_at else "nobody has taken it yet"
    address = reverse("outreach:call_concern", args=[concern.campaign_id, concern.pk])
    return f"Said {When(concern.at).words}: {taken}", address


def _by_when(need: Need) -> str:
    return f"{need.label}: help by {When(need.deliver_by).words}"


def _step(step: LadderStep, day: CallDay) -> OwnLine:
    late = step.due_at <= clock.now()
    url = reverse("outreach:other_way", args=[step.campaign_id, step.pk])
    return OwnLine(day.names[step.person_id], url, step.label, When(step.due_at), late)


def _need(need: Need, day: CallDay) -> OwnLine:
    assert need.due_at is not None  # noqa: S101 (the database holds it: an open need is due)
    text = f"{need.label}: {URGENCIES[Urgency(need.urgency)].text.lower()}"
    return OwnLine(day.names[need.person_id], _need_url(need), text, When(need.due_at), need.due_at <= clock.now())


def _need_url(need: Need) -> str:
    return reverse("outreach:need", args=[need.campaign_id, need.pk])
