"""What we search, filter and decide on, read out of an HSDS record. Pure: the same record gives the same columns.

A record may hold anything at all in any of its fields; a value that cannot be read is no value. `PROJECTIONS` gives the
columns of a kind without its keys to other records, which only an import knows.
"""

from collections.abc import Callable, Mapping
from typing import Any

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.projection.organization import project_organization
from linkworks.domain.directory.projection.place import project_location
from linkworks.domain.directory.projection.service import project_service
from linkworks.domain.directory.projection.taxonomy import project_taxonomy, project_term

Record = Mapping[str, Any]

PROJECTIONS: dict[Kind, Callable[[Record], dict[str, Any]]] = {
    Kind.ORGANIZATION: project_organization,
    Kind.SERVICE: project_service,
    Kind.LOCATION: project_location,
    Kind.SERVICE_AT_LOCATION: lambda record: {},
    Kind.TAXONOMY: project_taxonomy,
    Kind.TAXONOMY_TERM: project_term,
}


def project(kind: Kind, record: Record) -> dict[str, Any]:
    return PROJECTIONS[kind](record)
