import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "parts.toml"


@dataclass(frozen=True)
class Part:
    """One short page."""

    key: str
    title: str
    lines: tuple[str, ...]
    points: tuple[str, ...]


@cache
def parts() -> tuple[Part, ...]:
    kept = tomllib.loads(DATA.read_text())["parts"]
    return tuple(Part(one["key"], one["title"], tuple(one.get("lines", ())), tuple(one["points"])) for one in kept)
