"""Size is a smell: medians and tails are held, single files may stand out a little, none may run away."""

import ast
from statistics import quantiles

import pytest

from tests.architecture.source import PACKAGE, ROOT, production

TEMPLATES = sorted(PACKAGE.rglob("*.jinja"))


def lines(path) -> int:
    return len(path.read_text().splitlines())


def functions():
    for module in production():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def worst(measured) -> str:
    return "; ".join(f"{name}: {size}" for name, size in sorted(measured, key=lambda pair: -pair[1])[:3])


@pytest.mark.parametrize(
    ("thing", "measured", "tail", "hard_stop"),
    [
        ("module", [(str(m), lines(m.path)) for m in production()], 250, 350),
        ("function", list(functions()), 30, 50),
        ("template", [(str(t.relative_to(ROOT)), lines(t)) for t in TEMPLATES], 110, 160),
    ],
    ids=["modules", "functions", "templates"],
)
def test_nothing_runs_away(thing, measured, tail, hard_stop):
    sizes = [size for _, size in measured]
    assert quantiles(sizes, n=20)[-1] <= tail, f"one {thing} in twenty is longer than {tail} lines: {worst(measured)}"
    assert max(sizes) <= hard_stop, worst(measured)
