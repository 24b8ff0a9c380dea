"""Sheets of options that people keep: one answered, one to which they want to hear more, one not opened yet."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from linkworks.demonstration.days import day_of
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.world import World
from linkworks.domain.directory.delicate import why_delicate
from linkworks.domain.onward.actions.hand_out import PURPOSE, WORKS_FOR
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import (
    ClientChoice,
    Introduction,
    OnwardReferral,
    Option,
    OptionsSheet,
    SheetEntry,
    Signposting,
)
from linkworks.domain.onward.sheet.describing import describe
from linkworks.domain.onward.sheet.plainness import hard_parts
from linkworks.foundation.access import links
from linkworks.foundation.core import clock
from linkworks.foundation.core.clock import LONDON
from linkworks.foundation.core.sealing import seal

ANSWERS = (
    (Choice.YES, "I have been past it often. I would like to try."),
    (Choice.TELL_ME_MORE, "Is there a bus, and can I bring somebody?"),
    None,
)
"""What was said to the newest option of each sheet; None where it has not been opened."""
TAKING_UP = (Introduction, OnwardReferral, Signposting)
MADE_BEFORE, OPENED_AFTER = 3, timedelta(days=1, hours=2)
MOST = 3


def keep_sheets(world: World, spells: Sequence[Spell]) -> None:
    for (spell, options), answer in zip(_wanting(world, spells), ANSWERS, strict=False):
        made_at = options[0].offered_at + timedelta(minutes=30)
        sheet = _make(world, spell, options, made_at)
        if answer is not None:
            _answer(world, spell, sheet, options[0], *answer)


def _wanting(world: World, spells: Sequence[Spell]) -> Iterator[tuple[Spell, list[Option]]]:
    """Open cases with options that fit on a sheet, the newest not taken further; first those of who signs in."""
    taken_up = {row.option_id for model in TAKING_UP for row in world.rows.of(model)}  # type: ignore[attr-defined]
    by_case: defaultdict[UUID, list[Option]] = defaultdict(list)
    for option in sorted(world.rows.of(Option), key=lambda one: one.offered_at, reverse=True):
        by_case[option.case_id].append(option)
    for spell in sorted(spells, key=lambda spell: spell.worker is not world.crew.workers[0]):
        if spell.is_open and spell.person.date_of_birth:
            options = [option for option in by_case[spell.case.pk] if _fits(option)][:MOST]
            if options and options[0].pk not in taken_up and day_of(options[0].offered_at) in _lately(world):
                yield spell, options


def _lately(world: World) -> Container[date]:
    """Long enough ago to have been answered, and not so long that the link has run out."""
    return [world.days_ago(number) for number in range(MADE_BEFORE, WORKS_FOR.days - MADE_BEFORE)]


def _fits(option: Option) -> bool:
    words = describe(option.service)
    return option.choice != Choice.NO and not why_delicate(option.service) and not hard_parts(words.by_part)


def _make(world: World, spell: Spell, options: Sequence[Option], made_at: datetime) -> OptionsSheet:
    by, expires_at = spell.worker.user, datetime.combine(day_of(made_at) + WORKS_FOR, time(23, 59), LONDON)
    sheet: OptionsSheet = world.on_case(
        OptionsSheet, spell.case, by, made_at, handed_out_at=made_at, expires_at=expires_at
    )
    sheet.made_at = made_at
    token = links.issue(sheet.team_id, PURPOSE, sheet.pk, expires_at - clock.now())
    sheet.sealed_token = seal(token, PURPOSE)
    for number, option in enumerate(options, start=1):
        words = describe(option.service, near=district_of(spell.person)).by_part
        world.on_case(SheetEntry, spell.case, by, made_at, sheet=sheet, option=option, number=number, **words)
    made = {"options": ",".join(str(option.pk) for option in options), "asked_for": ""}
    world.log.change(by, "options_sheet.made", made_at, sheet, sheet.person_id, **made)
    world.log.change(by, "options_sheet.handed_out", made_at, sheet, sheet.person_id, until=expires_at.date())
    return sheet


def _answer(world: World, spell: Spell, sheet: OptionsSheet, option: Option, choice: Choice, words: str) -> None:
    """By their own link, the next day."""
    opened_at = sheet.made_at + OPENED_AFTER
    sheet.first_opened_at = sheet.last_opened_at = opened_at
    world.log.change(None, "options_sheet.opened", opened_at, sheet, sheet.person_id)
    answered_at = opened_at + timedelta(minutes=4)
    said = {"option": option, "choice": choice, "words": words, "at": answered_at, "sheet": sheet}
    world.on_case(ClientChoice, spell.case, None, answered_at, **said)
    option.choice, option.chosen_at = choice, answered_at
    world.log.change(None, "option.answered", answered_at, option, option.person_id, choice=choice, sheet=sheet.pk)
