"""Every address: who may come in, what its parts are, and that its page is registered."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from linkworks.foundation.design.page_registry import pages

# Addresses that strangers may open, each with the reason. Everything else asks for a sign-in.
PUBLIC = {
    "public_site": "pages for everybody",
    "open_referral": "the directory, which is public knowledge, for programs",
    "client_link": "a client's own list, by their link and their year of birth",
    "partner_portal": "those who help answer an offer, by its link",
    "gallery": "components to look at, with invented people; not installed in production",
}
PUBLIC_NAMES = {
    **dict.fromkeys(
        (
            "account_inactive",
            "account_login",
            "account_logout",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "unlock",
        ),
        "signing in",
    ),
    "health_live": "for the machine that watches us",
    "health_ready": "for the machine that watches us",
}
KEBAB = re.compile(r"^[a-z0-9-]*$")
NAMED_BY_A_STANDARD = {"open_referral": {"service_at_locations", "taxonomy_terms"}}


def routes(patterns=None, prefix="", namespace=""):
    """(address, namespace, name, view) of every route of our own; the sign-in library's are its own business."""
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route, entry.namespace or namespace)
        elif isinstance(entry, URLPattern) and entry.callback.__module__.startswith("linkworks"):
            yield route, namespace, entry.name, entry.callback


ROUTES = list(routes())


@pytest.mark.parametrize(("route", "namespace", "name", "view"), ROUTES, ids=[r[0] or "/" for r in ROUTES])
def test_only_listed_addresses_are_open_to_strangers(route, namespace, name, view):
    is_open = not getattr(view, "login_required", True)
    listed = namespace in PUBLIC or name in PUBLIC_NAMES
    assert is_open <= listed, f"/{route} lets strangers in and is not on the list"


@pytest.mark.parametrize(("route", "namespace", "name", "view"), ROUTES, ids=[r[0] or "/" for r in ROUTES])
def test_addresses_are_kebab_case_nouns_with_typed_parts(route, namespace, name, view):
    for part in set(route.split("/")) - NAMED_BY_A_STANDARD.get(namespace, set()):
        assert re.match(r"^<(uuid|slug|int|str):[a-z0-9_]+>$", part) or KEBAB.match(part), part


def test_every_named_address_is_a_registered_page():
    missing = [
        f"/{route} ({view.__module__}.{view.__qualname__})"
        for route, _, _, view in ROUTES
        if not _page_name(view) and not _is_no_page(view)
    ]
    assert pages()
    assert not missing, f"Declare these with @page, or @no_page when they answer without one: {missing}"


def _page_name(view) -> str | None:
    return getattr(view, "page_name", None) or getattr(getattr(view, "view_class", None), "page_name", None)


def _is_no_page(view) -> bool:
    return getattr(view, "is_no_page", False) or getattr(getattr(view, "view_class", None), "is_no_page", False)
