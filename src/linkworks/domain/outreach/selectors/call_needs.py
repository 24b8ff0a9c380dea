"""What was said in one call: the needs it raises, whether they may be passed on, and what is still to be asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import CampaignContact, Need, NeedMark, ScriptAnswer
from linkworks.domain.outreach.scripts.content import Need as ScriptNeed
from linkworks.domain.outreach.scripts.content import Script, StepKind
from linkworks.domain.outreach.scripts.leaving_out import LEFT_OUT, is_left_out
from linkworks.domain.outreach.scripts.walk import Given, chosen, concerns_raised, may_share, needs_raised
from linkworks.domain.outreach.selectors.answers import standing_in
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.prepared import prepared_cursor

NO_MORE_CALLS = ("ring-again", "no")

_THERE = """
SELECT h.token, h.is_incoming,
       EXISTS (SELECT FROM outreach_scriptanswer a WHERE a.token = h.token),
       EXISTS (SELECT FROM outreach_needmark m WHERE m.token = h.token),
       EXISTS (SELECT FROM outreach_need n WHERE n.contact_id = h.contact_id AND n.state = 'delivered'),
       EXISTS (SELECT FROM outreach_callershift s
               WHERE s.team_id = h.team_id AND s.user_id = h.by_id AND s.paused_at IS NOT NULL)
FROM outreach_handout h WHERE h.contact_id = %(contact)s AND h.token = %(token)s AND h.by_id = %(me)s
"""


@dataclass(frozen=True)
class NeedSaid:
    """A need as it came up: its kind, how soon, what is read back, what else whoever helps has to know, and whether
    they may.
    """

    type: str
    urgency: str
    told: str
    may_share: bool
    further: str = ""

    @property
    def words(self) -> str:
        return f"{self.told} {self.further}".strip()


@dataclass(frozen=True)
class ConcernSaid:
    """What they were asked, and what they said."""

    step: str
    words: str


@dataclass(frozen=True)
class There:
    """What there is to look at as a call is saved; most calls reach nobody, and have nothing. `is_paused` is said of
    the caller.
    """

    token: UUID
    is_incoming: bool
    answers: bool
    marks: bool
    to_confirm: bool
    is_paused: bool


def what_there_is(actor: Actor, contact_id: UUID, token: UUID) -> There | None:
    """None where nobody was handed out with this token to this actor."""
    with prepared_cursor() as cursor:
        cursor.execute(_THERE, {"token": token, "contact": contact_id, "me": actor.user_id})
        row = cursor.fetchone()
    return There(*row) if row else None


def needs_of_call(contact: CampaignContact, token: UUID, given: Given) -> list[NeedSaid]:
    """For whoever saves this call; `given` are its answers."""
    script = contact.campaign.script.read() if contact.campaign.script and given else None
    return list(needs_said(script, given, list_marks(token)))


def list_marks(token: UUID) -> list[NeedMark]:
    return list(NeedMark.objects.filter(token=token).select_related("type").order_by("at"))


def needs_said(script: Script | None, given: Given, marks: Iterable[NeedMark]) -> Iterator[NeedSaid]:
    """One for each kind, the most urgent; what the caller added or took away by hand counts more than an answer."""
    by_kind: dict[str, NeedSaid] = {}
    for said in _from_answers(script, given) if script else ():
        former = by_kind.get(said.type, said)
        by_kind[said.type] = min(former, said, key=lambda one: Urgency(one.urgency).rank)
    for mark in marks:
        if mark.is_needed:
            by_kind[mark.type.code] = NeedSaid(mark.type.code, mark.urgency, mark.words, mark.may_share)
        else:
            by_kind.pop(mark.type.code, None)
    return iter(by_kind.values())


def _from_answers(script: Script, given: Given) -> Iterator[NeedSaid]:
    agreed = may_share(script, given)
    for raised in needs_raised(script, given):
        further = " ".join(_what_to_know(script, given, raised))
        yield NeedSaid(raised.type, raised.urgency, raised.read_back, raised.type in agreed, further)


def _what_to_know(script: Script, given: Given, raised: ScriptNeed) -> Iterator[str]:
    """What was answered where it was raised, and in their words in the same part: a diet, the name of the pharmacy."""
    for module in script.modules:
        steps = [step for step in module.steps if step.key in given]
        if any(raised in answer.needs for step in steps for answer in chosen(step, given[step.key])):
            for step in steps:
                picked = [one.label for one in chosen(step, given[step.key]) if raised in one.needs]
                typed = given[step.key] if step.kind == StepKind.WORDS and not is_left_out(given[step.key]) else None
                yield from (f"{step.say} {label}." for label in picked)
                yield from (f"{step.say} “{one}”" for one in [typed] if one)


def list_to_confirm(contact: CampaignContact) -> list[Need]:
    """What was brought, and has to be asked about."""
    needs = Need.objects.filter(contact=contact, state=NeedState.DELIVERED)
    return list(
        needs.select_related("type", "provider", "person", "contact", "campaign", "owner").order_by("raised_at")
    )


def may_be_rung_again(contact: CampaignContact) -> bool:
    """Unless they said no when they were asked last, and that counts."""
    step, no = NO_MORE_CALLS
    answers = ScriptAnswer.objects.filter(contact=contact, step=step).select_related("version_used").order_by("-at")
    system = Actor.system("call-queue", contact.team_id)
    said = (standing_in(system, answer.token, answer.version_used).get(step, LEFT_OUT) for answer in answers)
    return next((given for given in said if not is_left_out(given)), None) != no


def concerns_said(script: Script, given: Given) -> Iterator[ConcernSaid]:
    for step in concerns_raised(script, given):
        value = given[step.key]
        keys = value if isinstance(value, list) else [value]
        chosen = [answer.label for answer in step.answers if answer.key in keys]
        yield ConcernSaid(step.key, f"{step.say} {', '.join(chosen)}.")
