"""What was said in one call."""

from uuid import UUID

from linkworks.domain.outreach.models import ScriptAnswer, ScriptVersion
from linkworks.domain.outreach.scripts.standing import standing
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.question import Question

_IN_CALL = Question(
    lambda team, token: ScriptAnswer.objects.filter(team_id=team, token=token).order_by("at"), team=UUID, token=UUID
)


def given_in(actor: Actor, token: UUID) -> Given:
    """The newest answer to each step of the call, also to those that a changed answer leads past."""
    answers = _IN_CALL.rows(team=actor.own_team, token=token)
    return {answer.step: answer.given for answer in answers}


def standing_in(actor: Actor, token: UUID, version: ScriptVersion | None) -> Given:
    """The answers of the call that count."""
    return standing(version.read(), given_in(actor, token)) if version else {}
