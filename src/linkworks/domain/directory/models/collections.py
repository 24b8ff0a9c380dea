from typing import Any, ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from linkworks.domain.directory.models.service import Service
from linkworks.foundation.access.models import TeamQuerySet, TeamRecord
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core.actor import Actor


class CollectionQuerySet(TeamQuerySet):
    def open_to(self, actor: Actor) -> Self:
        """The actor's own, and the team's: those that are shared, and those whose owner has left."""
        at_work = Membership.objects.filter(
            user_id=OuterRef("owner_id"), team_id=OuterRef("team_id"), ended_at__isnull=True
        )
        return self.visible_to(actor).filter(Q(owner_id=actor.user_id) | Q(is_shared=True) | ~Exists(at_work))


@pghistory.track(exclude=["times_used"])
class Collection(TeamRecord):
    """A short list of services for one kind of moment, in an order of somebody's choosing. It holds no client.

    Whoever may see one may change it. `times_used` counts how often it was printed, sent or put to somebody.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300)
    is_shared = models.BooleanField("sharing with the team", default=False)
    retired_at = models.DateTimeField(null=True, blank=True)
    times_used = models.PositiveIntegerField(default=0, editable=False)

    objects: ClassVar[Any] = CollectionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["team", "-times_used"], name="directory_collections")]

    def __str__(self) -> str:
        return self.title


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CollectionItem(TeamRecord):
    """A service in a collection, and a line of the worker's own about it, which is printed and sent with it."""

    web_may_delete = True

    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="items", db_index=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "service"], name="service_once_per_collection"),
        ]
