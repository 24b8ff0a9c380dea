"""What every page about the options of a case begins with: who it is about, and the way back."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.presenters.banner import case_banner
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner


@dataclass(frozen=True)
class AboutCase:
    title: str
    banner: PersonBanner
    back: Link

    @classmethod
    def form(cls, actor: Actor, case: Case, title: str, back: Link) -> "AboutCase":
        return cls(title, case_banner(actor, case, href=case_url(case.pk)), back)


def known_banner(case: Case, known: BeforeContact) -> PersonBanner:
    return banner_of(case.person, known, href=case_url(case.pk))


def case_url(case_id: UUID) -> str:
    return reverse("casework:case", args=[case_id])


def options_url(case_id: UUID) -> str:
    return reverse("onward:options", args=[case_id])


def find_url(case_id: UUID, place: str = "") -> str:
    """`place` is an anchor of the page."""
    return reverse("onward:find", args=[case_id]) + (f"#{place}" if place else "")


def collections_url(case_id: UUID) -> str:
    return reverse("onward:collections", args=[case_id])


def option_url(case_id: UUID, option_id: UUID, page: str = "option") -> str:
    """`page` is one of the pages under an option: choice, signpost, introduce, refer_on, outcome."""
    return reverse(f"onward:{page}", args=[case_id, option_id])
