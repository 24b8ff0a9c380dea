"""Whether what was written makes a referral at all, whichever door it came through."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError

from linkworks.domain.referrals.choices import Channel
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.nhs_number import NhsNumberError, parse_nhs_number
from linkworks.foundation.core.phone import PhoneError, parse_phone

Problem = tuple[str, str]
"""A field and the sentence about it."""


def insist_on_sense(referral: Referral) -> None:
    """Raise Refused with the first thing that cannot be."""
    for check in (_who, _how_to_reach, _why, _consent, _sent_by, _numbers, _lengths):
        for field, sentence in check(referral):
            raise Refused(sentence, field)


def _who(referral: Referral) -> Iterable[Problem]:
    if not referral.given_name:
        yield "given_name", "Enter the first name."
    if not referral.family_name:
        yield "family_name", "Enter the last name."
    if referral.date_of_birth and referral.date_of_birth > clock.today():
        yield "date_of_birth", "The date of birth must be in the past."


def _how_to_reach(referral: Referral) -> Iterable[Problem]:
    if not (referral.telephone or referral.email or referral.address_line_1):
        yield "telephone", "Give one way to reach the person: a telephone number, an email address or a postal address."


def _why(referral: Referral) -> Iterable[Problem]:
    if not referral.reasons:
        yield "reasons", "Choose at least one reason."


def _consent(referral: Referral) -> Iterable[Problem]:
    if not referral.consent_given:
        yield "consent_given", "We can take a referral only when the person has agreed to it. Ask them first."


def _sent_by(referral: Referral) -> Iterable[Problem]:
    if referral.channel != Channel.PROFESSIONAL_FORM:
        return
    if not referral.referrer_name:
        yield "referrer_name", "Enter your name."
    if not (referral.referrer_email or referral.referrer_telephone):
        yield "referrer_email", "Enter your email address or telephone number, so that we can ask you and tell you."


def _numbers(referral: Referral) -> Iterable[Problem]:
    if referral.nhs_number:
        yield from _said_by(parse_nhs_number, "nhs_number", referral)
    for field in ("telephone", "referrer_telephone"):
        if getattr(referral, field):
            yield from _said_by(parse_phone, field, referral)


def _said_by(read: Callable[[str], object], field: str, referral: Referral) -> Iterable[Problem]:
    try:
        read(getattr(referral, field))
    except (NhsNumberError, PhoneError) as fault:
        yield field, str(fault)


def _lengths(referral: Referral) -> Iterable[Problem]:
    try:
        referral.clean_fields(exclude={field.name for field in referral._meta.fields if field.is_relation})
    except ValidationError as fault:
        for field, sentences in fault.message_dict.items():
            yield field, sentences[0]
