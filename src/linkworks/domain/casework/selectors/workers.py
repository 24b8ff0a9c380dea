from django.db.models import QuerySet

from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core.actor import Actor


def list_people_workers(actor: Actor) -> QuerySet[User]:
    """Colleagues who work with people, the actor among them."""
    return list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE)
