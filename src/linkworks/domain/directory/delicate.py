"""Services that could be dangerous to be seen with: they stay off what people keep, unless they ask for them.

Too many is safer than too few: one word in an entry is enough, and so is an address that is kept private.
"""

import re

from linkworks.domain.directory.models import Service

PRIVATE_ADDRESS = "a private address"
# "recovery" is only telling as a kind of service: people also recover from falls.
TELLING_KINDS = frozenset({"recovery", "rehabilitation from drugs"})

_WORDS = re.compile(
    r"\b(?:drugs?|alcohol\w*|drink problems?|problem drinking|addict\w*|substance|sober|sobriety|detox\w*|methadone"
    r"|narcotics|needle exchange|abus\w*|violen\w*|refuges?|rape|raped|assault\w*|coerci\w*|perpetrators?|survivors?"
    r"|trafficking|sexual(?! orientation)|sexual health|hiv|stis?|contracepti\w*|abortions?|termination of pregnancy"
    r"|gambl\w*)\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\b(?:dementia|alzheimer\w*|cancer\w*|diabet\w*|copd|asthma|fibrosis|strokes?|parkinson\w*|epilep\w*|autis\w*|adhd"
    r"|depress\w*|anxi\w*|panic|phobi\w*|trauma\w*|ptsd|bipolar|schizo\w*|psycho\w*|mental (?:health|illness)|suicid\w*"
    r"|self-harm\w*|eating disorders?|obes\w*|disab\w*|illness\w*|diseases?|diagnos\w*|patients?|symptoms?|long covid"
    r"|(?:heart|kidney) failure|brain injur\w*|chronic pain|arthritis)\b",
    re.IGNORECASE,
)


def telling_word(text: str) -> str:
    """The first word that says what nobody else should read; blank when there is none."""
    found = _WORDS.search(text)
    return found[0].lower() if found else ""


def health_word(text: str) -> str:
    """The first word that says something about health; blank when there is none. Not refused: for the worker to see."""
    found = _HEALTH.search(text)
    return found[0].lower() if found else ""


def why_delicate(service: Service) -> str:
    """What makes a service delicate: a word of its entry, or its private address. Blank when nothing does."""
    kinds = TELLING_KINDS.intersection(kind.lower() for kind in service.categories)
    if kinds:
        return min(kinds)
    word = telling_word("\n".join(_says(service)))
    return word or (PRIVATE_ADDRESS if _is_hidden(service) else "")


def _says(service: Service) -> list[str]:
    names = [service.name, service.organization.name, *service.aliases, *service.former_names]
    conditions = [condition.replace("_", " ") for condition in service.conditions_needed]
    return [*names, *service.categories, *conditions, service.description, service.eligibility]


def _is_hidden(service: Service) -> bool:
    return any(place.location.is_confidential for place in service.places.all())
