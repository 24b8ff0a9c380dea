"""Names as word search reads them."""

import re
from collections.abc import Iterable, Iterator

from linkworks.domain.directory.letters import plain_letters

MOST_JOINED = 3


def search_names(names: Iterable[str]) -> str:
    """In plain letters, and short ones also written as one word: who looks for “BlindAid” finds Blind Aid."""
    return " ".join(dict.fromkeys(word for name in names for word in _ways(plain_letters(name))))


def _ways(name: str) -> Iterator[str]:
    yield name
    words = re.findall(r"\w+", name)
    if 1 < len(words) <= MOST_JOINED:
        yield "".join(words)
