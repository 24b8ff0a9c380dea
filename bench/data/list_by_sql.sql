CREATE TEMPORARY TABLE listed (
    ref text, surname text, forename text, dob text, nhs text, sex text, line_1 text, line_2 text, town text,
    postcode text, home text, mobile text, risk text, language text, comments text
);
-- From here it is timed.
CREATE TEMPORARY TABLE shaped AS
SELECT ref::int AS number, lower(trim(surname)) AS surname, lower(trim(forename)) AS forename,
       regexp_replace(nhs, '\D', '', 'g') AS nhs,
       regexp_replace(regexp_replace(coalesce(nullif(mobile, ''), home), '\D', '', 'g'), '^0', '+44') AS phone
FROM listed;
ANALYZE shaped;
CREATE TEMPORARY TABLE joined AS
SELECT s.number, p.id FROM shaped s JOIN people_person p ON p.nhs_number = s.nhs WHERE s.nhs <> ''
UNION
SELECT s.number, p.id FROM shaped s JOIN people_contactdetail d ON d.value = s.phone
JOIN people_person p ON p.id = d.person_id AND lower(p.family_name) = s.surname WHERE s.phone <> '';
CREATE TEMPORARY TABLE repeated AS
SELECT nhs, min(number) FROM shaped WHERE nhs <> '' GROUP BY nhs HAVING count(*) > 1;
