import gc
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management import BaseCommand, CommandError

from linkworks.domain.directory.actions.imports.commit import commit_import, summary
from linkworks.domain.directory.actions.imports.read import known_source, read_source
from linkworks.domain.directory.actions.imports.undo import undo_import
from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.formats.feed import Reader
from linkworks.domain.directory.formats.readers import guess_format, reader_of_files, reader_of_web
from linkworks.domain.directory.models import DirectoryImport, Source
from linkworks.domain.directory.selectors.imports import get_import, list_mended, list_rows
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.imports.choices import BatchState, Decision
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import from_path
from linkworks.foundation.imports.web import Web

ROWS_SHOWN = 50
ACTOR = Actor.system("directory_import", None)


class Command(BaseCommand):
    help = "Read services from a feed's address, a file, a folder or a zip archive, and make the directory follow."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", nargs="?", help="an address, or a path")
        parser.add_argument("--format", choices=FeedFormat.values, help="default: guessed; for an address, oruk3")
        parser.add_argument("--name", help="what the source is called (default: its address or file name)")
        parser.add_argument(
            "--publisher", default="", help="who publishes it, to be named wherever its entries are shown"
        )
        parser.add_argument("--licence", default="", help="on what terms, for example Open Government Licence v3.0")
        parser.add_argument("--newer", action="store_true", help="ask an address only for what changed since last time")
        parser.add_argument("--preview", action="store_true", help="read and report; change nothing")
        parser.add_argument("--most-may-go", action="store_true", help="although most services would be gone after it")
        parser.add_argument("--undo", type=UUID, metavar="IMPORT", help="take an import back, by the id in its report")

    def handle(self, *args: Any, **options: Any) -> None:
        # Records are let go as soon as they are written down; to look for garbage among the rest costs a sixth.
        gc.disable()
        try:
            if options["undo"]:
                self._undo(options["undo"])
            elif options["source"]:
                self._import(options)
            else:
                raise CommandError("Name an address or a path, or an import to --undo.")
        except (Unreadable, Refused) as refusal:
            raise CommandError(refusal.message) from None
        finally:
            gc.enable()

    def _undo(self, import_id: UUID) -> None:
        try:
            undo_import(ACTOR, batch=get_import(ACTOR, import_id))
        except NotFound:
            raise CommandError(f"There is no import {import_id}.") from None
        self.stdout.write("Undone.")

    def _import(self, options: dict[str, Any]) -> None:
        source, reader = self._source_and_reader(options)
        since = source.read_until if options["newer"] else None
        batch = read_source(ACTOR, source=source, reader=reader, origin=options["source"], since=since)
        self._report(batch)
        if batch.state == BatchState.REFUSED:
            raise CommandError("Nothing was taken: the directory is as it was.")
        if options["preview"]:
            self.stdout.write("Nothing was changed.")
            return
        commit_import(ACTOR, batch=batch, most_may_go=options["most_may_go"])
        self.stdout.write(f"Committed. To take it back: script/manage directory_import --undo {batch.pk}")

    def _source_and_reader(self, options: dict[str, Any]) -> tuple[Source, Reader]:
        told, name = options["source"], options["name"]
        terms = {"publisher": options["publisher"], "licence": options["licence"]}
        if told.startswith(("http://", "https://")):
            feed_format = FeedFormat(options["format"] or FeedFormat.ORUK_3)
            source = known_source(ACTOR, name=name or told, feed_format=feed_format, url=told, **terms)
            since = source.read_until if options["newer"] else None
            return source, reader_of_web(feed_format, Web(only_public=False), told, since)
        files = from_path(Path(told))
        feed_format = FeedFormat(options["format"]) if options["format"] else guess_format(files)
        source = known_source(ACTOR, name=name or files.name, feed_format=feed_format, **terms)
        return source, reader_of_files(feed_format, files)

    def _report(self, batch: DirectoryImport) -> None:
        self.stdout.write(f"{batch.source.name}: {FeedFormat(batch.source.format).label}")
        for said, value in (("Published by", batch.source.publisher), ("On terms", batch.source.licence)):
            if value:
                self.stdout.write(f"{said}: {value}")
        for problem in batch.problems:
            self.stdout.write(f"! {problem}")
        for kind in Kind:
            counts = {decision: batch.counts.get(f"{kind}.{decision}", 0) for decision in Decision}
            if any(counts.values()):
                told = ", ".join(
                    f"{number:,} {decision.label.lower()}" for decision, number in counts.items() if number
                )
                self.stdout.write(f"{kind.label}: {told}")
        self._report_rows(batch)

    def _report_rows(self, batch: DirectoryImport) -> None:
        mended = list_mended(ACTOR, batch)
        if mended:
            self.stdout.write("\nMended:")
        for field, sentence, number, label in mended:
            self.stdout.write(f"  {number:>6,}  {field or 'the record'}: {sentence} (first: {label})")
        held = summary(batch)[Decision.HELD]
        if held:
            self.stdout.write("\nHeld back, with all that came:")
        for row in list_rows(ACTOR, batch, Decision.HELD)[:ROWS_SHOWN]:
            why = " ".join(sentence for _, sentence in row.wrong)
            self.stdout.write(f"  row {row.number}, {row.label}: {why}")
        if held > ROWS_SHOWN:
            self.stdout.write(f"  and {held - ROWS_SHOWN:,} more: see the page of the import")
