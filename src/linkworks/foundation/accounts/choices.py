from django.db import models


class Role(models.TextChoices):
    LINK_WORKER = "link_worker", "Link worker"
    TEAM_LEAD = "team_lead", "Team lead"
    COORDINATOR = "coordinator", "Coordinator"
    CALLER = "caller", "Caller"
    COMMISSIONER = "commissioner", "Commissioner"
    ADMINISTRATOR = "administrator", "Administrator"


# A caller sees the person on the line only, through outreach.
ROLES_THAT_SEE_PEOPLE = frozenset({Role.LINK_WORKER, Role.TEAM_LEAD, Role.COORDINATOR})
