"""What was brought: one file, a folder of them, or a zip archive, opened by name."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from linkworks.foundation.imports.errors import Unreadable

MEGABYTE = 1 << 20
LARGEST = 1536 * MEGABYTE
MOST_FILES = 500


class Files:
    """`name` is what people call the whole; `openers` are by the file's own name, without folders."""

    def __init__(self, name: str, openers: Mapping[str, Callable[[], BinaryIO]]) -> None:
        self.name = name
        self.openers = openers

    def open(self, name: str) -> BinaryIO:
        return self.openers[name]()

    def names(self, ending: str) -> list[str]:
        return sorted(name for name in self.openers if name.lower().endswith(ending))


def from_path(path: Path) -> Files:
    if not path.exists():
        raise Unreadable(f"There is no {path}.")
    if path.is_dir():
        return _from_folder(path)
    with path.open("rb") as file:
        if zipfile.is_zipfile(file):
            return _from_archive(path.name, path.open("rb"))
    _insist_on_size(path.name, path.stat().st_size)
    return Files(path.name, {path.name: lambda: path.open("rb")})


def from_bytes(name: str, content: bytes) -> Files:
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _from_archive(name, io.BytesIO(content))
    return Files(name, {name: lambda: io.BytesIO(content)})


def _from_folder(folder: Path) -> Files:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    _insist_on_number(folder.name, len(files))
    _insist_on_size(folder.name, sum(path.stat().st_size for path in files))
    return Files(folder.name, {path.name: _opener(path) for path in files})


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _from_archive(name: str, file: BinaryIO) -> Files:
    """Nothing is unpacked onto the disk, so that no name in the archive can lead anywhere."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise Unreadable(f"{name} is a damaged archive: {error}.") from error
    members = [member for member in archive.infolist() if not member.is_dir()]
    _insist_on_number(name, len(members))
    _insist_on_size(name, sum(member.file_size for member in members))
    return Files(name, {PurePosixPath(member.filename).name: _member(archive, member) for member in members})


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: archive.open(member)  # type: ignore[return-value]


def _insist_on_size(name: str, size: int) -> None:
    if size > LARGEST:
        raise Unreadable(f"{name} is larger than {LARGEST // MEGABYTE:,} MB. Ask its publisher for a smaller part.")


def _insist_on_number(name: str, number: int) -> None:
    if number > MOST_FILES:
        raise Unreadable(f"{name} holds more than {MOST_FILES} files.")
