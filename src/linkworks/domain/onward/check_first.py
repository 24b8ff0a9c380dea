"""What to check before a service is put to this person: facts of the entry beside facts of the record. Never a verdict.

Where either side says nothing, this says nothing or says what is missing; it does not guess.
"""

from collections.abc import Collection, Iterator

from linkworks.domain.directory.choices import AgeOf, ForGender, LiveState
from linkworks.domain.directory.entry_words import limit_in_words
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.reading.circumstances import label_of
from linkworks.domain.onward.matching.reading.generic import age_from
from linkworks.domain.people.choices import AdjustmentKind, Gender
from linkworks.domain.people.models import Person
from linkworks.foundation.core import clock, words

ADULT = 18
EVERYWHERE = frozenset({"london", "england", "uk", "united kingdom"})
MATCHING_GENDER = {ForGender.WOMEN: Gender.WOMAN, ForGender.MEN: Gender.MAN}
INTERPRETERS, STEP_FREE, IN_PERSON = "interpreters", "step-free", "in_person"


def check_first(
    service: Service,
    person: Person,
    *,
    needs: Collection[str] = (),
    team_area: str = "",
    confirmed: Collection[str] | None = None,
    used_up: str = "",
) -> tuple[str, ...]:
    """Sentences. `needs` are the kinds of the person's adjustments; `team_area` is where the team works; `confirmed`
    are circumstances, or None where they were not gone into; `used_up` says that the service takes no more referrals
    of this person for now.
    """
    sentences = [
        *_state(service),
        *_limit(service, used_up),
        *_age(service, person),
        *_gender(service, person),
        *_districts(service, person),
        *_areas(service, person, team_area),
        *_conditions(service, confirmed),
        *_language(service, person),
        *_steps(service, person, needs),
    ]
    return tuple(sentences)


def district_of(person: Person) -> str:
    return person.postcode.split(" ")[0] if person.postcode else ""


def _state(service: Service) -> Iterator[str]:
    if service.live_state == LiveState.FULL:
        yield "It is full at the moment: ask when there will be room."
    if service.live_state == LiveState.WAITING_LIST:
        yield "It has a waiting list: ask how long."
    if service.live_state == LiveState.CLOSED_FOR_NOW:
        yield "It is closed for now."


def _limit(service: Service, used_up: str) -> Iterator[str]:
    if service.most_referrals is not None:
        yield used_up or f"They take at most {limit_in_words(service)}."


def _age(service: Service, person: Person) -> Iterator[str]:
    low, high = service.minimum_age, service.maximum_age
    if low is None and high is None:
        return
    age = words.years_between(person.date_of_birth, clock.today()) if person.date_of_birth else None
    if age is None and high is None and (low or 0) <= ADULT:
        return
    if age is not None and (low or 0) <= age <= (high if high is not None else age):
        return
    fact = f"{person.known_as} is {age}." if age is not None else f"{person.known_as}’s date of birth is not recorded."
    child = " Or their child, if it is about a child." if service.age_of == AgeOf.CLIENT_OR_CHILD else ""
    yield f"For people aged {_ages(low, high)}.{child} {fact}"


def _ages(low: int | None, high: int | None) -> str:
    if low is None:
        return f"up to {high}"
    return f"{low} and over" if high is None else f"{low} to {high}"


def _gender(service: Service, person: Person) -> Iterator[str]:
    wanted = MATCHING_GENDER.get(ForGender(service.gender))
    if wanted is None or person.gender == wanted:
        return
    told = person.gender_words or Gender(person.gender).label.lower()
    fact = (
        f"{person.known_as}’s record says: {told}." if person.gender != Gender.NOT_SAID else "Gender is not recorded."
    )
    yield f"For {ForGender(service.gender).label.lower()}. {fact}"


def _districts(service: Service, person: Person) -> Iterator[str]:
    district = district_of(person)
    if service.postcode_districts and district not in service.postcode_districts:
        yield f"Only for {words.listed(service.postcode_districts)}. {_lives(person)}"


def _areas(service: Service, person: Person, team_area: str) -> Iterator[str]:
    """Postcodes are not looked up in boroughs, so this speaks up unless the names themselves agree."""
    if service.postcode_districts or not service.areas:
        return
    home = f"{person.town} {team_area}".lower()
    if any(area.lower() in EVERYWHERE or area.lower() in home for area in service.areas):
        return
    yield f"For {words.listed(service.areas)}. {_lives(person)}"


def _lives(person: Person) -> str:
    if person.no_fixed_abode:
        return f"{person.known_as} has no fixed abode."
    if not person.postcode:
        return f"{person.known_as}’s postcode is not recorded."
    return f"{person.known_as}’s postcode is {person.postcode}."


def _conditions(service: Service, confirmed: Collection[str] | None) -> Iterator[str]:
    if confirmed is None:
        if service.conditions_needed or service.conditions_ruled_out:
            yield "It is not for everybody: read who it is for."
        return
    asked = [name for name in service.conditions_needed if age_from(name) is None]
    if asked and not any(name in confirmed for name in asked):
        yield f"It is for: {words.listed(map(label_of, asked), last='or')}. Nobody has confirmed that yet."


def _language(service: Service, person: Person) -> Iterator[str]:
    spoken = {language.lower() for language in service.languages}
    if not spoken or person.preferred_language.lower() in spoken or INTERPRETERS in service.access_features:
        return
    yield f"They speak {words.listed(service.languages)}. {person.known_as} prefers {person.preferred_language}."


def _steps(service: Service, person: Person, needs: Collection[str]) -> Iterator[str]:
    if AdjustmentKind.STEP_FREE not in needs or IN_PERSON not in service.delivery:
        return
    if STEP_FREE not in service.access_features:
        yield f"Step-free access is not mentioned. {person.known_as} needs it."
