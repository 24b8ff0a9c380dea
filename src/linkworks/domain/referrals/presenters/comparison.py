"""A referral beside somebody on record who may be the same person."""

from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.people.presenters.comparing import Told, compare_told
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.selectors.look_alikes import LookAlike
from linkworks.foundation.design.parts import ComparedRow

VERY_LIKELY = "Very likely the same person."
PERHAPS = "This may be the same person, or somebody else."


@dataclass(frozen=True)
class Comparison:
    person_id: UUID
    name: str
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    likelihood: str
    rows: tuple[ComparedRow, ...]


def compare(referral: Referral, alike: LookAlike) -> Comparison:
    referred = Told.of(referral, filter(None, [referral.telephone]))
    return Comparison(
        person_id=alike.person.pk,
        name=alike.person.full_name,
        reasons=alike.reasons,
        cautions=alike.cautions,
        likelihood=VERY_LIKELY if alike.is_very_likely else PERHAPS,
        rows=compare_told(referred, Told.of(alike.person, alike.phones), alike.pair),
    )
