"""What is asked besides words, as conditions on a service `s`, its place `p` and its location `l`."""

from collections.abc import Iterator

from linkworks.domain.directory.choices import SELF_ROUTES, AgeOf, PartOfDay
from linkworks.domain.directory.selectors.search.sql import Sql, sql
from linkworks.domain.directory.selectors.search.wanted import MILES_A_DEGREE, Near, Wanted

HOURS = {
    PartOfDay.MORNING: ("00:00", "12:00"),
    PartOfDay.AFTERNOON: ("12:00", "17:00"),
    PartOfDay.EVENING: ("17:00", "24:00"),
}
# As the index of those that are listed has it.
LISTED = sql("s.gone_at IS NULL AND NOT (s.status IN ('inactive', 'defunct'))")


def conditions(wanted: Wanted) -> Iterator[Sql]:
    yield LISTED
    if wanted.is_free:
        yield sql("s.is_free")
    if wanted.language:
        yield sql("s.languages @> ARRAY[%s]::varchar[]", wanted.language)
    if wanted.access:
        yield _accessible(wanted.access)
    if wanted.self_referral:
        yield sql("s.referral_routes && %s::varchar[]", list(SELF_ROUTES))
    if wanted.age is not None:
        yield _suits(wanted.age)
    if wanted.weekday is not None or wanted.part_of_day is not None:
        yield _open(wanted)


def miles_from(near: Near) -> Sql:
    """As `Near.miles_to` has it."""
    return sql(
        "%s * sqrt(power(l.measured_latitude - %s, 2) + power((l.measured_longitude - %s) * %s, 2))",
        MILES_A_DEGREE,
        near.latitude,
        near.longitude,
        near.narrowing,
    )


def in_box(near: Near, miles: float) -> Sql:
    return sql(
        "l.measured_latitude BETWEEN %s AND %s AND l.measured_longitude BETWEEN %s AND %s AND l.gone_at IS NULL",
        *near.box(miles),
    )


def serves(near: Near) -> Sql:
    """It says so: by district, or by the council's name."""
    return sql(
        "(s.postcode_districts && %s::varchar[] OR s.areas && %s::varchar[])", list(near.districts), list(near.councils)
    )


def serves_anybody() -> Sql:
    """By telephone or online, with no place and no area named."""
    return sql(
        "s.postcode_districts = '{}' AND s.areas = '{}' AND s.delivery && ARRAY['phone', 'online']::varchar[]"
        " AND NOT EXISTS (SELECT FROM directory_serviceatlocation p WHERE p.service_id = s.id)"
    )


def _accessible(feature: str) -> Sql:
    """The service says so, or one of its places does."""
    return sql(
        "(s.access_features @> ARRAY[%s]::varchar[] OR EXISTS (SELECT FROM directory_serviceatlocation p"
        " JOIN directory_location l ON l.id = p.location_id"
        " WHERE p.service_id = s.id AND l.access_features @> ARRAY[%s]::varchar[]))",
        feature,
        feature,
    )


def _suits(age: int) -> Sql:
    """Where the ages told may be those of a child, they rule nobody out."""
    return sql(
        "(s.age_of = %s OR (coalesce(s.minimum_age, 0) <= %s AND coalesce(s.maximum_age, 999) >= %s))",
        AgeOf.CLIENT_OR_CHILD.value,
        age,
        age,
    )


def _open(wanted: Wanted) -> Sql:
    """Where only the day is known, the hour is not held against it."""
    told = sql("EXISTS (SELECT FROM directory_openingtime t WHERE t.service_id = s.id")
    if wanted.weekday is not None:
        told += sql(" AND t.weekday = %s", int(wanted.weekday))
    if wanted.part_of_day is not None:
        begins, ends = HOURS[wanted.part_of_day]
        told += sql(
            " AND coalesce(t.opens, '00:00') < %s::time AND coalesce(t.closes, '24:00') > %s::time", ends, begins
        )
    return told + sql(")")
