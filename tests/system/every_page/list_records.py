"""Lists on their way into a campaign, one in each state that looks different."""

from typing import Any

from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.models import Campaign, CohortRow
from linkworks.domain.outreach.tests.cohort.sending import HEADINGS, person, send, send_and_match
from linkworks.domain.people.models import Person
from linkworks.foundation.core.actor import Actor

ROWS = [
    person(),
    person(ref="2", surname="Warsame", forename="Abdi", dob="12/11/1950", phone="020 7946 0002", postcode="SE4 1AA"),
    person(ref="3", surname="Warsame", forename="Abdi", dob="12/11/1950", phone="020 7946 0002", postcode="SE4 1AA"),
    person(ref="4", surname="Cole", forename="Ruth", dob="31/02/1960", phone="n/k", postcode="SE13 5AB"),
]


def build(coordinator: Actor, campaign: Campaign, rosa: Person) -> dict[str, Any]:
    columns = send(coordinator, campaign, ROWS[:1], name="first.csv")
    stopped = send_and_match(coordinator, campaign, [["x"] * len(HEADINGS)] * 3, name="swapped.csv")
    committed = send_and_match(coordinator, campaign, [person(ref="9", surname="Fry", phone="020 7946 0009")])
    ask_to_commit(coordinator, batch=committed)
    review = send_and_match(coordinator, campaign, ROWS, name="shielding.csv")
    close = CohortRow.objects.filter(batch=review, section=Section.NEW).first()
    told = {"person": str(rosa.pk), "agreement": "Same family name and postcode", "caution": "The dates differ"}
    CohortRow.objects.filter(pk=close.pk).update(section=Section.CLOSE, decision="", person=rosa, candidates=[told])
    return {"columns": columns, "stopped": stopped, "committed": committed, "review": review, "row": close}
