"""What the people of the cast show: a restricted record, a safeguarding concern, an open safety path."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from linkworks.demonstration import cast
from linkworks.demonstration.days import at
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import (
    ConcernDeed,
    ConcernStatus,
    ContactOutcome,
    PathTrigger,
    SafetyDeed,
    Way,
)
from linkworks.domain.casework.models import SafeguardingConcern, SafeguardingStep, SafetyPath, SafetyStep
from linkworks.domain.people.models import Restriction
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.working_days import add_working_days

UNSAFE_NOTE = (
    "{name} had not slept for three nights and said that the others would be better off. I asked plainly. There are "
    "thoughts of not waking up, and no plan. {She} agreed that I ring the practice while we spoke, and {hers} "
    "daughter is with {her} tonight. Crisis numbers given and written down. I ring again today."
)
CONCERN = (
    "{name} told me, looking at the door, that {hers} nephew keeps the bank card “to help”, and that there was no "
    "money for the electric twice this month. The nephew came in while we spoke and {she} changed the subject."
)
WISHES = "{She} wants the card back, and does not want the nephew shouted at. {She} wants to think about the police."


def spell_of(spells: Sequence[Spell], part: str) -> Spell | None:
    return next((spell for spell in spells if spell.arrival.part == part), None)


def before_writing(world: World, spells: Sequence[Spell]) -> None:
    """The conversation yesterday after which a safety path stands open."""
    spell = spell_of(spells, cast.SAFETY)
    if spell is None:
        return
    moment = at(add_working_days(world.day, -1), 16, 5)
    spell.talks = [talk for talk in spell.talks if talk.at < moment]
    spell.talks.append(
        Talk(at=moment, way=Way.PHONE, minutes=40, place=Place.MIDDLE, by=spell.worker, did=[ContactOutcome.LISTENED])
    )


def write_specials(world: World, spells: Sequence[Spell]) -> None:
    for part, write in (
        (cast.RESTRICTED, _restrict),
        (cast.SAFEGUARDING, _raise_concern),
        (cast.SAFETY, _open_path),
    ):
        spell = spell_of(spells, part)
        if spell is not None and spell.talks:
            write(world, spell)


def _restrict(world: World, spell: Spell) -> None:
    when = spell.case.opened_at + timedelta(minutes=12)
    lead = world.crew.lead
    restriction = world.rows.add(
        Restriction,
        when,
        team_id=spell.case.team_id,
        person_id=spell.case.person_id,
        staff_ids=[lead.pk, spell.worker.user.pk],
        reason="A relative works in the team’s building.",
        placed_by=lead,
    )
    world.log.change(lead, "restriction.placed", when, restriction, spell.case.person_id, staff=2)


def _raise_concern(world: World, spell: Spell) -> None:
    talk = spell.talks[-1]
    by, when = talk.by.user, talk.at + timedelta(minutes=50)
    talk.note = [spell.voice.say(CONCERN), "Concern raised today; our lead told at once."]
    lead, deputy = world.crew.lead, world.crew.coordinator
    concern: SafeguardingConcern = world.on_case(
        SafeguardingConcern,
        spell.case,
        by,
        when,
        immediate_danger=False,
        what=spell.voice.say(CONCERN),
        wishes_asked=True,
        wishes=spell.voice.say(WISHES),
        lead=lead,
        deputy=deputy,
        status=ConcernStatus.ACKNOWLEDGED,
    )
    world.log.change(
        by,
        "concern.raised",
        when,
        concern,
        spell.case.person_id,
        immediate_danger=False,
        lead_id=lead.pk,
        deputy_id=deputy.pk,
    )
    _look_after(world, spell, concern, by, when)


def _look_after(world: World, spell: Spell, concern: SafeguardingConcern, by: User, when: datetime) -> None:
    lead = world.crew.lead
    steps = (
        (lead, 35, ConcernDeed.ACKNOWLEDGED, "", "Read it. I ring adult social care today and speak with you before."),
        (lead, 95, ConcernDeed.ADVICE, "Adult social care, duty", "Meets the threshold. They want to see him first."),
        (by, 160, ConcernDeed.SPOKE, "", spell.voice.say("{name} agrees that social care may call, alone.")),
    )
    for who, minutes, deed, with_whom, said in steps:
        moment = when + timedelta(minutes=minutes)
        told = {"concern": concern, "deed": deed, "with_whom": with_whom, "words": said, "at": moment}
        world.on_case(SafeguardingStep, spell.case, who, moment, **told)
        if deed is ConcernDeed.ACKNOWLEDGED:
            world.log.change(who, "concern.acknowledged", moment, concern, spell.case.person_id)
        else:
            world.log.change(who, "concern.continued", moment, concern, spell.case.person_id, deed=deed)


def _open_path(world: World, spell: Spell) -> None:
    talk = spell.talks[-1]
    by, when = talk.by.user, talk.at + timedelta(minutes=15)
    talk.note = [spell.voice.say(UNSAFE_NOTE)]
    called, given = when + timedelta(minutes=9), when + timedelta(minutes=14)
    path: SafetyPath = world.on_case(
        SafetyPath,
        spell.case,
        by,
        when,
        trigger=PathTrigger.WORKER,
        owner=by,
        with_them_now=False,
        immediate_danger=False,
        practice_called_at=called,
        numbers_given_at=given,
    )
    world.log.change(
        by,
        "safety_path.opened",
        when,
        path,
        spell.case.person_id,
        trigger=path.trigger,
        owner_id=by.pk,
    )
    steps = (
        (called, SafetyDeed.PRACTICE_CALLED, "Duty doctor", "Will ring within the hour and see them in the morning."),
        (given, SafetyDeed.NUMBERS_GIVEN, "", "Samaritans, and NHS 111 option 2."),
    )
    for moment, deed, with_whom, said in steps:
        world.on_case(
            SafetyStep, spell.case, by, moment, path=path, deed=deed, with_whom=with_whom, words=said, at=moment
        )
        world.log.change(by, "safety_path.continued", moment, path, spell.case.person_id, deed=deed, owner_id=by.pk)
