"""One service as whoever is sent there reads it, on paper and in an e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from linkworks.domain.directory.entry_words import place_in_words, telephone_in_words
from linkworks.domain.directory.handing_out.standing import warnings
from linkworks.domain.directory.models import CollectionItem, Service
from linkworks.foundation.core import words
from linkworks.foundation.core.reading_grade import sentences

LONGEST = 260
MOST_SENTENCES = 2
ROUTES = {
    "self": "get in touch yourself",
    "professional": "ask a professional to refer you",
    "drop-in": "just turn up",
    "phone": "ring them",
    "web form": "fill in their web form",
}
ASK_WHERE = "Ask them: they will tell you where."


@dataclass(frozen=True)
class Leaf:
    """`line` is the worker's own; `warning` what must be known before anybody goes there."""

    name: str
    by: str
    line: str
    says: str
    warning: str
    rows: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, item: CollectionItem) -> "Leaf":
        service = item.service
        by = service.organization.name
        said = " ".join(sentences(service.description)[:MOST_SENTENCES])
        return cls(
            name=service.name,
            by="" if by == service.name else by,
            line=item.words,
            says=shorten(said, LONGEST, placeholder="…"),
            warning=" ".join(warnings(service)),
            rows=tuple((name, told) for name, told in _rows(service) if told),
        )


def _rows(service: Service) -> Iterator[tuple[str, str]]:
    yield "Who it is for", service.eligibility
    yield "How to get in", _ways_in(service)
    yield "Telephone", telephone_in_words(service.telephone) if service.telephone else ""
    yield "Website", service.website
    yield "When", service.times
    yield "Where", _where(service)
    yield "Cost", service.cost or ("Free" if service.is_free else "")
    yield "Checked", words.full_date(service.assured_on) if service.assured_on else ""


def _where(service: Service) -> str:
    """Of a service with a private address no place is told, not even its other ones."""
    places = [place.location for place in service.places.all()]
    if any(place.is_confidential for place in places):
        return ASK_WHERE
    return "\n".join(filter(None, map(place_in_words, places)))


def _ways_in(service: Service) -> str:
    return words.start_large(words.listed([ROUTES.get(one, one) for one in service.referral_routes], last="or"))
