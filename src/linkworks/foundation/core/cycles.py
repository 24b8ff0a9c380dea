"""Python's search for cycles of objects: it walks through all objects again and again while many are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search() -> Iterator[None]:
    """For work that makes many objects and no cycles of them: all are freed as soon as nobody holds them anyway."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
