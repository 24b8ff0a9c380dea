"""The change log cannot lie about what it knows: every event that is declared is written somewhere, and the reverse."""

import ast

from linkworks.foundation.audit.registry import EVENTS
from tests.architecture.source import production


def _written() -> set[str]:
    return {
        node.args[1].value
        for module in production()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) == "record"
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }


def test_every_event_that_is_written_is_declared():
    assert _written() <= EVENTS.keys()


def test_every_declared_event_is_written_somewhere():
    strings = {
        node.value
        for module in production()
        if "events" not in module.parts
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert EVENTS.keys() <= strings, sorted(EVENTS.keys() - strings)
