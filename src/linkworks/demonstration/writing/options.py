"""Options put to the person, what they chose, and the ways on: signposts, introductions, referrals."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.offers import Offer, offers_of
from linkworks.demonstration.spells import Spell, Talk
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.ladder import Ladder
from linkworks.demonstration.writing.onward import Onward
from linkworks.demonstration.writing.plan import Agreed
from linkworks.domain.casework.choices import ContactOutcome, HowItWent
from linkworks.domain.onward.choices import Choice, IntroductionKind
from linkworks.domain.onward.models import ClientChoice, Introduction, Option, Signposting

KINDS = {IntroductionKind.THREE_WAY_CALL: 52.0, IntroductionKind.GOING_ALONG: 38, IntroductionKind.IN_WRITING: 10}
A_MINUTE = timedelta(minutes=1)
SPARE = 12  # how far signposts may run ahead of their share


@dataclass(slots=True)
class Options:
    world: World
    onward: Onward
    ladder: Ladder

    def write(self, spell: Spell, agreed: Agreed, how: HowItWent) -> None:
        offers = offers_of(self.world, spell, how)
        for talk in spell.talks:
            self._tell_of_offers(spell, talk, [offer for offer in offers if offer.talk is talk])
        for number, offer in enumerate(offers):
            option = self._offer(spell, offer, agreed, number)
            if offer.answered is not None and offer.choice is not None:
                self._choose(spell, offer, option, offer.answered, offer.choice)

    def _tell_of_offers(self, spell: Spell, talk: Talk, offers: list[Offer]) -> None:
        if not offers:
            return
        named = ", ".join(offer.service.name for offer in offers)
        said = self.world.wording.choose(phrases()["note"]["offered"], talk.by.user.pk)
        talk.tell(spell.voice.say(said, services=named), did=ContactOutcome.INFORMATION)

    def _offer(self, spell: Spell, offer: Offer, agreed: Agreed, number: int) -> Option:
        by, when = offer.talk.by.user, offer.talk.at + timedelta(minutes=8 + number)
        goal = (
            agreed.goals[number % len(agreed.goals)]
            if agreed.goals and offer.suggestion in spell.story.services
            else None
        )
        option: Option = self.world.on_case(
            Option,
            spell.case,
            by,
            when,
            service=offer.service,
            goal=goal,
            why=spell.voice.say(offer.suggestion.why),
            offered_at=when,
        )
        goal_id = goal.pk if goal else None
        self.world.log.change(
            by, "option.offered", when, option, spell.case.person_id, service=offer.service.pk, goal=goal_id
        )
        if offer.answered is not offer.talk:
            self._say(spell, option, offer.talk, Choice.TELL_ME_MORE, "", when + A_MINUTE)
        return option

    def _say(self, spell: Spell, option: Option, talk: Talk, choice: Choice, words: str, when: datetime) -> None:
        option.choice, option.chosen_at = choice, when
        self.world.on_case(
            ClientChoice, spell.case, talk.by.user, when, option=option, choice=choice, words=words, at=when
        )
        self.world.log.change(talk.by.user, "option.chosen", when, option, spell.case.person_id, choice=choice)

    def _choose(self, spell: Spell, offer: Offer, option: Option, talk: Talk, choice: Choice) -> None:
        when = max(option.offered_at, talk.at) + 2 * A_MINUTE
        words = offer.suggestion.yes if choice is Choice.YES else offer.suggestion.no
        self._say(spell, option, talk, choice, spell.voice.say(words), when)
        if choice is Choice.NO:
            self._note(spell, talk, "no", offer, words)
        else:
            if spell.chance.happens(0.4):
                self._note(spell, talk, "yes", offer, words)
            self._way_on(spell, offer, option, talk, when + A_MINUTE)

    def _way_on(self, spell: Spell, offer: Offer, option: Option, talk: Talk, when: datetime) -> None:
        """Signposts and referrals in the proportion of the figures; now and then an introduction as well."""
        tally, referral = self.world.tally, None
        behind = tally.onward * figures.CONTACTS_PER_ONWARD_REFERRAL < tally.contacts
        if "professional" in offer.service.referral_routes and behind and spell.chance.happens(0.8):
            tally.onward += 1
            referral = self.onward.refer(spell, offer, option, talk, when)
        elif tally.signposts < figures.SIGNPOSTS_PER_ONWARD_REFERRAL * tally.onward + SPARE:
            tally.signposts += 1
            self._signpost(spell, offer, option, talk, when)
        if offer.follow_ups and spell.chance.happens(figures.INTRODUCED):
            self._introduce(spell, offer, option, offer.follow_ups[0])
        self.ladder.climb(spell, offer, option, referral)

    def _signpost(self, spell: Spell, offer: Offer, option: Option, talk: Talk, when: datetime) -> None:
        told = self.world.wording.choose(phrases()["told"]["words"], talk.by.user.pk)
        self.world.on_case(
            Signposting, spell.case, talk.by.user, when, option=option, at=when, told=spell.voice.say(told)
        )
        self.world.log.change(
            talk.by.user, "option.signposted", when, option, spell.case.person_id, service=offer.service.pk
        )
        if spell.chance.happens(0.35):
            self._note(spell, talk, "signposted", offer)

    def _introduce(self, spell: Spell, offer: Offer, option: Option, talk: Talk) -> None:
        kind = spell.chance.weighted(KINDS)
        said = phrases()["introduction"]
        self.world.on_case(
            Introduction,
            spell.case,
            talk.by.user,
            talk.at,
            option=option,
            kind=kind,
            with_whom=spell.chance.one(said["with_whom"]),
            at=talk.at,
            words=spell.voice.say(self.world.wording.choose(said[kind.value], talk.by.user.pk)),
        )
        talk.tell(did=ContactOutcome.INTRODUCED)
        self.world.log.change(
            talk.by.user,
            "option.introduced",
            talk.at,
            option,
            spell.case.person_id,
            service=offer.service.pk,
            kind=kind,
        )

    def _note(self, spell: Spell, talk: Talk, key: str, offer: Offer, words: str = "") -> None:
        said = self.world.wording.choose(phrases()["note"][key], talk.by.user.pk)
        talk.tell(spell.voice.say(said, service=offer.service.name, words=words.rstrip(".")))
