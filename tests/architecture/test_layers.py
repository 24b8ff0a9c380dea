"""What an import contract cannot say, see `.importlinter` for what it can."""

import ast

import pytest
from django.apps import apps as django_apps

from tests.architecture.source import Module, apps

RULES = {"actions", "selectors", "policies", "models", "choices"}
WEB = ("django.http", "django.shortcuts", "django.template", "django.urls", "django.views", "jinja2")
TABLE_DEEDS = {"save", "delete", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
MAY_TOUCH_TABLES = RULES - {"policies", "choices"}

STOREY = {"foundation": 0, "domain": 1, "interfaces": 2}
FOUNDATION = ("core", "audit", "design", "accounts", "access", "imports", "messaging")
DOMAIN = ("people", "directory", "referrals", "casework", "onward", "outreach", "reports")


@pytest.mark.parametrize("module", [m for m in apps() if m.layer in RULES], ids=str)
def test_rules_do_not_know_the_web(module: Module):
    web = sorted({name for name in module.imports if name.startswith(WEB)})
    assert not web, f"{module} is a rule and imports {web}: give it plain values, and let the view speak HTTP"


@pytest.mark.parametrize("module", apps(), ids=str)
def test_no_app_uses_another_apps_pages(module: Module):
    foreign = [
        name
        for name in module.imports
        if name.startswith("linkworks.domain.")
        and ".".join(name.split(".")[1:3]) != module.app
        and {"views", "forms", "urls"} & set(name.split(".")[3:])
    ]
    assert not foreign, f"{module} imports {foreign}: call a selector or an action of that app instead"


@pytest.mark.parametrize("module", [m for m in apps() if m.parts[0] == "domain"], ids=str)
def test_tables_are_touched_in_selectors_and_actions_only(module: Module):
    if module.layer in MAY_TOUCH_TABLES or "management" in module.parts:
        return
    touched = [f"line {node.lineno}: .{node.attr}" for node in ast.walk(module.tree) if _touches_a_table(node)]
    assert not touched, f"{module} reaches past its selectors and actions: {touched}"


def _touches_a_table(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and (
        node.attr in {"objects", "_base_manager"} or (node.attr in {"save", "delete"} and not _is_form_page_save(node))
    )


def _is_form_page_save(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name) and node.value.func.id == "super"


def test_foreign_keys_point_down_the_house():
    upward = [
        f"{field} -> {field.related_model._meta.label}"
        for model in django_apps.get_models()
        if _storey(model) is not None
        for field in model._meta.concrete_fields
        if field.is_relation and _storey(field.related_model) is not None
        if _storey(field.related_model) > _storey(model)
    ]
    assert not upward, upward


def _storey(model) -> tuple[int, int] | None:
    path = model.__module__.split(".")
    if path[0] != "linkworks":
        return None
    order = {"foundation": FOUNDATION, "domain": DOMAIN}.get(path[1], ())
    return STOREY[path[1]], order.index(path[2]) if path[2] in order else 0
