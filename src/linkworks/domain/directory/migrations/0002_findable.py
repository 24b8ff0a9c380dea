"""How the database keeps `Findable`, what a search reads of a service, in step with what it is made from.

Each statement that touches a service, its organisation, its places or its opening times notes which services it touched.
At its end (or, where a transaction says `SET CONSTRAINTS directory_read_again DEFERRED`, at the end of that) those are
read again, all at once and each once.
"""

from django.db import migrations

# One row for each of these services that may be found. The columns stand as in the model.
FINDABLE = """
CREATE FUNCTION directory_is_listed(s directory_service) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT s.gone_at IS NULL AND s.status NOT IN ('inactive', 'defunct') $$;

CREATE FUNCTION directory_findable_rows(ids uuid[]) RETURNS SETOF directory_findable LANGUAGE sql STABLE AS $$
    SELECT s.id, s.name, s.search_names,
        setweight(to_tsvector('english', s.search_names), 'A')
            || setweight(to_tsvector('english', s.search_words), 'D'),
        to_tsvector('english', o.search_names),
        ARRAY(
            SELECT 'free' WHERE s.is_free
            UNION ALL SELECT 'route ' || one FROM unnest(s.referral_routes) one
            UNION ALL SELECT 'speaks ' || one FROM unnest(s.languages) one
            UNION ALL SELECT 'serves ' || one FROM unnest(s.postcode_districts || s.areas) one
            UNION ALL SELECT 'access ' || one FROM unnest(s.access_features || places.access) one
            UNION ALL SELECT 'at ' || floor(latitude / 0.02)::int || ' ' || floor(longitude / 0.03)::int
                FROM unnest(places.latitudes, places.longitudes) point(latitude, longitude)
            UNION ALL SELECT 'open' || coalesce(' ' || told.weekday, '') || coalesce(' ' || part.name, '')
                FROM directory_openingtime t
                CROSS JOIN LATERAL (VALUES (t.weekday), (NULL)) told(weekday)
                JOIN (VALUES
                    ('morning', time '00:00', time '12:00'),
                    ('afternoon', time '12:00', time '17:00'),
                    ('evening', time '17:00', time '24:00'),
                    (NULL, time '00:00', time '24:00')
                ) part(name, begins, ends)
                    ON part.name IS NULL
                    OR coalesce(t.opens, '00:00') < part.ends AND coalesce(t.closes, '24:00') > part.begins
                WHERE t.service_id = s.id
            UNION ALL SELECT 'anywhere'
                WHERE s.delivery && ARRAY['phone', 'online']::varchar[]
                    AND s.postcode_districts = '{}' AND s.areas = '{}' AND places.number = 0
        ),
        CASE
            WHEN s.age_of = 'client_or_child' THEN '(,)'
            WHEN s.minimum_age > s.maximum_age THEN 'empty'
            ELSE int4range(s.minimum_age, s.maximum_age, '[]')
        END,
        s.live_state, s.assured_on, places.latitudes, places.longitudes
    FROM directory_service s
    JOIN directory_organization o ON o.id = s.organization_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS number,
            coalesce(array_agg(l.measured_latitude) FILTER (WHERE is_measured), '{}') AS latitudes,
            coalesce(array_agg(l.measured_longitude) FILTER (WHERE is_measured), '{}') AS longitudes,
            string_to_array(string_agg(array_to_string(l.access_features, E'\\n'), E'\\n'), E'\\n') AS access
        FROM directory_serviceatlocation p
        JOIN directory_location l ON l.id = p.location_id AND l.gone_at IS NULL
        CROSS JOIN LATERAL (
            SELECT l.measured_latitude IS NOT NULL AND l.measured_longitude IS NOT NULL
        ) told(is_measured)
        WHERE p.service_id = s.id
    ) places
    WHERE s.id = ANY (ids) AND directory_is_listed(s)
$$;
"""

# Whoever changes a service, or something that its row is made from, waits here for whoever is about to read it again;
# so what is read is never older than what is written. The owner runs it, who alone may empty the index's waiting list,
# through which every search would have to walk.
READ_AGAIN = """
CREATE FUNCTION directory_read_again() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    ids uuid[];
BEGIN
    WITH taken AS (DELETE FROM directory_unread RETURNING service_ids)
    SELECT array_agg(DISTINCT id) INTO ids FROM taken, unnest(service_ids) id;
    IF ids IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM FROM directory_service WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM directory_findable f
    WHERE f.service_id = ANY (ids)
        AND NOT EXISTS (SELECT FROM directory_service s WHERE s.id = f.service_id AND directory_is_listed(s));
    INSERT INTO directory_findable AS f SELECT * FROM directory_findable_rows(ids)
    ON CONFLICT (service_id) DO UPDATE SET
        (name, names, words, run_by, facts, ages, live_state, assured_on, latitudes, longitudes) = ROW (
            EXCLUDED.name, EXCLUDED.names, EXCLUDED.words, EXCLUDED.run_by, EXCLUDED.facts, EXCLUDED.ages,
            EXCLUDED.live_state, EXCLUDED.assured_on, EXCLUDED.latitudes, EXCLUDED.longitudes
        )
    WHERE (f.*) IS DISTINCT FROM (EXCLUDED.*);
    PERFORM gin_clean_pending_list('directory_findable_by');
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER directory_read_again AFTER INSERT ON directory_unread
DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION directory_read_again();
"""

NOTE = """
CREATE FUNCTION {table}_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO directory_unread (service_ids) SELECT array_agg(id) FROM ({services}) t(id) HAVING count(*) > 0;
    RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER {table}_unread_{event}_{rows} AFTER {event} ON {table} REFERENCING {rows} TABLE AS touched
FOR EACH STATEMENT EXECUTE FUNCTION {table}_unread();
"""
ITS_OWN = "SELECT service_id FROM touched"
COMES_GOES_CHANGES = (("insert", "new"), ("update", "new"), ("update", "old"), ("delete", "old"))
CHANGES = (("update", "new"),)
# Which services the rows that one statement touched belong to. A place or an organisation has none when it comes.
TOUCHED = {
    "directory_service": ("SELECT id FROM touched", COMES_GOES_CHANGES),
    "directory_serviceatlocation": (ITS_OWN, COMES_GOES_CHANGES),
    "directory_openingtime": (ITS_OWN, COMES_GOES_CHANGES),
    "directory_location": (
        "SELECT p.service_id FROM directory_serviceatlocation p JOIN touched l ON l.id = p.location_id",
        CHANGES,
    ),
    "directory_organization": (
        "SELECT s.id FROM directory_service s JOIN touched o ON o.id = s.organization_id",
        CHANGES,
    ),
}


def _triggers() -> str:
    return "".join(
        NOTE.format(table=table, services=services)
        + "".join(TRIGGER.format(table=table, event=event, rows=rows) for event, rows in happens)
        for table, (services, happens) in TOUCHED.items()
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunSQL([FINDABLE, READ_AGAIN, _triggers()])]
