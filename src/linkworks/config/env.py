"""Settings come from the environment, each with a kind, a default and a sentence that says what it is for.

A bad value stops the start with one sentence that says what to set. Every setting read is remembered, so that
``docs/reference/settings.md`` can be checked against the code.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

Value = TypeVar("Value")

YES = frozenset({"1", "on", "true", "yes"})
NO = frozenset({"0", "off", "false", "no"})


class BadSetting(ImproperlyConfigured):
    """A setting is missing or wrong; the message says which and what to set."""


@dataclass(frozen=True)
class Setting:
    """What the reference says about one setting. ``default`` is ``None`` when it must be set."""

    name: str
    kind: str
    default: str | None
    purpose: str
    secret: bool = False


class Environment:
    """Reads settings of a kind from a mapping of variables."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.settings: dict[str, Setting] = {}

    def text(
        self, name: str, purpose: str, *, default: str | None = None, shortest: int = 0, secret: bool = False
    ) -> str:
        def parse(value: str) -> str:
            if len(value) < shortest:
                raise ValueError(f"at least {shortest} characters")
            return value

        return self._read(Setting(name, "text", default, purpose, secret), parse)

    def number(
        self, name: str, purpose: str, *, default: int | None = None, least: int = 0, most: int | None = None
    ) -> int:
        def parse(value: str) -> int:
            if not value.strip().isdigit() or not least <= int(value) <= (int(value) if most is None else most):
                raise ValueError(kind)
            return int(value)

        kind = f"a whole number, {least} or more" if most is None else f"a whole number from {least} to {most}"
        return self._read(Setting(name, kind, None if default is None else str(default), purpose), parse)

    def flag(self, name: str, purpose: str, *, default: bool) -> bool:
        def parse(value: str) -> bool:
            if value.lower() not in YES | NO:
                raise ValueError("on or off")
            return value.lower() in YES

        return self._read(Setting(name, "on or off", "on" if default else "off", purpose), parse)

    def choice(self, name: str, purpose: str, *, choices: Iterable[str], default: str | None = None) -> str:
        allowed = tuple(choices)

        def parse(value: str) -> str:
            if value not in allowed:
                raise ValueError(kind)
            return value

        kind = f"one of {', '.join(allowed)}"
        return self._read(Setting(name, kind, default, purpose), parse)

    def list(self, name: str, purpose: str, *, default: str | None = None) -> list[str]:
        def parse(value: str) -> list[str]:
            return [item.strip() for item in value.split(",") if item.strip()]

        return self._read(Setting(name, "a list, separated by commas", default, purpose), parse)

    def database(self, name: str, purpose: str, *, default: str | None = None) -> dict[str, Any]:
        """A PostgreSQL address, as Django's ``DATABASES`` wants it; connections last between requests."""
        return self._read(Setting(name, "a PostgreSQL address", default, purpose, secret=True), parse_database)

    def is_set(self, setting: Setting) -> bool:
        return bool(self.variables.get(setting.name) or self.variables.get(f"{setting.name}_FILE"))

    def _read(self, setting: Setting, parse: Callable[[str], Value]) -> Value:
        self.settings[setting.name] = setting
        raw = self._raw(setting)
        if raw is None:
            raise BadSetting(f"Set {setting.name}: {setting.purpose}")
        try:
            return parse(raw)
        except ValueError as error:
            shown = "has a value that cannot be used" if setting.secret else f"is {raw!r}"
            raise BadSetting(f"{setting.name} {shown}: it must be {error}. {setting.purpose}") from None

    def _raw(self, setting: Setting) -> str | None:
        """The variable's text, else that of the file a secret's ``_FILE`` variable names, else the default."""
        given = self.variables.get(setting.name)
        file = self.variables.get(f"{setting.name}_FILE") if setting.secret else None
        if given and file:
            raise BadSetting(f"Set {setting.name} or {setting.name}_FILE, not both.")
        if file:
            try:
                return Path(file).read_text().strip()
            except OSError as error:
                raise BadSetting(f"{setting.name}_FILE is {file!r}, which cannot be read: {error.strerror}.") from None
        return given or setting.default


def parse_database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not name:
        raise ValueError("like postgresql://name:password@host:5432/database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"prepare_threshold": 0} | dict(parse_qsl(parts.query)),  # see core.prepared
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def reference(settings: Iterable[Setting]) -> str:
    """The table in ``docs/reference/settings.md``."""
    rows = ["| Setting | Value | If not set | Purpose |", "|---|---|---|---|"]
    for setting in sorted(settings, key=lambda setting: setting.name):
        names = f"`{setting.name}`" + (f" or `{setting.name}_FILE`" if setting.secret else "")
        rows.append(f"| {names} | {setting.kind} | {_if_not_set(setting)} | {setting.purpose} |")
    return "\n".join(rows) + "\n"


def _if_not_set(setting: Setting) -> str:
    match setting.default:
        case None:
            return "must be set"
        case default if default and not setting.secret:
            return f"`{default}`"
        case _:
            return "left out"


env = Environment(os.environ)
