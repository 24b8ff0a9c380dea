"""Options sheets of Rosa's, one for each way things can stand, and the secrets of the links that open some."""

from dataclasses import dataclass
from datetime import date, timedelta

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.actions.answer import answer_option, open_sheet
from linkworks.domain.onward.actions.hand_out import hand_out
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import OptionsSheet, SheetEntry
from linkworks.domain.onward.tests.factories import (
    OptionFactory,
    OptionsSheetFactory,
    SheetEntryFactory,
    SignpostingFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

YEAR = 1950
HANDED_OUT = ("out", "filled", "opened", "ended", "taken_up", "delicate")


@dataclass
class SheetRecords:
    sheets: dict[str, OptionsSheet]
    tokens: dict[str, str]
    entry: SheetEntry


def build(worker: Actor, case: Case) -> SheetRecords:
    case.person.change(date_of_birth=date(YEAR, 1, 31))
    by_link = Actor.system("test", case.team_id)
    sheets = {state: _sheet(case) for state in ("made", "hard", *HANDED_OUT)}
    _entry(sheets["hard"]).change(what="Multidisciplinary rehabilitation opportunities for participants.")
    _entry(sheets["delicate"]).change(is_delicate=True, asked_for=True)
    tokens = {state: hand_out(worker, sheet=sheets[state]) for state in HANDED_OUT}
    open_sheet(by_link, sheet=sheets["opened"], year=YEAR)
    answer_option(by_link, entry=_entry(sheets["opened"]), choice=Choice.TELL_ME_MORE, words="Is there a bus?")
    SignpostingFactory(case=case, option=_entry(sheets["taken_up"]).option)
    sheets["ended"].change(expires_at=clock.now() - timedelta(days=1))
    return SheetRecords(sheets, tokens, _entry(sheets["made"]))


def _sheet(case: Case) -> OptionsSheet:
    sheet: OptionsSheet = OptionsSheetFactory(case=case)
    SheetEntryFactory(sheet=sheet, option=OptionFactory(case=case))
    return sheet


def _entry(sheet: OptionsSheet) -> SheetEntry:
    entry: SheetEntry = sheet.entries.get()
    return entry
