"""What may leave with an onward referral, and whether the person agreed to it."""

from collections.abc import Iterable

from linkworks.domain.casework.models import WhatMatters
from linkworks.domain.onward import sharing
from linkworks.domain.onward.choices import SharedField
from linkworks.domain.onward.letter import Draft, Letter, compose
from linkworks.domain.onward.models import OnwardReferral, Option
from linkworks.domain.people.choices import ConsentKind
from linkworks.domain.people.models import Consent
from linkworks.domain.people.selectors.consents import newest_answer
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def what_may_be_shared(actor: Actor, option: Option) -> dict[SharedField, str]:
    """Each field of which something is known, with exactly what it would say."""
    newest = WhatMatters.objects.visible_to(actor).filter(case_id=option.case_id).order_by("-said_at").first()
    facts = sharing.PersonFacts(
        person=option.person,
        contact=before_contact(actor, [option.person_id])[option.person_id],
        what_matters=newest.words if newest else "",
    )
    return sharing.describe(facts)


def compose_letter(actor: Actor, option: Option, draft: Draft) -> Letter:
    return compose(
        draft,
        known=what_may_be_shared(actor, option),
        service_name=option.service.name,
        team=option.case.team,
        worker=actor.name,
    )


def organisation_of(option: Option) -> str:
    """The organisation that the person's yes or no is about."""
    longest = Consent._meta.get_field("about").max_length
    return option.service.organization.name[:longest]


def standing_consent(actor: Actor, option: Option) -> Consent | None:
    """The person's newest answer about this organisation, when it is a yes that still stands."""
    answer = newest_answer(actor, option.person_id, ConsentKind.SHARE_PARTNER, about=organisation_of(option))
    return answer if answer is not None and answer.stands_on(clock.today()) else None


def not_covered(actor: Actor, consent: Consent, fields: Iterable[SharedField]) -> list[SharedField]:
    """Which of the fields this yes does not reach.

    A yes that was given for a referral reaches the fields that left then; any other, what the general question names.
    """
    sent = OnwardReferral.objects.visible_to(actor).filter(consent=consent).values_list("fields", flat=True)
    left = {SharedField(field) for fields_sent in sent for field in fields_sent}
    return [field for field in fields if field not in (left or sharing.COVERED_BY_A_GENERAL_YES)]
