"""File locks: the kernel frees them when their holder dies, so a killed process never leaves one behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait for, and hold, an exclusive lock."""
    opened = open_lock(path)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def share(opened: int) -> None:
    """Hold the lock together with others, until this process ends."""
    fcntl.flock(opened, fcntl.LOCK_SH)


def take(opened: int) -> bool:
    """Take the lock for ourselves alone if nobody else holds it."""
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
