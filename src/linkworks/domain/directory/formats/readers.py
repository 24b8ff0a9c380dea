"""Which reader reads what: by the format that somebody names, or by looking."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from linkworks.domain.directory.choices import FeedFormat, Kind
from linkworks.domain.directory.formats import catalogue, feed, hsds_csv, ohana_csv, oruk1, oruk3
from linkworks.domain.directory.formats.feed import Reader
from linkworks.domain.directory.formats.told import Course, Told, told
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.json_items import JsonItems
from linkworks.foundation.imports.material import Files
from linkworks.foundation.imports.tables import read_rows
from linkworks.foundation.imports.web import Web

TRANSLATE = {FeedFormat.ORUK_3: oruk3.translate, FeedFormat.ORUK_1: oruk1.translate}
# Fields that only one version of Open Referral has, or a dialect of it.
ONLY_IN_1 = {
    *("regular_schedules", "service_taxonomys", "eligibilitys", "attending_type", "deliverable_type"),
    *("organisation", "pc_metadata", "taxonomies", "locations"),
}
ONLY_IN_OURS = {"days_hours", "referral_routes"}


def reader_of_files(feed_format: FeedFormat, files: Files) -> Reader:
    match feed_format:
        case FeedFormat.HSDS_CSV:
            return lambda course: hsds_csv.read(files, course)
        case FeedFormat.OHANA_CSV:
            return lambda course: ohana_csv.read(files, course)
        case FeedFormat.CATALOGUE:
            return lambda course: _catalogue(files, course)
        case _:
            return feed.from_files(files, TRANSLATE[feed_format])


def reader_of_web(feed_format: FeedFormat, web: Web, url: str, since: datetime | None) -> Reader:
    if feed_format not in TRANSLATE:
        raise Unreadable("From an address only Open Referral feeds can be read. Fetch the files and bring them.")
    return feed.from_web(web, url, TRANSLATE[feed_format], since)


def guess_format(files: Files) -> FeedFormat:
    """Raises Unreadable when nothing tells."""
    tables = {name.lower(): name for name in files.names(".csv")}
    if "services.csv" in tables:
        with files.open(tables["services.csv"]) as file:
            columns: dict[str, str] = next(read_rows(file, "services.csv"), {})
        return FeedFormat.OHANA_CSV if "location_id" in columns else FeedFormat.HSDS_CSV
    for name in sorted(files.names(".json") or files.openers, key=lambda name: not name.lower().startswith("service")):
        with files.open(name) as file:
            first: Any = next(iter(JsonItems(file, feed.PAGE_OF)), None)
        if isinstance(first, dict):
            return _guess_by(first)
    raise Unreadable(f"{files.name} is in no format that we know. Name the format, if it should be in one.")


def _guess_by(first: dict[str, Any]) -> FeedFormat:
    if ONLY_IN_OURS & first.keys():
        return FeedFormat.CATALOGUE
    return FeedFormat.ORUK_1 if ONLY_IN_1 & first.keys() else FeedFormat.ORUK_3


def _catalogue(files: Files, course: Course) -> Iterator[Told]:
    for name in files.names(".json") or list(files.openers):
        with files.open(name) as file:
            for entry in JsonItems(file):
                yield told(Kind.SERVICE, entry, catalogue.to_hsds)
    course.is_whole = True
