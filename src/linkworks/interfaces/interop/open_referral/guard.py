"""What must not become known: where a confidential place is. Where the guard has spoken, “(withheld)” stands."""

import re
from collections.abc import Iterable
from typing import Any

from linkworks.domain.directory.models import Location
from linkworks.domain.directory.projection.reading import items

WITHHELD = "(withheld)"
ADDRESS_LINES = ("address_1", "address_2")


class Guard:
    """Takes the addresses of an organisation's confidential places out of whatever else is told of it."""

    def __init__(self, places: Iterable[Location]) -> None:
        places = list(places)
        self._postcodes = {place.postcode for place in places if place.postcode}
        lines = {line for place in places for line in _address_lines(place)}
        secrets = [*(_spaced(postcode) for postcode in self._postcodes), *(_spaced(line) for line in lines)]
        self._secret = re.compile("|".join(secrets), re.IGNORECASE) if secrets else None

    def hides(self, place: Location) -> bool:
        """Also where another entry tells of the same place without saying that it is confidential."""
        return place.is_confidential or place.postcode in self._postcodes

    def clean(self, told: Any) -> Any:
        if self._secret is None:
            return told
        if isinstance(told, str):
            return self._secret.sub(WITHHELD, told)
        if isinstance(told, list):
            return [self.clean(one) for one in told]
        if isinstance(told, dict):
            return {name: self.clean(one) for name, one in told.items()}
        return told


def _address_lines(place: Location) -> list[str]:
    """Lines with a number in them; one without may be anything, such as the name by which the service is known."""
    told = [str(address.get(name) or "") for address in items(place.record, "addresses") for name in ADDRESS_LINES]
    lines = (line.strip() for line in [*told, *place.address.split(", ")])
    return [line for line in lines if any(letter.isdigit() for letter in line) and " " in line]


def _spaced(words: str) -> str:
    """However it is spaced, and whatever its commas."""
    return r"(?<!\w)" + r"[\s,]*".join(map(re.escape, re.findall(r"[^\s,]+", words))) + r"(?!\w)"
