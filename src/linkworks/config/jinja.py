"""The Jinja environment: where templates come from, what they may call, and how a typing slip shows."""

from typing import Any

from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    UndefinedError,
)
from jinja2.utils import missing

from linkworks.foundation.design.filters import FILTERS
from linkworks.foundation.design.template_globals import GLOBALS


class MissingNameRaises(ChainableUndefined):
    """Lets the NHS.UK macros look at options nobody gave, but refuses to print a name that is not there.

    `{{ typo }}` and `{{ typo.x }}` raise. `{{ page.typo }}` prints nothing when page is a plain
    object, which is why pages are frozen dataclasses whose presenters are tested.
    """

    __slots__ = ()

    def __str__(self) -> str:
        if self._undefined_obj is missing and self._undefined_name is not None:
            raise UndefinedError(f"The template prints {self._undefined_name!r}, which is not defined")
        return super().__str__()


def environment(**options: Any) -> Environment:
    options["loader"] = ChoiceLoader([options["loader"], PackageLoader("nhsuk_frontend_jinja")])
    options["undefined"] = MissingNameRaises
    made = Environment(  # noqa: S701 (Django's engine sets autoescape; the line below insists)  # nosec B701
        **{**options, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made
