"""What must stop when somebody has died. Apps above register what they call off; it runs in the same transaction."""

from linkworks.domain.people.models import Person
from linkworks.foundation.core.announcing import Announcement

_deaths = Announcement[Person]()
register, announce = _deaths.register, _deaths.announce
