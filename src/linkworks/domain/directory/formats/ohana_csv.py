"""The CSV tables of Ohana, an older dialect of HSDS: a service has one place, and lists stand in one cell."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from linkworks.domain.directory.formats.joined import Row, joined
from linkworks.domain.directory.formats.told import Course, Told
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import Files
from linkworks.foundation.imports.tables import read_rows

TABLES = (
    *("organizations", "locations", "services", "phones", "contacts", "addresses", "mail_addresses"),
    *("regular_schedules", "holiday_schedules", "programs", "taxonomy"),
)
RENAMED = {
    "organization": {"funding_sources": ""},
    "location": {"website": "url", "short_desc": "summary", "accessibility": "", "languages": ""},
    "service": {"website": "url", "fees": "fees_description", "eligibility": "eligibility_description"}
    | dict.fromkeys(("languages", "keywords", "funding_sources", "service_areas", "required_documents"), ""),
    "phone": {"number_type": "type", "department": "description"},
}
DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}


def read(files: Files, course: Course) -> Iterator[Told]:
    tables = _tables(files, course)
    if not tables["services"]:
        raise Unreadable(f"{files.name} holds no services.csv with services in it.")
    course.is_whole = True
    yield from joined(_as_hsds(tables))


def _tables(files: Files, course: Course) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name in files.names(".csv"):
        table = PurePath(name).stem.lower()
        if table not in tables:
            course.problems.append(f"{name} is no table of Ohana, and was not read.")
            continue
        with files.open(name) as file:
            tables[table] = list(read_rows(file, name))
    return tables


def _as_hsds(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    owners = {row.get("id"): row.get("organization_id") for row in tables["locations"]}
    services = [_service(row, owners) for row in tables["services"]]
    return {
        "organization": [_organization(row) for row in tables["organizations"]],
        "program": tables["programs"],
        "location": [_location(row) for row in tables["locations"]],
        "service": services,
        "service_at_location": [_place(row) for row in tables["services"] if row.get("location_id")],
        "address": [
            *(row | {"address_type": "physical"} for row in tables["addresses"]),
            *(row | {"address_type": "postal", "id": f"mail-{row.get('id')}"} for row in tables["mail_addresses"]),
        ],
        "contact": tables["contacts"],
        "phone": [_renamed("phone", row) for row in tables["phones"]],
        "schedule": [
            *(_weekly(row) for row in tables["regular_schedules"]),
            *(_holiday(row) for row in tables["holiday_schedules"]),
        ],
    }


def _renamed(kind: str, row: Row) -> Row:
    """A blank new name leaves the cell to whoever divides it."""
    names = RENAMED[kind]
    return {names.get(name, name): value for name, value in row.items() if names.get(name, name)}


def _listed(row: Row, name: str) -> list[str]:
    return [part.strip() for part in str(row.get(name) or "").split(",") if part.strip()]


def _rows(row: Row, name: str, field: str) -> list[Row]:
    return [{field: word} for word in _listed(row, name)]


def _organization(row: Row) -> Row:
    return _renamed("organization", row) | {"funding": _rows(row, "funding_sources", "source")}


def _location(row: Row) -> Row:
    virtual = row.get("virtual", "").lower() == "true"
    return _renamed("location", row) | {
        "location_type": "virtual" if virtual else "physical",
        "languages": _rows(row, "languages", "name"),
        "accessibility": [{"description": word.replace("_", " ")} for word in _listed(row, "accessibility")],
    }


def _service(row: Row, owners: Mapping[Any, Any]) -> Row:
    terms = [{"id": word, "name": word, "taxonomy": "keywords"} for word in _listed(row, "keywords")]
    told = [row[name] for name in ("eligibility", "audience") if row.get(name)]
    return _renamed("service", row) | {
        "organization_id": owners.get(row.get("location_id")),
        "eligibility_description": "\n".join(told),
        "languages": _rows(row, "languages", "name"),
        "funding": _rows(row, "funding_sources", "source"),
        "service_areas": _rows(row, "service_areas", "name"),
        "required_documents": _rows(row, "required_documents", "document"),
        "attributes": [{"taxonomy_term": term} for term in terms],
    }


def _place(row: Row) -> Row:
    return {
        "id": f"{row.get('id')}@{row['location_id']}",
        "service_id": row.get("id"),
        "location_id": row["location_id"],
    }


def _weekly(row: Row) -> Row:
    day = row.get("weekday", "")
    return {name: value for name, value in row.items() if name != "weekday"} | {
        "freq": "WEEKLY",
        "byday": DAYS.get(day[:3].lower(), day),
    }


def _holiday(row: Row) -> Row:
    """A stretch of days with hours of its own, or none: no weekly time, so words."""
    closed = row.get("closed", "").lower() == "true"
    return {
        "id": f"holiday-{row.get('id')}",
        **{name: row[name] for name in ("location_id", "service_id", "opens_at", "closes_at") if row.get(name)},
        "valid_from": row.get("start_date"),
        "valid_to": row.get("end_date"),
        "notes": "Closed on these days" if closed else "Open otherwise on these days",
    }
