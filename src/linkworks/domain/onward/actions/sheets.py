"""Making an options sheet and mending its words."""

import re
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.delicate import telling_word, why_delicate
from linkworks.domain.onward.actions.holding import hold_open
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.models import Option, OptionsSheet, SheetEntry
from linkworks.domain.onward.policies import may_offer
from linkworks.domain.onward.selectors.sheets import list_open_options
from linkworks.domain.onward.sheet.describing import describe
from linkworks.domain.onward.sheet.entry_words import EntryWords
from linkworks.domain.onward.sheet.plainness import hard_parts
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

NOTHING = "Choose at least one option for the sheet."
NOT_ASKED_FOR = "{option} stays off the sheet, unless {name} asks for it to be on it."
TOO_HARD = "Too hard to read: “{sentence}” Use shorter words, or make two sentences of it."
TELLS = "“{word}” tells whoever sees the sheet more than they should know. Say it another way."
NAMES = "This names {name}. The sheet must not say whose it is: take the name out."
LONGEST_QUOTE = 120
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@transaction.atomic
def make_sheet(
    actor: Actor, *, case: Case, options: Collection[UUID], asked_for: Collection[UUID] = ()
) -> OptionsSheet:
    """`asked_for` are those among the options that the person asked to have on the sheet although they are delicate."""
    require(may_offer, actor, case)
    hold_open(case)
    chosen = [option for option in list_open_options(actor, case) if option.pk in {*options, *asked_for}]
    if not chosen:
        raise Refused(NOTHING, "options")
    sheet = OptionsSheet.on(case, actor, made_at=clock.now())
    sheet.save()
    for number, option in enumerate(chosen, start=1):
        _put_on(actor, sheet, option, number, is_asked_for=option.pk in asked_for)
    record(
        actor,
        "options_sheet.made",
        subject=sheet,
        person_id=case.person_id,
        options=",".join(str(option.pk) for option in chosen),
        asked_for=",".join(str(option.pk) for option in chosen if option.pk in asked_for),
    )
    return sheet


@transaction.atomic
def mend_entry(actor: Actor, *, entry: SheetEntry, words: EntryWords, expected_version: int | None = None) -> None:
    """Refused, beside the part it is about, when the words are too hard to read or tell too much."""
    require(may_offer, actor, entry.case)
    hold_open(entry.case)
    typed = {part: text.strip() for part, text in words.by_part.items()}
    for part, text in typed.items():
        _insist_neutral(entry, part, text)
    for part, sentences in hard_parts(typed).items():
        raise Refused(TOO_HARD.format(sentence=sentences[0].text[:LONGEST_QUOTE]), part)
    entry.change(expected_version=expected_version, **typed)
    record(actor, "options_sheet.mended", subject=entry, person_id=entry.person_id, option=entry.option_id)


def _put_on(actor: Actor, sheet: OptionsSheet, option: Option, number: int, *, is_asked_for: bool) -> None:
    why = why_delicate(option.service)
    if why and not is_asked_for:
        raise Refused(NOT_ASKED_FOR.format(option=option.service.name, name=sheet.person.known_as), "asked_for")
    words = describe(option.service, near=district_of(sheet.person))
    entry = SheetEntry.on(
        sheet.case,
        actor,
        sheet=sheet,
        option=option,
        number=number,
        is_delicate=bool(why),
        asked_for=is_asked_for,
        **words.by_part,
    )
    entry.save()


def _insist_neutral(entry: SheetEntry, part: str, text: str) -> None:
    word = "" if entry.asked_for else telling_word(text)
    if word:
        raise Refused(TELLS.format(word=word), part)
    named = _names_in(text, entry) - _names_in(getattr(entry, part), entry)
    if named:
        raise Refused(NAMES.format(name=entry.person.known_as), part)


def _names_in(text: str, entry: SheetEntry) -> set[str]:
    """Names of the person in a text. Those that the entry came with are the service's: “Rosa’s Café”."""
    person = entry.person
    names = f"{person.given_name} {person.family_name} {person.preferred_name}".split()
    return set(_WORDS.findall(text)) & set(names)
