"""Reading what is given, for tests."""

import json
from pathlib import Path
from typing import Any

from linkworks.domain.directory.actions.imports.commit import commit_import
from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.choices import FeedFormat
from linkworks.domain.directory.formats.readers import guess_format, reader_of_files
from linkworks.domain.directory.models import DirectoryImport
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.material import Files, from_bytes, from_path


def read_files(actor: Actor, files: Files, feed_format: FeedFormat | None = None) -> DirectoryImport:
    feed_format = feed_format or guess_format(files)
    source = known_source(actor, name="Feed", feed_format=feed_format)
    return read_source(actor, source=source, reader=reader_of_files(feed_format, files), origin=files.name)


def read_path(actor: Actor, path: Path) -> DirectoryImport:
    return read_files(actor, from_path(path))


def read_records(actor: Actor, *records: Any) -> DirectoryImport:
    return read_files(actor, from_bytes("services.json", json.dumps(records).encode()), FeedFormat.ORUK_3)


def import_records(actor: Actor, *records: Any) -> DirectoryImport:
    batch = read_records(actor, *records)
    commit_import(actor, batch=batch)
    return batch
