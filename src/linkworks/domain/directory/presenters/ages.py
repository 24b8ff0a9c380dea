"""How old each value on the page of a service is, and who says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from linkworks.domain.directory.overlay import our_field
from linkworks.domain.directory.selectors.origins import PLACES, Origin
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import SummaryRow

# What a page says, and the fields of the record that it is read from. What the source is has no age.
READ_FROM: dict[str, tuple[str, ...]] = {
    "What it is": ("description",),
    "State": (our_field("live_state"), our_field("waiting_weeks"), "status"),
    "Telephone": ("phones", "contacts"),
    "Email": ("email",),
    "Website": ("url",),
    "Who it is for": ("eligibility_description",),
    "Ages": ("minimum_age", "maximum_age", our_field("age_of")),
    "For": (our_field("gender"),),
    "Only for": (our_field("conditions_needed"),),
    "Not for": (our_field("conditions_ruled_out"),),
    "At most": (our_field("most_referrals"), our_field("most_referrals_days")),
    "Area": ("service_areas", our_field("postcode_districts")),
    "When": ("schedules",),
    "Where": (PLACES,),
    "How": (our_field("delivery"), "schedules"),
    "Cost": ("fees_description", "fees", "cost_options"),
    "How to get in": (our_field("referral_routes"),),
    "First reply": (our_field("first_reply"),),
    "When they ring": (our_field("number_withheld"),),
    "What to bring": (our_field("bring"), "required_documents"),
    "Languages": ("languages",),
    "Access": (our_field("access_features"),),
    "Also known as": ("alternate_name", our_field("aliases")),
    "Formerly": (our_field("former_names"),),
    "Kinds": ("attributes",),
}


@dataclass(frozen=True)
class AgedRow:
    """`age` is blank where nobody knows who said it."""

    key: str
    value: Any
    age: str


def aged(rows: Iterable[SummaryRow], origins: Mapping[str, Origin]) -> tuple[AgedRow, ...]:
    return tuple(AgedRow(row.key, row.value, age_of(row.key, origins)) for row in rows)


def age_of(key: str, origins: Mapping[str, Origin]) -> str:
    """Of what was said last, where it is read from several fields."""
    told = [origins[field] for field in READ_FROM.get(key, ()) if field in origins]
    newest = max(told, key=lambda origin: origin.since or date.min, default=None)
    return in_words(newest) if newest else ""


def in_words(origin: Origin) -> str:
    return ", ".join(filter(None, [origin.said_by, words.ago(origin.since) if origin.since else ""]))
