"""Scripts that come with the program."""

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def welfare_call() -> dict[str, Any]:
    """As it is kept; `reading.read_script` makes a script of it."""
    return tomllib.loads((DATA / "welfare_call.toml").read_text())
