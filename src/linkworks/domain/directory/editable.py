"""What colleagues edit of a service on one page: the columns they see, and where each stands in the record."""

from collections.abc import Callable, Mapping
from typing import Any

from linkworks.domain.directory.overlay import our_field

LISTS = frozenset(
    {
        *("areas", "postcode_districts", "conditions_needed", "conditions_ruled_out", "access_features"),
        *("referral_routes", "aliases", "former_names", "bring"),
    }
)


def _as_it_is(value: Any) -> Any:
    return value if value not in ("", []) else None


def _as_areas(names: list[str]) -> Any:
    return [{"name": name} for name in names] or None


OWN = (
    *("age_of", "gender", "postcode_districts", "conditions_needed", "conditions_ruled_out", "most_referrals"),
    *("most_referrals_days", "first_reply", "number_withheld", "bring", "referral_routes", "access_features"),
    *("aliases", "former_names"),
)
# Column -> the field of the record, and how its value is written there.
PLACES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "eligibility": ("eligibility_description", _as_it_is),
    "minimum_age": ("minimum_age", _as_it_is),
    "maximum_age": ("maximum_age", _as_it_is),
    "areas": ("service_areas", _as_areas),
    **{name: (our_field(name), _as_it_is) for name in OWN},
}


def changed_values(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What to say of which field, for the columns that are given otherwise than they were."""
    changes = {}
    for column, (field, write) in PLACES.items():
        if column in given and given[column] != before[column]:
            changes[field] = write(given[column])
    return changes
