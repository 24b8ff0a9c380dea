"""Codes of places: a postcode (SE13 6JZ), its sector (SE13 6) or its district (SE13), each as it is written."""

import re

from linkworks.foundation.core.postcode import Postcode, PostcodeError, parse_postcode

_SECTOR = re.compile(r"(\S+) (\d)")


def as_place_code(typed: str) -> str:
    """Raises PostcodeError with a sentence for whoever typed it."""
    typed = " ".join(typed.upper().split())
    sector = _SECTOR.fullmatch(typed)
    if sector and _is_district(sector[1]):
        return typed
    postcode = parse_postcode(typed, allow_half=True)
    if not postcode.is_place:
        raise PostcodeError("This postcode names no place. Enter one that does, or leave it empty.")
    return str(postcode)


def without_house(code: str) -> str:
    """The sector of a postcode, which fits some thousand homes; a sector or district as it is."""
    return code[:-2] if is_whole(code) else code


def is_whole(code: str) -> bool:
    return len(code.partition(" ")[2]) == len("6JZ")


def district_of(code: str) -> str:
    return code.partition(" ")[0]


def _is_district(typed: str) -> bool:
    try:
        postcode: Postcode = parse_postcode(typed, allow_half=True)
    except PostcodeError:
        return False
    return not postcode.is_whole
