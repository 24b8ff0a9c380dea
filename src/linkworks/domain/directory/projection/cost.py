"""What it costs: in words, and whether it is free, where that can be told."""

import re
from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.projection import reading

FREE = re.compile(r"(free\b(?! for)|no (charge|cost|fee)|without charge|nil\b|none\b|£0(\.00)?\b)", re.IGNORECASE)
PAID = re.compile(r"£\s*(?!0+(?:\.0+)?\b)\d|\d+p\b")


def cost_in_words(record: Mapping[str, Any]) -> str:
    said = reading.text(record, "fees_description", "fees")
    return said or "\n".join(dict.fromkeys(filter(None, map(_option_in_words, reading.items(record, "cost_options")))))


def is_free(record: Mapping[str, Any]) -> bool | None:
    """Nothing where it cannot be told. What is free at first and costs later is not free."""
    told = reading.flag(reading.ours(record), "is_free")
    if told is not None:
        return told
    amounts = [reading.number(option, "amount") for option in reading.items(record, "cost_options")]
    known = [amount for amount in amounts if amount is not None]
    if known:
        return not any(known)
    said = reading.text(record, "fees_description", "fees")
    if FREE.match(said) and not PAID.search(said):
        return True
    return False if PAID.search(said) else None


def _option_in_words(option: Mapping[str, Any]) -> str:
    amount = reading.number(option, "amount")
    price = "" if amount is None else _price(amount)
    words = " ".join(filter(None, [price, reading.text(option, "amount_description")]))
    return ": ".join(filter(None, [reading.text(option, "option"), words]))


def _price(amount: float) -> str:
    if not amount:
        return "free"
    return f"£{amount:.0f}" if amount == int(amount) else f"£{amount:.2f}"
