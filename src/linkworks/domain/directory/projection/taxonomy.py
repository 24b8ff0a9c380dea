from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.projection import reading


def project_taxonomy(record: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": reading.text(record, "name", longest=300), "description": reading.text(record, "description")}


def project_term(record: Mapping[str, Any]) -> dict[str, Any]:
    return project_taxonomy(record) | {"code": reading.text(record, "code", longest=120)}
