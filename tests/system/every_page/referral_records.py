"""Referrals in every state, and the secrets of links to them, for the walk through every page."""

from dataclasses import dataclass
from datetime import date, timedelta

from linkworks.domain.people.actions.register import add_what_was_said
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import Person
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.domain.referrals.actions.progress import share_progress
from linkworks.domain.referrals.actions.triage import ANSWER
from linkworks.domain.referrals.choices import Channel
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.tests.factories import (
    AcceptedReferralFactory,
    DeclinedReferralFactory,
    ReferralFactory,
    ReturnedReferralFactory,
    UndecidedReferralFactory,
)
from linkworks.foundation.access import links
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor

NUMBER = "9990000018"


@dataclass
class ReferralRecords:
    received: Referral
    undecided: Referral
    returned: Referral
    declined: Referral
    accepted: Referral
    joined: Referral
    progress: dict[str, str]
    """Secrets of progress links, by the state of the referral."""
    answer: dict[str, str]


def build(team: Team, known: Person) -> ReferralRecords:
    PersonFactory(team=team, given_name="Rosa", family_name="Diaz", date_of_birth=date(1951, 4, 2), nhs_number=NUMBER)
    received = ReferralFactory(team=team, reason_words="Lives alone.", risk_words="A large dog.", safe_when="Mornings")
    returned = ReturnedReferralFactory(team=team)
    declined, accepted = DeclinedReferralFactory(team=team), AcceptedReferralFactory(team=team, person=known)
    by_oneself = ReferralFactory(team=team, channel=Channel.SELF_FORM)
    actor = Actor.system("test", team.pk)

    def progress(referral: Referral) -> str:
        return share_progress(actor, referral=referral)

    def answer(referral: Referral) -> str:
        return links.issue(team.pk, ANSWER, referral.pk, timedelta(days=1))

    return ReferralRecords(
        received=received,
        undecided=UndecidedReferralFactory(team=team, nhs_number=NUMBER),
        returned=returned,
        declined=declined,
        accepted=accepted,
        joined=_joined(team),
        progress={
            "received": progress(received),
            "accepted": progress(accepted),
            "closed": progress(declined),
            "for_oneself": progress(by_oneself),
        },
        answer={"waiting": answer(returned), "done": answer(received)},
    )


def _joined(team: Team) -> Referral:
    """Put on the record of somebody known, which can still be taken back."""
    person = PersonFactory(team=team, given_name="Grace", family_name="Adeyemi", date_of_birth=date(1948, 3, 9))
    values = {"given_name": "Grace", "family_name": "Adeyemi", "date_of_birth": date(1948, 3, 9)}
    referral = UndecidedReferralFactory(team=team, **values)
    details = PersonDetails.read_from(referral)
    actor = Actor.system("test", team.pk)
    add_what_was_said(actor, person=person, details=details, consents=[], source_id=referral.pk)
    referral.change(person=person)
    return referral
