"""A row of a list as people are compared."""

from datetime import date

from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.people.matching.portrait import Description, Portrait, portray


def portray_entry(entry: Entry, *, today: date) -> Portrait:
    described = Description(
        given_name=entry.given_name,
        family_name=entry.family_name,
        dob=entry.date_of_birth.isoformat() if entry.date_of_birth else "",
        sex=entry.sex,
        address_line_1=entry.address_line_1,
        address_line_2=entry.address_line_2,
        town=entry.town,
        postcode=entry.postcode,
        phone=";".join(one.e164 for one in entry.telephones),
        nhs_number=entry.nhs_number,
    )
    return portray([described], today=today)
