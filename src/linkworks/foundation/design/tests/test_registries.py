import pytest

from linkworks.foundation.design import page_registry, panels
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.panels import Panel

from .pages import ROSA


@pytest.fixture(autouse=True)
def _empty_registries(monkeypatch):
    monkeypatch.setattr(panels, "_panels", [])
    monkeypatch.setattr(page_registry, "_pages", {})


def test_panels_stand_in_their_place_in_order_and_may_stay_away():
    panels.add(Panel("my_day.waiting", "b.jinja", lambda actor, subject: subject, order=20))
    panels.add(Panel("my_day.waiting", "a.jinja", lambda actor, subject: actor.name, order=10))
    panels.add(Panel("my_day.waiting", "c.jinja", lambda actor, subject: None))
    panels.add(Panel("elsewhere", "d.jinja", lambda actor, subject: "x"))

    filled = panels.fill("my_day.waiting", ROSA, "the case")

    assert [(one.template, one.panel) for one in filled] == [("a.jinja", "Rosa Diaz"), ("b.jinja", "the case")]


def test_a_page_is_registered_with_its_states():
    @page("casework.case", states=("empty", "filled"), title="Case")
    def case(request): ...

    (registered,) = page_registry.pages()
    assert (registered.name, registered.states, registered.title) == ("casework.case", ("empty", "filled"), "Case")
    assert case.page_name == "casework.case"


def test_two_pages_cannot_share_a_name():
    page("casework.case")(lambda request: None)
    with pytest.raises(ValueError, match="Two pages are called"):
        page("casework.case", states=("empty",))(lambda request: None)
