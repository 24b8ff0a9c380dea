"""Rules that keep a service from a person whatever the case says of them: its state, area, age and gender."""

from dataclasses import dataclass

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.choices import AgeOf
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.choices import Overridable
from linkworks.domain.onward.matching.eligibility import Refusal, rule
from linkworks.domain.onward.matching.facts import CLIENT, Person
from linkworks.domain.onward.selectors.facts import service_facts
from linkworks.domain.onward.selectors.finding import client_facts

OF_CIRCUMSTANCES = frozenset({"needed", "ruled_out"})
OF_THE_PERSON = frozenset({"age", "gender"})


@dataclass(frozen=True)
class Law:
    """What speaks against a service for this person. `overridable` may be put aside with a reason; `final` may not."""

    overridable: tuple[Refusal, ...]
    final: tuple[Refusal, ...]

    @property
    def rules(self) -> list[Overridable]:
        return [Overridable(refusal.kind) for refusal in self.overridable]


def law_for(case: Case, service: Service) -> Law:
    """Age and gender are the person's: they decide nothing where the service may be for a child or somebody close."""
    client, facts = client_facts(case), service_facts(service)
    person = Person(CLIENT, client.age, client.gender, circumstances=facts.conditions_needed)
    may_be_for_another = service.age_of == AgeOf.CLIENT_OR_CHILD or bool(facts.conditions_needed)
    passed_over = OF_CIRCUMSTANCES | (OF_THE_PERSON if may_be_for_another else frozenset())
    refusals = [one for one in rule(facts, client, (person,)).refusals if one.kind not in passed_over]
    return Law(
        overridable=tuple(one for one in refusals if one.may_be_overridden),
        final=tuple(one for one in refusals if not one.may_be_overridden),
    )
