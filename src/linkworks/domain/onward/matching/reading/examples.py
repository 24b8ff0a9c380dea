"""The examples of the lexicon: sentences, and what each of them means."""

from dataclasses import dataclass
from functools import cache

from linkworks.domain.onward.matching.expressions import read_lexicon


@dataclass(frozen=True)
class Example:
    """`circumstances` and `needs` are names of the lexicon; a sentence may mean nothing that is asked about."""

    sentence: str
    circumstances: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@cache
def examples() -> tuple[Example, ...]:
    """Of the tables, `circumstances` and `together` may name several circumstances, with spaces between."""
    lexicon = read_lexicon("examples")
    told = [
        Example(sentence, circumstances=frozenset(names.split()))
        for table in ("circumstances", "together")
        for names, sentences in lexicon[table].items()
        for sentence in sentences
    ]
    asked = [
        Example(sentence, needs=frozenset({name}))
        for name, sentences in lexicon["needs"].items()
        for sentence in sentences
    ]
    return (*told, *asked, *(Example(sentence) for sentence in lexicon["nothing"]["sentences"]))
