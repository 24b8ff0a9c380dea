"""Every page and the states it can be in, so that the accessibility walk can visit each one.

@page("casework.case", states=("empty", "filled"), title="A case")
def case(request, case_id): ...

The title stands in the browser's tab, its history and its bookmarks, so it names nobody. A heading may.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Page:
    name: str
    states: tuple[str, ...]
    title: str
    view: str
    """Where the view is, as `module.name`."""


_pages: dict[str, Page] = {}


def page(name: str, states: tuple[str, ...] = ("filled",), title: str = "") -> Callable[[View], View]:
    """Register a view function or a view class under a name of the form `app.page`."""

    def register(view: View) -> View:
        declared = Page(name, states, title, f"{view.__module__}.{view.__qualname__}")
        if _pages.setdefault(name, declared) != declared:
            raise ValueError(f"Two pages are called {name!r}: {_pages[name].view} and {declared.view}")
        view.page_name = name  # type: ignore[attr-defined]
        return view

    return register


def no_page(view: View) -> View:
    """Say of a view that it answers without a page of its own: a deed that redirects, a file, a fragment."""
    view.is_no_page = True  # type: ignore[attr-defined]
    return view


def title_of(view: Callable[..., Any]) -> str:
    """The declared title of the page that a view, as the address finds it, answers with; blank when it has none."""
    name = getattr(getattr(view, "view_class", view), "page_name", "")
    return _pages[name].title if name else ""


def pages() -> list[Page]:
    return sorted(_pages.values(), key=lambda declared: declared.name)
