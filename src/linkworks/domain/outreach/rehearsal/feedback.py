"""A kind word on each thing that mattered in a rehearsed call, and what to try next time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from linkworks.domain.outreach.next_step import Outcome
from linkworks.domain.outreach.rehearsal.residents import Remark
from linkworks.domain.outreach.rehearsal.talk import Talk
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.leaving_out import is_left_out
from linkworks.domain.outreach.scripts.walk import Given


@dataclass(frozen=True)
class Word:
    went_well: bool
    words: str


def feedback(talk: Talk, script: Script, chosen: Iterable[str], note: str) -> list[Word]:
    """`chosen` are the code, the ending and what follows of the outcome: a remark may name any of them."""
    outcome = set(chosen)
    counted = talk.counted(script)
    return [
        Word(went_well, remark.well if went_well else remark.learn)
        for remark in talk.resident.remarks
        if not remark.step or remark.step in script.steps
        for went_well in [_fits(remark, talk, counted, outcome, note)]
    ]


def names_of(code: str, facts: Outcome) -> set[str]:
    return {code, facts.ending, facts.follows} - {""}


def _fits(remark: Remark, talk: Talk, counted: Given, outcome: set[str], note: str) -> bool:
    """What was asked was asked, even where the answer counts no more."""
    if remark.of == "outcome":
        return bool(outcome & set(remark.among))
    if remark.of == "note":
        return not any(re.search(rf"\b{re.escape(word)}", note, re.IGNORECASE) for word in remark.among)
    if remark.of == "unasked":
        return remark.step not in talk.given or is_left_out(talk.given[remark.step])
    value = counted.get(remark.step)
    said = value if isinstance(value, list) else [value]
    return any(one in remark.among for one in said)
