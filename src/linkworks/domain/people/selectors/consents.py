"""What somebody agreed to. The newest answer counts; one that was withdrawn or has run out is no yes."""

from uuid import UUID

from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def holds_consent(actor: Actor, person_id: UUID, kind: ConsentKind, *, about: str = "") -> bool:
    """Whether the person says yes to this today; `about` names the organisation or supporter, where there is one."""
    answer = newest_answer(actor, person_id, kind, about=about)
    return answer is not None and answer.stands_on(clock.today())


def newest_answer(actor: Actor, person_id: UUID, kind: ConsentKind, *, about: str = "") -> Consent | None:
    answers = Consent.objects.visible_to(actor).filter(person_id=person_id, kind=kind, about=about)
    newest: Consent | None = answers.order_by("-given_at", "-created_at").first()
    return newest
