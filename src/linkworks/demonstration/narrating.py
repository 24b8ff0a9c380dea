"""Telling the story itself: what each conversation was about, before options and outcomes are added to its note.

A text that begins with (home), (out), (surgery) or (phone) says where it happened, and then that is where it was.
"""

from collections.abc import Iterator, Sequence

from linkworks.demonstration.figures import Path
from linkworks.demonstration.folk import ENGLISH
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import Way

WHERE = {"(home) ": Way.HOME, "(out) ": Way.COMMUNITY, "(surgery) ": Way.PRACTICE, "(phone) ": Way.PHONE}
FAR_AWAY = frozenset({Way.PHONE, Way.VIDEO})
INTRODUCED = 0.4
GENERAL = 0.25  # of the middle conversations, even where the story has more to tell


class Narrator:
    def __init__(self, world: World) -> None:
        self._world = world

    def narrate(self, spell: Spell) -> None:
        match spell.path:
            case Path.ADVICE:
                self._advise(spell)
            case Path.SAID_NO:
                self._hear_no(spell)
            case _:
                self._tell(spell)

    def _tell(self, spell: Spell) -> None:
        middle = self._middle(spell)
        for talk in spell.talks:
            match talk.place:
                case Place.FIRST:
                    self._begin(spell, talk)
                    self._say(spell, talk, spell.story.first)
                case Place.PLAN:
                    self._say(spell, talk, spell.story.second)
                case Place.MIDDLE:
                    self._say(spell, talk, [next(middle)])
                    self._small(spell, talk)
                case Place.REVIEW:
                    self._say(spell, talk, spell.story.review)
                case Place.LAST:
                    self._say(spell, talk, phrases()["last"]["notes"])

    def _advise(self, spell: Spell) -> None:
        service = self._world.services[spell.story.services[0].id].name
        for talk, kind in zip(spell.talks, ("notes", "second"), strict=False):
            self._say(spell, talk, phrases()["advice"][kind], service=service)

    def _hear_no(self, spell: Spell) -> None:
        for talk in spell.talks[:-1]:
            self._begin(spell, talk)
            talk.tell(spell.voice.say("{name} wants to think about it. We agreed a day to speak again."))
        if spell.talks:
            self._say(spell, spell.talks[-1], phrases()["said_no"]["notes"])

    def _begin(self, spell: Spell, talk: Talk) -> None:
        one = spell.arrival.somebody
        if spell.story.language == "any" and one.language != ENGLISH:
            if one.language in talk.by.sign_in.languages:
                self._say(spell, talk, phrases()["interpreter"]["in_their_language"], language=one.language)
            elif one.interpreter_needed:
                self._say(spell, talk, phrases()["interpreter"]["on_the_line"], language=one.language)
        elif talk.way is Way.PHONE and spell.chance.happens(INTRODUCED):
            self._say(spell, talk, phrases()["first_call"]["alone"])

    def _small(self, spell: Spell, talk: Talk) -> None:
        ways = phrases()["small"]["phone" if talk.way in FAR_AWAY else "met"]
        talk.tell(spell.voice.say(spell.chance.one(ways)))

    def _middle(self, spell: Spell) -> Iterator[str]:
        """The story's own turns in their order, with others between and after them."""
        wanted = sum(talk.place is Place.MIDDLE for talk in spell.talks)
        own = iter(spell.chance.some(spell.story.middle, wanted))
        for left in range(wanted, 0, -1):
            turn = None if left > 1 and spell.chance.happens(GENERAL) else next(own, None)
            yield turn or self._world.wording.choose(phrases()["middle"]["notes"], spell.worker.user.pk)

    def _say(self, spell: Spell, talk: Talk, ways: Sequence[str], **more: str) -> None:
        text = self._world.wording.choose(ways, talk.by.user.pk)
        for tag, way in WHERE.items():
            if text.startswith(tag):
                text = text.removeprefix(tag)
                self._move(spell, talk, way)
        talk.tell(spell.voice.say(text, **more))

    def _move(self, spell: Spell, talk: Talk, way: Way) -> None:
        if way is Way.HOME and spell.story.safe_contact:
            way = Way.PRACTICE
        talk.way = way
        if way is not Way.PHONE and talk.booked_at is None:
            talk.booked_at = spell.before(talk.at)
