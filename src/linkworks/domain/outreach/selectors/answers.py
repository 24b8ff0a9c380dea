"""What was said in one call."""

from uuid import UUID

from linkworks.domain.outreach.models import ScriptAnswer
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.question import Question

_IN_CALL = Question(
    lambda team, token: ScriptAnswer.objects.filter(team_id=team, token=token).order_by("at"), team=UUID, token=UUID
)


def given_in(actor: Actor, token: UUID) -> Given:
    """The newest answer to each step of the call."""
    answers = _IN_CALL.rows(team=actor.own_team, token=token)
    return {answer.step: answer.given for answer in answers}
