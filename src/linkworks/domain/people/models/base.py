from django.db import models

from linkworks.domain.people.models.person import Person
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.core.row_scope import RowScope


class PersonRecord(TeamRecord):
    """A row about a person: hidden from everybody from whom the person is hidden."""

    row_scope = RowScope.PERSON

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
