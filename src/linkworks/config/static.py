"""Static files, hashed and compressed for serving. Compressing takes long, so it is done when a file has changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_static(say: Callable[[str], object]) -> None:
    """Collect if any source file was added, removed or changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / "collected"
    found = _fingerprint()
    if stamp.exists() and stamp.read_text() == found:
        return
    say("Compressing the style sheets and scripts ...")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(found)


def _fingerprint() -> str:
    """Of names, sizes and times of change: reading every file would cost what is to be saved."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda item: item[0]):
            stat = Path(storage.path(path)).stat()
            seen.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()
