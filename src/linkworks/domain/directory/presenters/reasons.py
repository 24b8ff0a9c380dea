"""Why a service is listed: the words that answered, the area, the distance, the day."""

from collections.abc import Iterator

from linkworks.domain.directory.choices import Weekday
from linkworks.domain.directory.letters import plain_letters
from linkworks.domain.directory.models import OpeningTime, Service
from linkworks.domain.directory.selectors.search import Hit, Wanted
from linkworks.domain.directory.selectors.search.asked import Kind, Way
from linkworks.foundation.core import words

CLOSE_BY = 0.1


def reasons(hit: Hit, wanted: Wanted) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*_by_words(hit), *_by_place(hit, wanted), *map(_open, hit.openings)]))


def miles_in_words(miles: float, is_about: bool) -> str:
    """0.8 miles, about 2 miles, very near. What is only about right has no tenths from a mile on."""
    if miles < CLOSE_BY:
        return "very near"
    told = round(miles, 0 if is_about and miles >= 1 else 1)
    about = "about " if is_about else ""
    return f"{about}{told:g} {'mile' if told == 1 else 'miles'}"


def _by_words(hit: Hit) -> Iterator[str]:
    """What was said counts before what it may mean, and a name before the text."""
    if hit.is_run_by:
        yield f"run by {hit.service.organization.name}"
    said = [way for way in hit.ways if way.kind is not Kind.MEANS]
    answered = {way.asked for way in said}
    for way in said:
        yield _said(hit.service, way)
    for way in hit.ways:
        if way.kind is Kind.MEANS and way.asked not in answered:
            answered.add(way.asked)
            yield f"says “{way.words}”, which goes with “{way.asked}”"


def _said(service: Service, way: Way) -> str:
    for names, told in ((service.aliases, "also called"), (service.former_names, "formerly")):
        for name in names:
            if _stands_in(way.words, name) and not _stands_in(way.words, service.name):
                return f"{told} “{name}”"
    is_as_typed = way.words.replace(" ", "") == way.asked.replace(" ", "")
    return f"says “{way.words}”" if is_as_typed else f"says “{way.words}”, for “{way.asked}”"


def _stands_in(said: str, name: str) -> bool:
    return said.replace(" ", "") in plain_letters(name).replace(" ", "").replace("-", "")


def _by_place(hit: Hit, wanted: Wanted) -> Iterator[str]:
    near = wanted.near
    if near is None:
        return
    if hit.serves:
        districts = [one for one in near.districts if one in hit.service.postcode_districts]
        councils = [one for one in near.councils if one in hit.service.areas]
        yield f"serves {words.listed([*districts, *councils])}"
    if hit.miles is not None:
        told = miles_in_words(hit.miles, near.is_about or hit.is_about)
        yield f"{told} from {near.name}" if told != "very near" else f"very near {near.name}"
    if not hit.serves and hit.miles is None:
        yield "by telephone or online, with no area named"


def _open(time: OpeningTime) -> str:
    day = Weekday(time.weekday).label
    often = f"open {day}s" if time.is_every_week else f"open some {day}s"
    if time.opens is None:
        return f"{often}, hours not told"
    until = f" to {words.clock_time(time.closes)}" if time.closes else ""
    return f"{often} {words.clock_time(time.opens)}{until}"
