"""What is so of a person, what was put to them, what they chose, how they got there, and the sheet that they keep."""

from linkworks.domain.onward.models.circumstance import ConfirmedCircumstance
from linkworks.domain.onward.models.digest import ServiceDigest
from linkworks.domain.onward.models.options import (
    ClientChoice,
    Introduction,
    OnwardOutcome,
    OnwardReferral,
    OnwardStep,
    Option,
    Signposting,
)
from linkworks.domain.onward.models.sheet import OptionsSheet, SheetEntry

__all__ = [
    "ClientChoice",
    "ConfirmedCircumstance",
    "Introduction",
    "OnwardOutcome",
    "OnwardReferral",
    "OnwardStep",
    "Option",
    "OptionsSheet",
    "ServiceDigest",
    "SheetEntry",
    "Signposting",
]
