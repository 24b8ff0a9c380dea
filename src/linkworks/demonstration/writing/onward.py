"""Referrals to partners, with the person's consent and exactly what left, and the moves of each."""

from dataclasses import dataclass
from datetime import datetime

from linkworks.demonstration.offers import Offer
from linkworks.demonstration.post import Post
from linkworks.demonstration.registering import Registrar
from linkworks.demonstration.spells import Spell, Talk
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.domain.onward import letter, sharing
from linkworks.domain.onward.choices import OnwardStatus, SentHow, SharedField
from linkworks.domain.onward.models import OnwardReferral, OnwardStep, Option
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent

ALWAYS = (SharedField.NAME, SharedField.TELEPHONE, SharedField.LANGUAGE, SharedField.ADJUSTMENTS)
SOMETIMES = (SharedField.DATE_OF_BIRTH, SharedField.ADDRESS, SharedField.WHAT_MATTERS)
REAL_PARTNERS = frozenset({"S002", "S027", "S040", "S044", "S073", "S076", "S090", "S103", "S123", "S150", "S196"})


@dataclass(slots=True)
class Onward:
    world: World
    post: Post
    registrar: Registrar

    def refer(self, spell: Spell, offer: Offer, option: Option, talk: Talk, when: datetime) -> OnwardReferral:
        draft = self._draft(spell, offer, talk)
        written = self._letter(spell, offer, talk, draft)
        consent = self._consent(spell, offer, talk, draft, when)
        referral = self._send(spell, option, talk, written, consent, when)
        self.move(spell, referral, OnwardStatus.SENT, when)
        self.world.log.change(
            talk.by.user,
            "onward_referral.sent",
            when,
            referral,
            spell.case.person_id,
            service=offer.service.pk,
            sent_how=draft.sent_how,
            fields=",".join(referral.fields),
            consent=consent.pk,
        )
        said = self.world.wording.choose(phrases()["note"]["referred"], talk.by.user.pk)
        talk.tell(spell.voice.say(said, service=offer.service.name))
        return referral

    def _draft(self, spell: Spell, offer: Offer, talk: Talk) -> letter.Draft:
        said = phrases()["onward"]
        by_email = offer.service.their_id not in REAL_PARTNERS and spell.chance.happens(0.6)
        return letter.Draft(
            to_whom=self.world.wording.choose(said["to_whom"], offer.service.pk),
            sent_how=SentHow.EMAIL if by_email else SentHow.BY_HAND,
            fields=(*ALWAYS, *(field for field in SOMETIMES if spell.chance.happens(0.45))),
            message=spell.voice.say(self.world.wording.choose(said["asks"], talk.by.user.pk)),
            address=f"{offer.service.their_id.lower()}@example.org" if by_email else "",
        )

    def _letter(self, spell: Spell, offer: Offer, talk: Talk, draft: letter.Draft) -> letter.Letter:
        known = self.registrar.known[spell.case.person_id]
        facts = sharing.PersonFacts(spell.person, known, spell.what_matters)
        return letter.compose(
            draft,
            known=sharing.describe(facts),
            service_name=offer.service.name,
            team=self.world.crew.team,
            worker=talk.by.user.name,
        )

    def _consent(self, spell: Spell, offer: Offer, talk: Talk, draft: letter.Draft, when: datetime) -> Consent:
        organisation = offer.service.organization.name
        consent = self.world.rows.add(
            Consent,
            when,
            team_id=spell.case.team_id,
            person=spell.person,
            kind=ConsentKind.SHARE_PARTNER,
            given=True,
            wording=letter.consent_wording(organisation, offer.service.name, draft.fields),
            about=organisation,
            given_how=GivenHow.SPOKEN,
            given_at=when,
            recorded_by=talk.by.user,
        )
        self.world.log.change(
            talk.by.user, "consent.recorded", when, consent, spell.case.person_id, kind=consent.kind, given=True
        )
        return consent

    def _send(
        self, spell: Spell, option: Option, talk: Talk, written: letter.Letter, consent: Consent, when: datetime
    ) -> OnwardReferral:
        draft, outbox_id = written.draft, None
        if draft.address:
            sent = self.post.send(draft.address, written.subject, written.body, when, about=spell.case.person_id)
            outbox_id = sent.pk
        referral: OnwardReferral = self.world.on_case(
            OnwardReferral,
            spell.case,
            talk.by.user,
            when,
            option=option,
            to_whom=draft.to_whom,
            sent_how=draft.sent_how,
            address=draft.address,
            consent=consent,
            fields=[field for field in SharedField if field in draft.fields],
            shared=[list(line) for line in written.lines],
            outbox_id=outbox_id,
            status=OnwardStatus.SENT,
            status_since=when,
            at=when,
        )
        return referral

    def move(
        self, spell: Spell, referral: OnwardReferral, status: OnwardStatus, when: datetime, words: str = ""
    ) -> None:
        by = spell.worker_at(when).user
        self.world.on_case(
            OnwardStep, spell.case, by, when, onward_referral=referral, status=status, words=words, at=when
        )
        if status is not OnwardStatus.SENT:
            self.world.log.change(
                by,
                "onward_referral.moved",
                when,
                referral,
                spell.case.person_id,
                status=status,
                former=referral.status,
            )
        referral.status, referral.status_since = status, when
