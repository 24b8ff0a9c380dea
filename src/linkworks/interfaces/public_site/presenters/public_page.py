from dataclasses import dataclass
from typing import Any, Self

from django.urls import reverse

from linkworks.foundation.accounts.models import Team


@dataclass(frozen=True)
class PublicPage:
    """What every page for the public says of the team; its own facts come in subclasses."""

    title: str
    team: str
    telephone: str
    email: str
    opening_hours: str
    area: str
    home: str
    slug: str

    @classmethod
    def of(cls, team: Team, title: str, **facts: Any) -> Self:
        return cls(
            title=title,
            team=team.name,
            telephone=team.telephone,
            email=team.email,
            opening_hours=team.opening_hours,
            area=team.area,
            home=reverse("public_site:home", args=[team.slug]),
            slug=team.slug,
            **facts,
        )
