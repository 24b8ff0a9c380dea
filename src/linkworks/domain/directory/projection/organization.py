from collections.abc import Mapping
from typing import Any

from linkworks.domain.directory.projection import reading
from linkworks.domain.directory.projection.search_names import search_names


def project_organization(record: Mapping[str, Any]) -> dict[str, Any]:
    own = reading.ours(record)
    alternate = reading.text(record, "alternate_name", longest=120)
    name = reading.text(record, "name", longest=300)
    aliases = reading.distinct([alternate, *reading.word_list(own, "aliases", 120)], 120)
    return {
        "name": name,
        "aliases": aliases,
        "search_names": search_names([name, *aliases]),
        "description": reading.text(record, "description"),
        "email": reading.text(record, "email", longest=254),
        "website": reading.web_address(record, "website", "url"),
    }
