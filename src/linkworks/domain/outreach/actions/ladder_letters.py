"""E-mail to staff about people who were not reached: that something waits for them, and nothing about anybody."""

from uuid import UUID

from linkworks.domain.outreach.actions.letters import write_to_staff
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor

WAITS = "People we could not reach wait for you"
OVERDUE = "People we could not reach wait too long"


def remind_owner(actor: Actor, owner_id: UUID, number: int) -> None:
    people = words.count(number, "person", "people")
    body = f"{people} on a call list could not be reached, and you were to try another way by now."
    owner = list_colleagues(actor).filter(pk=owner_id)
    write_to_staff(actor, owner, WAITS, f"{body} Who it is stands in Linkworks on My day.")


def tell_leads_of_overdue(actor: Actor, number: int) -> None:
    people = words.count(number, "person has", "people have")
    body = f"{people} been waiting for a day or more after another way of reaching them was due."
    leads = list_colleagues(actor, Role.TEAM_LEAD)
    write_to_staff(actor, leads, OVERDUE, f"{body} Who it is stands in Linkworks under “Not reached”.")
