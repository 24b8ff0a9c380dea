"""The words that entries are made of, counted: to mend slips, to weigh words, and to offer what one can choose."""

from django.db import connection, transaction

REFRESH = "directory.refresh_words"  # the job

# The words of a name are in the text too.
_REFRESH = r"""
SELECT pg_advisory_xact_lock(hashtext('directory_knownword'));
DELETE FROM directory_knownword;
INSERT INTO directory_knownword (known_as, word, stem, services)
SELECT 'word', word, coalesce((tsvector_to_array(to_tsvector('english', word)))[1], ''), ndoc
FROM ts_stat($$
    SELECT to_tsvector('simple', search_words) FROM directory_service WHERE gone_at IS NULL
$$)
WHERE length(word) BETWEEN 2 AND 60;
INSERT INTO directory_knownword (known_as, word, stem, services)
SELECT 'language', word, '', count(*)
FROM directory_service, unnest(languages) word
WHERE gone_at IS NULL
GROUP BY word;
INSERT INTO directory_knownword (known_as, word, stem, services)
SELECT 'access', word, '', count(*)
FROM (
    SELECT id, unnest(access_features) AS word FROM directory_service WHERE gone_at IS NULL
    UNION
    SELECT p.service_id, unnest(l.access_features)
    FROM directory_location l JOIN directory_serviceatlocation p ON p.location_id = l.id
) features
GROUP BY word
"""


@transaction.atomic
def refresh_words() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_REFRESH)
