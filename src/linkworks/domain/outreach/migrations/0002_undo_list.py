from django.db import migrations

# The web role deletes no record. A list that was added by mistake is the one reason to forget people, and this function
# the one way: it takes only a list of the actor's team that is being taken back, and only whoever came with it. Keys of
# all other tables still hold: whoever is used anywhere else is not forgotten, and nobody else of the list either. History stays as it was written.
UNDO_LIST = """
CREATE FUNCTION outreach_undo_list(list uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    joined uuid[];
    people uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM outreach_cohortimport AS i
                   WHERE i.id = list AND i.state = 'undoing' AND i.team_id = linkworks_people_team()) THEN
        RAISE EXCEPTION 'Only a list of one''s own team that is being taken back can be undone.';
    END IF;
    SELECT array_agg(r.contact_id) FILTER (WHERE r.joined), array_agg(r.person_id) FILTER (WHERE r.registered)
    INTO joined, people FROM outreach_cohortrow AS r WHERE r.batch_id = list;
    UPDATE outreach_cohortrow AS r
    SET contact_id = NULL, person_id = CASE WHEN r.person_id = ANY (people) THEN NULL ELSE r.person_id END
    WHERE r.batch_id = list;
    DELETE FROM outreach_ladderstep WHERE contact_id = ANY (joined) AND result = '';
    DELETE FROM outreach_campaigncontact WHERE id = ANY (joined);
    DELETE FROM outreach_optout WHERE person_id = ANY (people);
    DELETE FROM people_blockkey WHERE person_id = ANY (people);
    DELETE FROM people_keptportrait WHERE person_id = ANY (people);
    DELETE FROM people_addition WHERE person_id = ANY (people)
        AND source_id IN (SELECT r.id FROM outreach_cohortrow AS r WHERE r.batch_id = list);
    DELETE FROM people_contactdetail WHERE person_id = ANY (people);
    DELETE FROM people_person WHERE id = ANY (people);
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    RETURN coalesce(cardinality(people), 0);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_initial"), ("people", "0002_find_people")]

    operations = [migrations.RunSQL(UNDO_LIST, "DROP FUNCTION outreach_undo_list(uuid)")]
