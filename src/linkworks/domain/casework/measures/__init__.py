"""Measures: named questionnaires, their wording where it is free, and their exact scores.

A measure is data, read by one scorer. What a case records is elsewhere; nothing here
knows a person.
"""

from linkworks.domain.casework.measures.comparing import Change, Difference, Direction, change
from linkworks.domain.casework.measures.instrument import Instrument, Item, Scale
from linkworks.domain.casework.measures.loneliness import DE_JONG_GIERVELD6, DIRECT, UCLA3
from linkworks.domain.casework.measures.mood import GAD7, PHQ9
from linkworks.domain.casework.measures.ons4 import ONS4
from linkworks.domain.casework.measures.scoring import AnswerError, Result, Score, score
from linkworks.domain.casework.measures.swemwbs import SWEMWBS
from linkworks.domain.casework.measures.what_matters import WHAT_MATTERS
from linkworks.domain.casework.measures.wording import WordingError, load_wording

INSTRUMENTS: dict[str, Instrument] = {
    instrument.key: instrument
    for instrument in (ONS4, DIRECT, WHAT_MATTERS, UCLA3, DE_JONG_GIERVELD6, SWEMWBS, GAD7, PHQ9)
}
DEFAULT_PACK = (ONS4.key, DIRECT.key, WHAT_MATTERS.key)

__all__ = [
    "DEFAULT_PACK",
    "INSTRUMENTS",
    "WHAT_MATTERS",
    "AnswerError",
    "Change",
    "Difference",
    "Direction",
    "Instrument",
    "Item",
    "Result",
    "Scale",
    "Score",
    "WordingError",
    "change",
    "load_wording",
    "score",
]
