"""What staff type into a long box is kept while they type, whichever page the box is on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from linkworks.foundation.design.pages import FormPage

EXTENDS = re.compile(r'{%-? extends "([^"]+)"')
SHORT = {
    "casework/open_record.jinja": "one line of text, and a press on a reason",
    "outreach/list_row.jinja": "one line of text, and a press on a button",
    "outreach/list_rows.jinja": "one line of text, and a press on a button",
    "referrals/who.jinja": "nothing is typed",
}


def form_pages(resolver: URLResolver | None = None) -> Iterator[type[FormPage]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from form_pages(pattern)
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "view_class", None)
            if isinstance(view, type) and issubclass(view, FormPage) and view.keeps_typing and is_for_staff(view):
                yield view


def is_for_staff(view: type[FormPage]) -> bool:
    """Public forms keep no drafts: the next person at that browser may be anybody."""
    return not view.__module__.startswith("linkworks.interfaces.public_site")


def keeps_drafts(template: str) -> bool:
    """Whether it draws its form as the form layout does, which hands the page's script where drafts go."""
    source = Path(get_template(template).template.filename).read_text()
    parent = EXTENDS.search(source)
    return 'data-module="app-draft"' in source or bool(parent and keeps_drafts(parent.group(1)))


@pytest.mark.parametrize("view", sorted(set(form_pages()), key=lambda view: view.__qualname__))
def test_a_form_keeps_what_is_typed_as_a_draft(view):
    if view.template_name not in SHORT:
        assert keeps_drafts(view.template_name), view.template_name
        assert view.get_drafts is FormPage.get_drafts or view.__module__.endswith("gallery.views")
