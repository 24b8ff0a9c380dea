from dataclasses import dataclass

from linkworks.foundation.design.parts import Link, PersonBanner


@dataclass(frozen=True)
class PersonFormPage:
    """A page with a form about one person.

    `offer` is a way out of what a rule refused; `end` leads to where the thing is said to hold no longer.
    """

    title: str
    banner: PersonBanner
    back: str
    introduction: tuple[str, ...] = ()
    offer: Link | None = None
    end: Link | None = None
