"""Somebody needs another language than the one we rang in."""

from typing import Any

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.lists.becoming import ENGLISH
from linkworks.domain.outreach.models import CampaignContact
from linkworks.domain.outreach.scripts.languages import TAGS
from linkworks.domain.people.actions.identity import change_language
from linkworks.domain.people.models import Person
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def keep_language(system: Actor, person: Person, language: str) -> None:
    """From now on they are rung in it, in every campaign, and their record says so. Nothing where it is not known."""
    if language not in TAGS:
        return
    waiting = CampaignContact.objects.filter(person=person).exclude(state=QueueState.ENDED)
    waiting.update(language=language, updated_at=clock.now())
    spoken: dict[str, Any] = {"preferred_language": language, "interpreter_needed": language != ENGLISH}
    if any(getattr(person, name) != value for name, value in spoken.items()):
        change_language(system, person=person, expected_version=None, **spoken)
