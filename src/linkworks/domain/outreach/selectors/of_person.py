"""What calls have left about one person, whatever the campaign. For whoever has opened their record."""

from django.db.models import QuerySet

from linkworks.domain.outreach.models import CallAttempt, NeedStep
from linkworks.domain.people.models import PersonRecord


def attempts_about(record: PersonRecord) -> QuerySet[CallAttempt]:
    attempts: QuerySet[CallAttempt] = CallAttempt.objects.filter(team_id=record.team_id, person_id=record.person_id)
    return attempts


def need_steps_about(record: PersonRecord) -> QuerySet[NeedStep]:
    steps: QuerySet[NeedStep] = NeedStep.objects.filter(team_id=record.team_id, person_id=record.person_id)
    return steps
