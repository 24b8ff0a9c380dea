"""An invented team with as many people as is asked for: the same ones every time, counted from today.

load(Size(people=20_000))
"""

from bench.data.load import Size, load

__all__ = ["Size", "load"]
