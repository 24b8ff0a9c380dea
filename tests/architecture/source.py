"""The project's own Python files, read as trees, for the tests that judge the code itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "linkworks"
LAYERS = ("choices", "models", "policies", "selectors", "actions", "jobs", "forms", "presenters", "views", "urls")


@dataclass(frozen=True)
class Module:
    path: Path
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        """For `…/domain/casework/actions/close.py`: ("domain", "casework", "actions", "close")."""
        return self.path.relative_to(PACKAGE).with_suffix("").parts

    @property
    def app(self) -> str:
        return ".".join(self.parts[:2])

    @property
    def layer(self) -> str:
        return next((part for part in self.parts[2:] if part in LAYERS), "")

    @property
    def imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{name.name}" for name in node.names)

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


@cache
def production() -> tuple[Module, ...]:
    """Every module that runs in earnest: no tests, no migrations."""
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple(
        Module(file, ast.parse(file.read_text()))
        for file in files
        if not {"tests", "migrations"} & set(file.relative_to(PACKAGE).parts)
    )


def apps() -> tuple[Module, ...]:
    """Modules of the apps, which the rules about layers are about."""
    return tuple(module for module in production() if len(module.parts) > 2 and module.parts[0] != "config")
