"""What a new campaign begins with. It is copied into rows; from then on the rows are what counts."""

import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def welfare() -> dict[str, Any]:
    """Campaigns of welfare calls: windows, bands, outcomes and what follows them, as tables by section."""
    return tomllib.loads((HERE / "welfare.toml").read_text())
