from typing import Any

from linkworks.domain.onward.matching.facts import ServiceFacts


def service(name: str = "Tea and Talk", **facts: Any) -> ServiceFacts:
    facts = {"id": name, "description": "", "minimum_age": 18, "areas": ("Lewisham",)} | facts
    for key in ("conditions_needed", "conditions_ruled_out"):
        facts[key] = frozenset(facts.get(key, ()))
    return ServiceFacts(name=name, **facts)
