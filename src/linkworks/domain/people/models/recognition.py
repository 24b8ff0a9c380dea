from django.db import models

from linkworks.domain.people.models.base import PersonRecord
from linkworks.domain.people.models.person import Person
from linkworks.foundation.access.models import TeamQuerySet
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.row_scope import RowScope


class KeptPortrait(PersonRecord):
    """A person as `people.matching` compares them, past names, homes and telephones too. Made from the record."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    portrait = models.TextField()


class BlockKey(models.Model):
    """One key under which somebody is filed. A million people have some twenty million of these, so they are narrow.

    The key is a number that stands for its words and its team: see `people.filing`.
    """

    row_scope = RowScope.PERSON
    web_may_delete = True

    pk = models.CompositePrimaryKey("key", "person")
    key = models.BigIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = TeamQuerySet.as_manager()
