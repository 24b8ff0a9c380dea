"""Every move of a case's status leaves a row."""

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case, CaseStep
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def write_step(actor: Actor, case: Case, status: CaseStatus, words: str) -> None:
    CaseStep.objects.create(
        team_id=case.team_id,
        person_id=case.person_id,
        case=case,
        status=status,
        words=words,
        at=clock.now(),
        by_id=actor.user_id,
    )
