from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.directory.models import Service, ToldChange
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.presenters.ages import AgedRow, age_of, aged
from linkworks.domain.directory.presenters.found import FoundList
from linkworks.domain.directory.presenters.service import ServiceCard, detail_rows, reach_rows
from linkworks.domain.directory.presenters.tellings import told_url
from linkworks.domain.directory.questions import SearchQuestions
from linkworks.domain.directory.selectors.origins import Origin
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link

DEEDS = (
    ("directory:facts", "Edit its words, times, telephone and cost"),
    ("directory:edit", "Edit who it is for and what to expect"),
    ("directory:ask", "Ask the organisation by email"),
    ("directory:notes", "The team’s notes"),
    ("directory:collect", "Add to a collection"),
    ("directory:origins", "Where each value comes from"),
)


@dataclass(frozen=True)
class SearchPage:
    """`found` is nothing while the questions are not in order."""

    title: str
    questions: SearchQuestions
    found: FoundList | None
    has_lost_postcode: bool

    @classmethod
    def of(
        cls, questions: SearchQuestions, found: FoundList | None = None, has_lost_postcode: bool = False
    ) -> "SearchPage":
        return cls(questions.title, questions, found, has_lost_postcode)


@dataclass(frozen=True)
class ServicePage:
    """Those who do not keep the directory get no `check_url`, `deeds`, `told`, nor who says what since when."""

    title: str
    card: ServiceCard
    rows: tuple[AgedRow, ...]
    says_age: str
    state_age: str
    check_url: str
    deeds: tuple[Link, ...]
    told: tuple[Link, ...]
    tell: Link

    @classmethod
    def of(
        cls, actor: Actor, service: Service, told: Iterable[ToldChange], origins: Mapping[str, Origin]
    ) -> "ServicePage":
        may_keep, card = may_keep_services(actor), ServiceCard.of(service)
        return cls(
            title=service.name,
            card=card,
            rows=aged((*reach_rows(service), *card.rows, *detail_rows(service)), origins),
            says_age=age_of("What it is", origins),
            state_age=age_of("State", origins),
            check_url=reverse("directory:check", args=[service.pk]) if may_keep else "",
            deeds=tuple(Link(text, reverse(name, args=[service.pk])) for name, text in DEEDS) if may_keep else (),
            told=tuple(Link(f"See what was told {words.ago(one.told_at)}", told_url(one)) for one in told),
            tell=Link("Report a change", reverse("directory:tell", args=[service.pk])),
        )


@dataclass(frozen=True)
class CheckPage:
    title: str
    card: ServiceCard
