"""Where postcodes are: our own table, filled from files. No postcode is ever sent anywhere to be found."""

import csv
from itertools import islice
from pathlib import Path

from django.db import connection, transaction

from linkworks.domain.directory.policies import may_load_postcodes
from linkworks.domain.directory.postcode_files import Found, council_names, find_files, read_postcodes
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.material import Files

SHIPPED_DISTRICTS = Path(__file__).parents[1] / "data" / "districts.csv"
AT_ONCE = 20_000
LENGTH_OF_REST = 2  # of a postcode, after its sector: “SE13 6” and “JZ”

_UPSERT = """
INSERT INTO directory_whereabouts (code, latitude, longitude, councils)
SELECT code, latitude, longitude, CASE council WHEN '' THEN '{}' ELSE string_to_array(council, ';') END
FROM unnest(%s::text[], %s::float8[], %s::float8[], %s::text[]) came(code, latitude, longitude, council)
ON CONFLICT (code) DO UPDATE
SET latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude, councils = EXCLUDED.councils
"""
# A council in which fewer than one in twenty of its postcodes lie is not what anybody means by a district.
_MIDDLES = """
INSERT INTO directory_whereabouts (code, latitude, longitude, councils)
SELECT part, sum(latitude * n) / sum(n), sum(longitude * n) / sum(n),
       coalesce(array_agg(council ORDER BY n DESC) FILTER (WHERE council IS NOT NULL AND n >= 0.05 * whole), '{}')
FROM (
    SELECT part, councils[1] AS council, count(*) AS n, avg(latitude) AS latitude, avg(longitude) AS longitude,
           sum(count(*)) OVER (PARTITION BY part) AS whole
    FROM (SELECT {part} AS part, * FROM directory_whereabouts WHERE code ~ ' \\d[A-Z][A-Z]$') whole_ones
    GROUP BY part, councils[1]
) by_council
GROUP BY part
ON CONFLICT (code) DO UPDATE
SET latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude, councils = EXCLUDED.councils
"""
_SECTOR, _DISTRICT = f"left(code, -{LENGTH_OF_REST})", "split_part(code, ' ', 1)"
# Lets the database look again where each place is that has no point of its own.
_PLACE_AGAIN = "UPDATE directory_location SET district = district WHERE latitude IS NULL OR longitude IS NULL"


@transaction.atomic
def load_postcodes(actor: Actor, *, files: Files) -> int:
    """Take in what the files say, over what older files said. Returns how many they held. Raises Unreadable."""
    require(may_load_postcodes, actor)
    councils = council_names(files)
    loaded = 0
    for file in find_files(files):
        postcodes = read_postcodes(files, file, councils)
        while chunk := list(islice(postcodes, AT_ONCE)):
            _write(chunk)
            loaded += len(chunk)
    with connection.cursor() as cursor:
        for part in (_SECTOR, _DISTRICT):
            cursor.execute(_MIDDLES.replace("{part}", part))
        cursor.execute(_PLACE_AGAIN)
    record(actor, "postcodes.loaded", postcodes=loaded)
    return loaded


@transaction.atomic
def load_shipped_districts(actor: Actor) -> None:
    """The middles of the districts of south-east London and Bromley: enough to try it, and to say “about”."""
    require(may_load_postcodes, actor)
    with SHIPPED_DISTRICTS.open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        _write([Found(row["code"], float(row["latitude"]), float(row["longitude"]), row["councils"]) for row in rows])
    with connection.cursor() as cursor:
        cursor.execute(_PLACE_AGAIN)


def _write(chunk: list[Found]) -> None:
    """The last of several with the same code counts."""
    columns = zip(*{one.code: one for one in chunk}.values(), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_UPSERT, [list(column) for column in columns])
