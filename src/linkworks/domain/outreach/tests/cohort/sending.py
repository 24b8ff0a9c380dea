"""Lists as people send them."""

import csv
import io
from datetime import timedelta

from linkworks.domain.outreach.actions.cohort.columns import confirm_columns
from linkworks.domain.outreach.actions.cohort.read import Provenance, read_list
from linkworks.domain.outreach.selectors.cohort import find_columns
from linkworks.foundation.core import clock

HEADINGS = ("Ref", "Surname", "Forename", "DOB", "NHS No", "Address", "Postcode", "Phone", "Priority", "Colour")


def person(ref="1", surname="O'Brien", forename="Mary", **more):
    """One row; `more` is by the headings in small letters."""
    told = {"ref": ref, "surname": surname, "forename": forename, "dob": "4/3/1951", "phone": "07700 900123"} | more
    return [told.get(heading.lower().replace(" ", "_"), "") for heading in HEADINGS]


def as_csv(rows, headings=HEADINGS):
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return io.BytesIO(text.getvalue().encode())


def provenance(**said):
    told = {
        "sender": "Lewisham Public Health",
        "source": "The shielding list",
        "purpose": "Welfare calls",
        "legal_basis": "Regulation 3(4)",
        "delete_by": clock.today() + timedelta(days=90),
    }
    return Provenance(**told | said)


def send(actor, campaign, rows, headings=HEADINGS, name="list.csv", **said):
    return read_list(
        actor, campaign=campaign, file=as_csv(rows, headings), file_name=name, provenance=provenance(**said)
    )


def send_and_match(actor, campaign, rows, **more):
    """Up to where it can be looked through, with its columns as they are guessed."""
    batch = send(actor, campaign, rows, **more)
    confirm_columns(actor, batch=batch, columns=[guess.column for guess in find_columns(actor, batch)])
    return batch
