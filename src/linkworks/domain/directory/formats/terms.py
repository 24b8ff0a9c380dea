"""Who publishes what came, and on what terms it may be passed on, where it says so itself."""

from typing import Any

from linkworks.domain.directory.formats.told import Course

PUBLISHER = ("publisher",)
LICENCE = ("licence", "license", "licenses")
NAMES = ("name", "title")  # of whoever it is; of a licence the title comes first
LONGEST = 200


def note_terms(course: Course, told: Any) -> None:
    """`told` is what stands above the records: the root of a feed, the envelope of a page, a datapackage.json."""
    if isinstance(told, dict):
        course.publisher = course.publisher or _first(told, PUBLISHER, NAMES)
        course.licence = course.licence or _first(told, LICENCE, tuple(reversed(NAMES)))


def _first(told: dict[str, Any], fields: tuple[str, ...], names: tuple[str, ...]) -> str:
    found = (_in_words(told.get(field), names) for field in fields)
    return next(filter(None, found), "")[:LONGEST]


def _in_words(value: Any, names: tuple[str, ...]) -> str:
    """A word, something with a name, or a list of which the first is told."""
    if isinstance(value, list):
        return _in_words(value[0], names) if value else ""
    if isinstance(value, dict):
        return next((str(value[name]) for name in names if value.get(name)), "")
    return value if isinstance(value, str) else ""
