from linkworks.domain.people.models.addition import Addition
from linkworks.domain.people.models.base import PersonRecord
from linkworks.domain.people.models.contact import TELEPHONE_IN_USE, Adjustment, Alert, ContactDetail, RelatedPerson
from linkworks.domain.people.models.person import Person
from linkworks.domain.people.models.practice import Network, Practice
from linkworks.domain.people.models.recognition import BlockKey, KeptPortrait
from linkworks.domain.people.models.sharing import Consent, Restriction

__all__ = [
    "TELEPHONE_IN_USE",
    "Addition",
    "Adjustment",
    "Alert",
    "BlockKey",
    "Consent",
    "ContactDetail",
    "KeptPortrait",
    "Network",
    "Person",
    "PersonRecord",
    "Practice",
    "RelatedPerson",
    "Restriction",
]
