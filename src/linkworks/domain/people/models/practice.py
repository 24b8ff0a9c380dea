from django.db import models

from linkworks.foundation.access.models import TeamRecord


class Network(TeamRecord):
    """A Primary Care Network: practices that share link workers."""

    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "name"], name="one_network_per_name")]

    def __str__(self) -> str:
        return self.name


class Practice(TeamRecord):
    name = models.CharField(max_length=120)
    ods_code = models.CharField(max_length=10, blank=True)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="practices")
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "name"], name="one_practice_per_name")]

    def __str__(self) -> str:
        return self.name
