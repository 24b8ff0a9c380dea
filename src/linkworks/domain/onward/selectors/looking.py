"""Looking for options for one person, with what is known of them and what their worker adds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.selectors.search.wanted import Near
from linkworks.domain.directory.selectors.whereabouts import find_near
from linkworks.domain.onward.matching.facts import Place
from linkworks.domain.onward.matching.options import Found, NotOffered
from linkworks.domain.onward.models import ConfirmedCircumstance
from linkworks.domain.onward.selectors.circumstances import list_confirmed, with_implied
from linkworks.domain.onward.selectors.finding import Telling, find_options
from linkworks.domain.onward.selectors.story import Piece, read_story
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Looked:
    """`near` is where the person lives, when we know it. `found` is None while nothing is known of them, and once the
    case is closed or the person has died.
    """

    known: BeforeContact
    pieces: tuple[Piece, ...]
    confirmed: tuple[ConfirmedCircumstance, ...]
    telling: Telling
    near: Near | None
    found: Found | None

    def why_of(self, service_id: UUID) -> str | None:
        """The line that says why a service is among what was found; None when it is not."""
        options = self.found.options if self.found else ()
        return next((option.why for option in options if option.service.id == str(service_id)), None)


def look_for_options(
    actor: Actor,
    case: Case,
    *,
    sentence: str = "",
    left_out: Collection[str] = (),
    set_aside: Iterable[str] = (),
) -> Looked:
    """For a case that was already opened. What is told besides is the worker's, and nothing of it is saved."""
    known = before_contact(actor, [case.person_id])[case.person_id]
    pieces = read_story(actor, case)
    confirmed = tuple(list_confirmed(actor, case))
    telling = Telling(
        sentence=sentence,
        left_out=frozenset(piece.id for piece in pieces if str(piece.id) in left_out),
        confirmed=with_implied(one.name for one in confirmed),
        set_aside=frozenset(set_aside),
    )
    near = find_near(actor, case.person.postcode) if case.person.postcode else None
    is_known = sentence or confirmed or len(telling.left_out) < len(pieces)
    is_over = case.status == CaseStatus.CLOSED or case.person.died_on is not None
    found = _find(actor, case, known, telling, near) if is_known and not is_over else None
    return Looked(known, pieces, confirmed, telling, near, found)


def nearest_refused(found: Found, most: int) -> list[NotOffered]:
    """Services that answer a need and are not for this person, best answer first."""
    answering = sorted((one for one in found.not_offered if one.worth), key=lambda one: (-one.worth, one.service.name))
    return answering[:most]


def _find(actor: Actor, case: Case, known: BeforeContact, telling: Telling, near: Near | None) -> Found:
    return find_options(
        actor,
        case,
        telling,
        adjustments={adjustment.kind for adjustment in known.adjustments},
        near=Place(near.latitude, near.longitude) if near else None,
    )
