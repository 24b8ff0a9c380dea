"""What was said in one call."""

from uuid import UUID

from linkworks.domain.outreach.models import ScriptAnswer
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.foundation.core.actor import Actor


def given_in(actor: Actor, token: UUID) -> Given:
    """The newest answer to each step of the call."""
    rows = ScriptAnswer.objects.visible_to(actor).filter(token=token).order_by("at")
    return dict(rows.values_list("step", "given"))
