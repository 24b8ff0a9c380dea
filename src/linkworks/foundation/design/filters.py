"""Filters: how a value is written on a page.

`{{ 3 | counted("person", "people") }}`, because Jinja's own `count` means length.
"""

import re

from markupsafe import Markup, escape

from linkworks.foundation.core import words
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.core.phone import Phone

from .folding import fold


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs: an empty line starts a new one, a line end stays a line end."""
    blocks = re.split(r"\n\s*\n", str(text).replace("\r\n", "\n").strip())
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(escape(line) for line in block.split("\n")))
        for block in blocks
        if block
    )


def nowrap(text: str) -> Markup:
    return Markup('<span class="app-nowrap">{}</span>').format(text)


def phone(e164: str) -> str:
    """+447700900123 as 07700 900123"""
    return Phone(e164).national if e164 else ""


FILTERS = {
    "paragraphs": paragraphs,
    "nowrap": nowrap,
    "fold": fold,
    "phone": phone,
    "nhs_number": display_nhs_number,
    "full_date": words.full_date,
    "full_moment": words.full_moment,
    "day": words.day,
    "clock_time": words.clock_time,
    "moment": words.moment,
    "due": words.due,
    "ago": words.ago,
    "duration": words.duration,
    "age": words.age,
    "listed": words.listed,
    "counted": words.count,
}
