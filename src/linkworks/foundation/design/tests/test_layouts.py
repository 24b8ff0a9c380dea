import pytest

from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import navigation
from linkworks.foundation.design.navigation import NavigationItem, Place
from linkworks.foundation.design.pages import TitledPage, render

from .pages import draw, request


def test_a_page_is_titled_after_itself_and_then_the_service():
    html = render(request(), "layouts/app.jinja", TitledPage("My day")).content.decode()
    assert "<title>My day – Linkworks</title>" in html
    assert 'lang="en-GB"' in html


def test_a_page_never_shows_the_nhs_logo_or_asks_an_nhs_host_for_anything():
    for layout in (
        "layouts/app.jinja",
        "layouts/public.jinja",
        "layouts/done.jinja",
        "layouts/error.jinja",
    ):
        html = render(request(), layout, TitledPage("My day")).content.decode()
        assert "nhsuk-header__logo" not in html
        assert "nhs.uk" not in html
        assert "NHS England" not in html


def test_every_script_carries_the_nonce_and_nothing_is_styled_inline():
    asked = request()
    asked.csp_nonce = "n0nce"
    html = render(asked, "layouts/app.jinja", TitledPage("My day")).content.decode()
    assert html.count("<script") == html.count('nonce="n0nce"') == 2
    assert "<style" not in html
    assert "style=" not in html


def test_the_header_names_who_is_signed_in():
    html = render(request(), "layouts/app.jinja", TitledPage("My day")).content.decode()
    assert "Signed in as </span>Rosa Diaz" in html


@pytest.mark.parametrize("actor", [None, Actor.nobody()])
def test_an_error_page_needs_nobody_to_be_signed_in(actor):
    html = render(request(actor=actor), "layouts/error.jinja", TitledPage("Page not found")).content.decode()
    assert "Signed in as" not in html
    assert "Page not found" in html


def test_a_public_page_opens_and_ends_with_who_answers_now():
    html = draw('{% extends "layouts/public.jinja" %}{% set emergency = true %}{% block title %}Refer{% endblock %}')
    assert html.count("We do not read this out of hours") == 2
    assert html.index("emergency-first-title") < html.index("emergency-last-title")


@pytest.fixture
def _empty_navigation(monkeypatch):
    monkeypatch.setattr(navigation, "_items", [])


@pytest.mark.usefixtures("_empty_navigation")
def test_navigation_shows_in_order_what_this_actor_may_use(settings):
    settings.ROOT_URLCONF = "linkworks.foundation.design.tests.urls"
    navigation.add(NavigationItem("Later", "later", order=20, count=lambda actor: 3))
    navigation.add(NavigationItem("First", "first", order=10))
    navigation.add(NavigationItem("Hidden", "first", who=lambda actor: False))
    navigation.add(NavigationItem("Sign out", "first", place=Place.ACCOUNT, is_deed=True))

    links = navigation.links(request(path="/later/more/"))

    assert [(link.label, link.count, link.is_current) for link in links] == [
        ("First", None, False),
        ("Later", 3, True),
    ]
    assert [link.label for link in navigation.account_links(request())] == ["Sign out"]
    assert navigation.links(request(actor=Actor.nobody())) == []


@pytest.mark.usefixtures("_empty_navigation")
def test_signing_out_is_a_button_that_posts(settings):
    settings.ROOT_URLCONF = "linkworks.foundation.design.tests.urls"
    navigation.add(NavigationItem("Sign out", "first", place=Place.ACCOUNT, is_deed=True))
    html = render(request(), "layouts/app.jinja", TitledPage("My day")).content.decode()
    assert 'action="/first/" method="post"' in html
    assert "csrfmiddlewaretoken" in html
