from dataclasses import dataclass

from linkworks.foundation.design.parts import PersonBanner


@dataclass(frozen=True)
class CaseFormPage:
    """A page with a form about one case."""

    title: str
    banner: PersonBanner
    back: str
    """The address of the case page."""
