import os
from pathlib import Path

from django.conf import settings

from linkworks.foundation.messaging.transports import Outgoing, TransportError
from linkworks.foundation.messaging.transports.file.mapping import as_files

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


class Client:
    def __init__(self) -> None:
        self.folder = Path(settings.MESSAGE_FOLDER)

    def send(self, message: Outgoing) -> None:
        try:
            self.folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            for name, content in as_files(message).items():
                self._write(name, content)
        except OSError as error:
            raise TransportError(f"The message folder could not be written: {error.strerror}.") from error

    def _write(self, name: str, content: bytes) -> None:
        """All of it under its own name, or nothing under that name."""
        part = self.folder / f".{name}.part"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / name)
