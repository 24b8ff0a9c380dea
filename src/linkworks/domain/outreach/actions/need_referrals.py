"""A need that is more than one errand: it goes on in the person's case, or as a referral to social prescribing.

No code for the GP record comes of either: a welfare call is none of the occasions for one. Should support begin later,
the case that opens then says for itself what is due.
"""

from collections.abc import Sequence

from django.db import transaction

from linkworks.domain.casework.actions.needs import add_needs
from linkworks.domain.casework.choices import NeedCategory
from linkworks.domain.casework.models import Case
from linkworks.domain.outreach.actions.need_moves import take_step
from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.people.choices import TELEPHONES
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import before_contact
from linkworks.domain.referrals.actions.identify import confirm_same_person
from linkworks.domain.referrals.actions.receive import ReferralConsent, receive_referral
from linkworks.domain.referrals.choices import Channel, ReferralReason, ReferralSource
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

AGREED = "Would you like a link worker to ring you, and may they know what you have told us?"
NOT_THEM = "The record of this person could not be joined to the referral. Enter it under Referrals instead."


@transaction.atomic
def refer_need(actor: Actor, *, need: Need, reasons: Sequence[ReferralReason], agreed: bool) -> Referral:
    """With their yes: the need becomes a referral to social prescribing, which waits for triage like any other."""
    require(may_run_campaigns, actor)
    if not agreed:
        raise Refused("Ask them first. Without their yes it stays a need of this campaign.", "agreed")
    referral = receive_referral(
        actor,
        channel=Channel.STAFF,
        source=ReferralSource.OTHER,
        details=_details(actor, need.person),
        reasons=reasons,
        reason_words=f"Said in a welfare call ({need.campaign.name}): {need.words}",
        consent=ReferralConsent(consent_given=True, consent_wording=AGREED),
    )
    if referral.person_id is None:
        confirm_same_person(actor, referral=referral, person_id=need.person_id)
    if referral.person_id != need.person_id:
        raise Refused(NOT_THEM)
    take_step(actor, need=need, state=NeedState.HANDED_ON, words=f"Referral {referral.reference}")
    return referral


@transaction.atomic
def take_into_case(actor: Actor, *, need: Need, case: Case, category: NeedCategory) -> None:
    """It goes on in the case, where options are found and onward referrals are made."""
    require(may_run_campaigns, actor)
    if case.person_id != need.person_id:
        raise Refused("This case is about somebody else.")
    add_needs(actor, case=case, categories=[category], words=f"Said in a welfare call: {need.words}")
    take_step(actor, need=need, state=NeedState.HANDED_ON, words="It goes on in their case.")


def _details(actor: Actor, person: Person) -> PersonDetails:
    known = before_contact(actor, [person.pk])[person.pk]
    phone = next((detail for detail in known.details if detail.kind in TELEPHONES), None)
    return PersonDetails(
        given_name=person.given_name,
        family_name=person.family_name,
        date_of_birth=person.date_of_birth,
        nhs_number=person.nhs_number,
        address_line_1=person.address_line_1,
        town=person.town,
        postcode=person.postcode,
        telephone=phone.value if phone else "",
        preferred_language=person.preferred_language,
        interpreter_needed=person.interpreter_needed,
        practice=person.practice,
        may_voicemail=phone.may_voicemail if phone else False,
        may_text=phone.may_text if phone else False,
        safe_when=phone.safe_when if phone else "",
    )
