"""Which measures this installation may use."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from linkworks.domain.casework.measures import DEFAULT_PACK, INSTRUMENTS, Instrument, load_wording


@cache
def available() -> Mapping[str, Instrument]:
    """Every measure by key; a licensed one only when the operator has loaded its wording."""
    files = {"swemwbs": settings.SWEMWBS_WORDING}
    worded = {key: load_wording(INSTRUMENTS[key], Path(path)) for key, path in files.items() if path}
    return {
        key: worded.get(key, instrument)
        for key, instrument in INSTRUMENTS.items()
        if key in worded or not instrument.needs_registration
    }


def may_be_added() -> Mapping[str, Instrument]:
    """The measures a team may use beside the default ones."""
    return {key: instrument for key, instrument in available().items() if key not in DEFAULT_PACK}
