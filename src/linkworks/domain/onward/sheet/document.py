"""The options sheet on paper: an accessible PDF that says the same as the page, and names nobody."""

from collections.abc import Iterable

from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import OptionsSheet, SheetEntry
from linkworks.domain.onward.sheet.entry_words import rows_of
from linkworks.foundation.core import words
from linkworks.foundation.design.documents import make_pdf
from linkworks.foundation.design.qr import qr_svg

TEMPLATE = "onward/options_sheet.typ"
FILE_NAME = "list.pdf"


def sheet_document(sheet: OptionsSheet, entries: Iterable[SheetEntry], address: str, *, is_large: bool) -> bytes:
    """`address` is that of its link, blank when it has none that works."""
    telephone = sheet.case.team.telephone
    return make_pdf(
        TEMPLATE,
        {
            "title": "Your list",
            "large_print": is_large,
            "introduction": _introduction(sheet),
            "options": [{"title": entry.title, "rows": [list(row) for row in rows_of(entry)]} for entry in entries],
            "answers": [choice.label for choice in Choice],
            "code": qr_svg(address) if address else "",
            "code_title": "See this list on a phone",
            "code_alt": "A square code. A phone’s camera opens the list with it.",
            "code_words": _code_words(sheet, address),
            "ending": f"To ask us anything, ring {telephone}." if telephone else "",
            "footer": "",
        },
    )


def _introduction(sheet: OptionsSheet) -> str:
    whose = f" It is from {sheet.from_name}." if sheet.from_name else ""
    return f"Here is what you asked about.{whose} Tick what you think of each one. You choose."


def _code_words(sheet: OptionsSheet, address: str) -> str:
    until = f" It works until {words.full_date(sheet.expires_at)}." if sheet.expires_at else ""
    return f"Point the camera of your phone at the square. The year you were born opens the list.{until}\n\n{address}"
