"""What the score of an option is made of."""

from collections.abc import Mapping

from linkworks.domain.onward.matching import ranking
from linkworks.domain.onward.matching.facts import Person, ServiceFacts
from linkworks.domain.onward.matching.ranking import Rarity, Weights
from linkworks.domain.onward.matching.reading.circumstances import Sign
from linkworks.domain.onward.matching.reading.story import Reading


def for_person(
    service: ServiceFacts, reading: Reading, person: Person, rarity: Rarity, weights: Weights
) -> tuple[Mapping[str, float], Sign | None, float]:
    """What follows from whom the service is for, the circumstance that it was made for, and how unsure that is."""
    special, sign = ranking.made_for(service, reading, person, rarity, weights)
    doubt = ranking.doubt(service, reading, person)
    points = {
        "made for": weights.made_for * special,
        "unsure": -weights.unsure * doubt,
        "child": -weights.child_unasked if person.is_child else 0.0,
    }
    return points, sign, doubt
