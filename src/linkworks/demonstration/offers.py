"""Which services are put to a person in a case, when, and how far each takes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from linkworks.demonstration import figures
from linkworks.demonstration.days import day_of
from linkworks.demonstration.figures import Destiny, Path
from linkworks.demonstration.spells import Place, Spell, Talk
from linkworks.demonstration.stories import Suggestion, everyday_services
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import HowItWent
from linkworks.domain.directory.choices import AgeOf, ForGender, LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.choices import Choice
from linkworks.domain.people.choices import Gender

GENDERS = {ForGender.WOMEN: Gender.WOMAN, ForGender.MEN: Gender.MAN}


@dataclass(slots=True)
class Offer:
    """`answered` is when the person said yes or no, and is missing while they think about it."""

    suggestion: Suggestion
    service: Service
    talk: Talk
    answered: Talk | None
    choice: Choice | None
    destiny: Destiny
    follow_ups: list[Talk]


def offers_of(world: World, spell: Spell, how: HowItWent) -> list[Offer]:
    fitting = _fitting(world, spell)
    offers = [
        _offer(spell, talk, suggestion, world.services[suggestion.id])
        for talk, number in _numbers(spell)
        for suggestion in [next(fitting, None) for _ in range(number)]
        if suggestion is not None
    ]
    _keep_to_the_ending(offers, how)
    return offers


def _numbers(spell: Spell) -> Iterator[tuple[Talk, int]]:
    """How many are put to the person in which conversation."""
    if spell.path is Path.ADVICE and spell.talks:
        yield spell.talks[0], spell.chance.between(1, 2)
    if spell.path not in {Path.FULL, Path.SHORT, Path.LOST_TOUCH, Path.MOVED, Path.DIED}:
        return
    for talk in spell.talks:
        if talk.place is Place.PLAN:
            yield talk, spell.chance.weighted(figures.OPTIONS_WITH_PLAN)
        elif talk.place is Place.MIDDLE and spell.chance.happens(figures.OPTION_LATER):
            yield talk, 1


def _fitting(world: World, spell: Spell) -> Iterator[Suggestion]:
    """Those of the story first, then what may fit anybody; none twice, and none that is not for this person."""
    best, *others = spell.story.services
    offered: set[str] = set()
    for suggestion in (best, *spell.chance.shuffled(others), *spell.chance.shuffled(everyday_services())):
        service = world.services[suggestion.id]
        if suggestion.id not in offered and _is_for(service, suggestion, spell):
            offered.add(suggestion.id)
            yield suggestion


def _is_for(service: Service, suggestion: Suggestion, spell: Spell) -> bool:
    one = spell.arrival.somebody
    age = one.age_on(day_of(spell.case.opened_at))
    youngest, oldest = suggestion.ages
    if service.age_of == AgeOf.CLIENT:
        youngest, oldest = max(youngest, service.minimum_age or 0), min(oldest, service.maximum_age or oldest)
    of_their_gender = service.gender == ForGender.ANY or GENDERS[ForGender(service.gender)] == one.gender
    return youngest <= age <= oldest and of_their_gender and service.live_state != LiveState.CLOSED_FOR_NOW


def _offer(spell: Spell, talk: Talk, suggestion: Suggestion, service: Service) -> Offer:
    later = [other for other in spell.talks if other.at > talk.at]
    thinks = spell.chance.happens(0.1)
    answered = (later[0] if later else None) if thinks else talk
    choice = Choice.NO if spell.chance.happens(figures.NOT_FOR_ME) else Choice.YES
    if spell.path is Path.ADVICE or suggestion is spell.story.services[0]:
        choice, answered = Choice.YES, talk
    return Offer(
        suggestion=suggestion,
        service=service,
        talk=talk,
        answered=answered,
        choice=choice if answered else None,
        destiny=spell.chance.weighted(figures.DESTINIES),
        follow_ups=[other for other in later if answered and other.at > answered.at],
    )


def _keep_to_the_ending(offers: list[Offer], how: HowItWent) -> None:
    """Nobody's need is met by nothing, and nothing that was not met was."""
    wanted = [offer for offer in offers if offer.choice is Choice.YES and offer.follow_ups]
    if how is HowItWent.NEED_MET and wanted and not any(offer.destiny is Destiny.MET for offer in wanted):
        wanted[0].destiny = Destiny.MET
    if how is HowItWent.NOT_MET:
        for offer in wanted:
            if offer.destiny is Destiny.MET:
                offer.destiny = Destiny.NOT_RECEIVED
