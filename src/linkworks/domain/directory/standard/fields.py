"""The fields of HSDS 3 and what each may hold. A field that is not here is kept as it came.

From the Human Services Data Specification, an Open Referral resource (https://openreferral.org/), and the Human
Services Data Specification UK, an Open Referral UK resource (https://openreferraluk.org/); both CC BY-SA 4.0.
"""

from enum import StrEnum

from linkworks.domain.directory.choices import Kind


class Holds(StrEnum):
    TEXT = "words"
    NUMBER = "a number"
    DAY = "a day"
    MOMENT = "a day and time"
    TIME = "a time of day"
    ADDRESS = "a web address"
    EMAIL = "an e-mail address"
    STATUS = "a status"
    DAYS = "days of the week"
    FREQUENCY = "weekly or monthly"
    PLACE_TYPE = "physical, postal or virtual"


Fields = dict[str, "Holds | str"]

TEXT, NUMBER, DAY = Holds.TEXT, Holds.NUMBER, Holds.DAY
ADDRESS, EMAIL = Holds.ADDRESS, Holds.EMAIL


def _texts(names: str) -> Fields:
    return dict.fromkeys(names.split(), TEXT)


def _lists(**names: str) -> Fields:
    return dict(names)


_ATTRIBUTES = _lists(attributes="attribute", metadata="metadata")

# A nested list or object is named by what its items are.
FIELDS: dict[str, Fields] = {
    Kind.ORGANIZATION: _texts("name alternate_name description tax_status tax_id legal_status logo")
    | {"email": EMAIL, "website": ADDRESS, "uri": ADDRESS, "year_incorporated": NUMBER}
    | _lists(funding="funding", contacts="contact", phones="phone", programs="program")
    | _lists(organization_identifiers="organization_identifier", locations=Kind.LOCATION)
    | _ATTRIBUTES,
    Kind.SERVICE: _texts("name alternate_name description interpretation_services application_process")
    | _texts("fees_description wait_time fees accreditations eligibility_description licenses alert")
    | {"url": ADDRESS, "email": EMAIL, "assurer_email": EMAIL, "status": Holds.STATUS, "last_modified": Holds.MOMENT}
    | {"minimum_age": NUMBER, "maximum_age": NUMBER, "assured_date": DAY}
    | _lists(phones="phone", schedules="schedule", service_areas="service_area", languages="language")
    | _lists(service_at_locations=Kind.SERVICE_AT_LOCATION, organization=Kind.ORGANIZATION, program="program")
    | _lists(funding="funding", cost_options="cost_option", required_documents="required_document", contacts="contact")
    | _ATTRIBUTES,
    Kind.LOCATION: _texts("name alternate_name description transportation external_identifier external_identifier_type")
    | {"location_type": Holds.PLACE_TYPE, "url": ADDRESS, "latitude": NUMBER, "longitude": NUMBER}
    | _lists(languages="language", addresses="address", contacts="contact", accessibility="accessibility")
    | _lists(phones="phone", schedules="schedule")
    | _ATTRIBUTES,
    Kind.SERVICE_AT_LOCATION: _texts("description")
    | _lists(contacts="contact", phones="phone", schedules="schedule", location=Kind.LOCATION)
    | _ATTRIBUTES,
    Kind.TAXONOMY: _texts("name description version") | {"uri": ADDRESS} | _lists(metadata="metadata"),
    Kind.TAXONOMY_TERM: _texts("code name description taxonomy language")
    | {"term_uri": ADDRESS}
    | _lists(taxonomy_detail=Kind.TAXONOMY, metadata="metadata"),
    "phone": _texts("number type description") | {"extension": NUMBER} | _lists(languages="language") | _ATTRIBUTES,
    "contact": _texts("name title department") | {"email": EMAIL} | _lists(phones="phone") | _ATTRIBUTES,
    "address": _texts("attention address_1 address_2 city region state_province postal_code country")
    | {"address_type": Holds.PLACE_TYPE}
    | _ATTRIBUTES,
    "schedule": _texts("bymonthday byweekno byyearday wkst description attending_type notes")
    | dict.fromkeys(("valid_from", "valid_to", "dtstart", "until"), DAY)
    | {"opens_at": Holds.TIME, "closes_at": Holds.TIME, "schedule_link": ADDRESS}
    | {"timezone": NUMBER, "count": NUMBER, "interval": NUMBER, "byday": Holds.DAYS, "freq": Holds.FREQUENCY}
    | _ATTRIBUTES,
    "service_area": _texts("name description extent extent_type uri") | _ATTRIBUTES,
    "language": _texts("name code note") | _ATTRIBUTES,
    "funding": _texts("source") | _ATTRIBUTES,
    "program": _texts("name alternate_name description") | _ATTRIBUTES,
    "cost_option": _texts("option currency amount_description")
    | {"valid_from": DAY, "valid_to": DAY, "amount": NUMBER}
    | _ATTRIBUTES,
    "required_document": _texts("document") | {"uri": ADDRESS} | _ATTRIBUTES,
    "accessibility": _texts("description details") | {"url": ADDRESS} | _ATTRIBUTES,
    "organization_identifier": _texts("identifier_scheme identifier_type identifier") | _ATTRIBUTES,
    "attribute": _texts("link_type link_entity value") | _lists(taxonomy_term=Kind.TAXONOMY_TERM, metadata="metadata"),
    "metadata": _texts("resource_type last_action_type field_name previous_value replacement_value updated_by")
    | {"last_action_date": DAY},
}

# The nested ones alone.
NESTED: dict[str, dict[str, str]] = {
    kind: {name: holds for name, holds in fields.items() if not isinstance(holds, Holds)}
    for kind, fields in FIELDS.items()
}

# Without these there is nothing to show or to find again.
NEEDED: dict[str, tuple[str, ...]] = {
    Kind.ORGANIZATION: ("name",),
    Kind.SERVICE: ("name",),
    Kind.TAXONOMY: ("name",),
    Kind.TAXONOMY_TERM: ("name",),
    "phone": ("number",),
    "organization_identifier": ("identifier",),
    "program": ("name",),
}

# In the standard one of them, in the records a list of them or none.
SINGLE = frozenset({"organization", "program", "location", "taxonomy_term", "taxonomy_detail"})
