"""Other people's files, which stay outside the project: official schemas, real feeds, postcodes, development cases.

`LINKWORKS_SHARED` names the folder; without it, `shared` beside the checkout. A test that needs it and does not find it
is skipped, loudly.
"""

import os
import warnings
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[3] / "shared"


def shared(*parts: str) -> Path:
    path = Path(os.environ.get("LINKWORKS_SHARED", BESIDE)).joinpath(*parts)
    if not path.exists():
        reason = f"{path} is not there: set LINKWORKS_SHARED to the folder with {parts[0]}/ in it"
        warnings.warn(reason, stacklevel=2)
        pytest.skip(reason)
    return path
