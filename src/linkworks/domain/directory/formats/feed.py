"""Open Referral as JSON, from files or page by page from an address. What its versions differ in is how one record is
turned into HSDS 3, and that is given as `translate`."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import count
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.formats.terms import note_terms
from linkworks.domain.directory.formats.told import Course, Told, told
from linkworks.foundation.imports.copying import as_json
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.json_items import JsonItems
from linkworks.foundation.imports.material import Files
from linkworks.foundation.imports.web import NotThereError, Web

Translate = Callable[[dict[str, Any]], dict[str, Any]]
Reader = Callable[[Course], Iterator[Told]]

PAGE_OF = frozenset({"contents", "content"})
PER_PAGE = 100
MOST_PAGES = 20_000
# What stands in the name of a file, in the order in which files are read. Services carry their places with them.
KINDS_BY_NAME = {
    "taxonomy_term": Kind.TAXONOMY_TERM,
    "taxonom": Kind.TAXONOMY,
    "organi": Kind.ORGANIZATION,
    "service_at_location": None,
    "api_details": None,
    "location": Kind.LOCATION,
    "": Kind.SERVICE,
}
FULL = ("_full", "_detail", "_details")
# Any of these says that a list gives its services whole, and not only their headings.
WHOLE_SERVICE = frozenset({"service_at_locations", "schedules", "contacts", "attributes", "cost_options", "locations"})
LISTS = (
    ("taxonomies", Kind.TAXONOMY),
    ("taxonomy_terms", Kind.TAXONOMY_TERM),
    ("organizations", Kind.ORGANIZATION),
)


def from_files(files: Files, translate: Translate) -> Reader:
    return lambda course: _read_files(files, translate, course)


def from_web(web: Web, url: str, translate: Translate, since: datetime | None = None) -> Reader:
    return lambda course: _Feed(web, url.rstrip("/"), translate, since, course).read()


def _read_files(files: Files, translate: Translate, course: Course) -> Iterator[Told]:
    names = files.names(".json") or list(files.openers)
    wholes = {name for name in names if _is_whole(name, names)}
    full = {(_key(name), _id(record)): record for name in wholes for record in _records(files, name, Course())}
    course.is_whole = True
    for name in sorted(names, key=lambda name: (_place(name), name in wholes, name)):
        kind = KINDS_BY_NAME[_key(name)]
        if kind is None:
            _note_terms_of(files, name, course)
            continue
        for record in _records(files, name, course):
            yield told(kind, _instead(record, full.get((_key(name), _id(record)))), translate)


def _records(files: Files, name: str, course: Course) -> Iterator[Any]:
    with files.open(name) as file:
        items = JsonItems(file, PAGE_OF)
        yield from items
    note_terms(course, items.envelope)
    pages = _number(items.envelope, "total_pages", "totalPages")
    if pages > 1 and KINDS_BY_NAME[_key(name)] is Kind.SERVICE:
        course.is_whole = False
        course.problems.append(f"{name} is one page of {pages:,}: what it does not mention stays as it is.")


def _note_terms_of(files: Files, name: str, course: Course) -> None:
    """Of what stands at the root of a feed. Whether it can be read is of no consequence."""
    with files.open(name) as file, suppress(Unreadable):
        note_terms(course, next(iter(JsonItems(file)), None))


def _instead(heading: Any, whole: Any) -> Any:
    """The whole of a record for its heading in a list, unless the heading itself is not as it should be."""
    return whole if isinstance(heading, dict) and heading.get("name") and isinstance(whole, dict) else heading


def _id(record: Any) -> Any:
    found = record.get("id") if isinstance(record, dict) else None
    return found if isinstance(found, str | int) else None


def _key(name: str) -> str:
    stem = PurePath(name).stem.lower()
    return next((key for key in KINDS_BY_NAME if key and stem.startswith(key)), "")


def _place(name: str) -> int:
    return list(KINDS_BY_NAME).index(_key(name))


def _is_whole(name: str, names: list[str]) -> bool:
    """Whether this file is the answer for one record, where another is the list that it stands in."""
    stem = PurePath(name).stem.lower()
    return stem.endswith(FULL) or f"{stem}_list.json" in names


@dataclass
class _Feed:
    web: Web
    url: str
    translate: Translate
    since: datetime | None
    course: Course

    def read(self) -> Iterator[Told]:
        self._look_at_root()
        self.course.is_whole = True
        for path, kind in LISTS:
            for record in self._optional(path):
                yield told(kind, record, self.translate)
        for record in self._pages("services"):
            yield told(Kind.SERVICE, self._whole(record), self.translate)

    def _look_at_root(self) -> None:
        """The standard wants the version here, and feeds often have nothing. It changes nothing in the records."""
        try:
            details = self.web.get_json(self.url + "/")
        except Unreadable:
            details = {}
        note_terms(self.course, details)
        if not isinstance(details, dict) or not details.get("version"):
            self.course.problems.append("The feed does not say which version of Open Referral it follows.")

    def _optional(self, path: str) -> Iterator[Any]:
        """A feed need not have this list. Services carry what they need, so one that breaks off is only told of."""
        try:
            yield from self._pages(path)
        except NotThereError:
            return
        except Unreadable as error:
            self.course.problems.append(f"{error.message} The rest of {path} is left out.")

    def _pages(self, path: str) -> Iterator[Any]:
        seen: set[bytes] = set()
        read = 0
        for number in count(1):
            page = self.web.get_json(f"{self.url}/{path}", self._parameters(number))
            records = _records_of(page, path)
            self._insist_on_news(records, seen, path, number)
            read += len(records)
            yield from records
            if _is_last(page, number) or not records:
                break
        said = _number(page, "total_items", "totalElements")
        if path == "services" and said > read:
            self.course.is_whole = False
            self.course.problems.append(
                f"It speaks of {said:,} services and gave {read:,}: what is missing stays as it is."
            )

    def _parameters(self, number: int) -> dict[str, Any]:
        since = {"modified_after": self.since.isoformat()} if self.since else {}
        return {"page": number, "per_page": PER_PAGE, **since}

    def _insist_on_news(self, records: list[Any], seen: set[bytes], path: str, number: int) -> None:
        digest = blake2b(as_json(records).encode(errors="replace"), digest_size=16).digest()
        if records and digest in seen:
            raise Unreadable(f"Page {number} of {path} repeats an earlier page: the feed goes round in circles.")
        if number > MOST_PAGES:
            raise Unreadable(f"{path} has more than {MOST_PAGES:,} pages.")
        seen.add(digest)

    def _whole(self, record: Any) -> Any:
        """Most feeds list headings, and give the whole of a service at an address of its own."""
        if not isinstance(record, dict) or WHOLE_SERVICE & record.keys() or not (_id(record) and record.get("name")):
            return record
        try:
            whole = self.web.get_json(f"{self.url}/services/{quote(str(record['id']), safe='')}")
        except NotThereError:
            return record
        return _instead(record, whole if _id(whole) == record["id"] else None)


def _records_of(page: Any, path: str) -> list[Any]:
    if isinstance(page, list):
        return page
    if isinstance(page, dict):
        for name in PAGE_OF:
            if isinstance(page.get(name), list):
                return list(page[name])
    raise Unreadable(f"The answer to {path} holds no list of records.")


def _is_last(page: Any, number: int) -> bool:
    if not isinstance(page, dict):
        return True
    if page.get("last_page") is True or page.get("last") is True:
        return True
    return number >= _number(page, "total_pages", "totalPages") > 0


def _number(page: Any, *names: str) -> int:
    found: Mapping[str, Any] = page if isinstance(page, dict) else {}
    return next((found[name] for name in names if isinstance(found.get(name), int)), 0)
