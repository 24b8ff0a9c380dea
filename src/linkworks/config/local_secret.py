"""The secret key of a trial: made once on this machine, so that nobody can know it from the source."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

FILE = Path(__file__).resolve().parents[3] / "var" / "secret-key"


def local_secret(file: Path = FILE) -> str:
    """The same key every time. Written aside and linked into place, so that of two starters one wins and both agree."""
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        aside.touch(mode=0o600)
        aside.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            file.hardlink_to(aside)
        aside.unlink()
    return file.read_text()
