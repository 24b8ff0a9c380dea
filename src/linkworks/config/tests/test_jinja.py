import json
from importlib.metadata import metadata
from pathlib import Path

import pytest
from django.template import engines
from jinja2 import UndefinedError

import linkworks


def draw(source, **context):
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize("source", ["{{ typo }}", "{{ typo.x }}", "{{ typo | upper }}", "{{ 'a' ~ typo }}"])
def test_printing_a_name_that_is_not_there_raises(source):
    with pytest.raises(UndefinedError, match="typo"):
        draw(source)


def test_a_missing_option_of_something_that_is_there_prints_nothing():
    assert draw("{{ person.typo }}{{ person.typo.x }}|", person={}) == "|"


def test_text_is_never_taken_for_markup():
    assert draw("{{ name }}", name="<b>") == "&lt;b&gt;"


def test_blocks_leave_no_empty_lines():
    assert draw("{% if true %}\n  {% set a = 1 %}\nx\n{% endif %}\n") == "x\n"


def test_nhs_uk_components_are_found_by_their_full_path():
    source = '{% from "nhsuk/components/tag/macro.jinja" import tag %}{{ tag({"text": "New"}) }}'
    assert "nhsuk-tag" in draw(source)


def test_the_macros_are_the_ones_made_for_the_stylesheet():
    package = Path(linkworks.__file__).parents[2] / "assets" / "package.json"
    frontend = json.loads(package.read_text())["devDependencies"]["nhsuk-frontend"]
    macros = metadata("nhsuk-frontend-jinja")
    assert f"| {frontend} | {macros['Version']} |" in str(macros)
