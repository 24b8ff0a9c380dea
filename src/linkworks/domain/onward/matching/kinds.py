"""How far a service is the kind of thing that answers a need, read in its own words."""

import re
from collections.abc import Mapping
from functools import lru_cache

from linkworks.domain.onward.matching.facts import ServiceFacts
from linkworks.domain.onward.matching.reading.needs import Need, lexicon

# Where a word stands says how central it is: a category is what the service is, a description also tells of extras.
ANSWER = {"categories": 1.0, "name": 0.95, "eligibility": 0.8, "description": 0.6}
PARTLY = {"categories": 0.5, "name": 0.45, "eligibility": 0.35, "description": 0.25}
AGAIN = 0.1
NOT_OFFERED = re.compile(r"\b(?:not|cannot|no longer|never|nor|rather than|without|does not|do not)\b[^.;:,]{0,40}$")


@lru_cache(maxsize=20_000)
def answers(service: ServiceFacts) -> Mapping[str, float]:
    """From 0 to 1 for each need that it answers at all."""
    fields = {
        "categories": " | ".join(service.categories).lower(),
        "name": " | ".join((service.name, *service.aliases)).lower().replace("’", "").replace("'", ""),
        "eligibility": _plain(service.eligibility),
        "description": _plain(service.description),
    }
    fits = ((need.name, _fit(need, fields)) for need in lexicon())
    return {name: fit for name, fit in fits if fit}


def _plain(text: str) -> str:
    return text.lower().replace("’", "").replace("'", "")


def _fit(need: Need, fields: Mapping[str, str]) -> float:
    found = [*_found(need.answer, fields, ANSWER), *_found(need.partly, fields, PARTLY)]
    if not found:
        return 0
    return min(1.0, max(found) + AGAIN * (len(found) - 1))


def _found(pattern: re.Pattern[str] | None, fields: Mapping[str, str], worth: Mapping[str, float]) -> list[float]:
    if pattern is None:
        return []
    return [
        worth[field] for field, text in fields.items() if any(_offered(text, match) for match in pattern.finditer(text))
    ]


def _offered(text: str, match: re.Match[str]) -> bool:
    return not NOT_OFFERED.search(text[: match.start()])
