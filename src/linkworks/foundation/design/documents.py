"""Accessible PDFs: a Typst template and plain data become a tagged PDF/UA document.

    make_pdf("design/plain_letter.typ", {"title": "…", "sections": [{"heading": "…", "text": "…"}]})

Templates stand in an app's `typst/` folder. Data travels as JSON, so nothing in it is ever taken for markup.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.apps import apps

from linkworks.foundation.core import clock

FONTS = Path(__file__).with_name("fonts")
ROOT = Path(__file__).parents[2]
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
IN_ANOTHER_SCRIPT = "[words in another script]"
INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}


class TemplateMissing(LookupError):
    """No app has a template of that name."""


def make_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The document as PDF/UA-1. Characters that no font of ours can draw are described in brackets."""
    path = _find(template)
    unshown: set[str] = set()
    while True:
        try:
            return _compile(path, _replace(data, unshown))
        except typst.TypstError as error:
            newly = _unshown_in(error) - unshown
            if not newly:
                raise
            unshown |= newly


def _compile(path: Path, data: Any) -> bytes:
    made = typst.compile(
        str(path),
        root=str(ROOT),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=int(clock.now().timestamp()),
    )
    return bytes(made)


def _find(template: str) -> Path:
    for app in apps.get_app_configs():
        path = Path(app.path) / "typst" / template
        if path.is_file():
            return path
    raise TemplateMissing(f"No app has typst/{template}")


def _unshown_in(error: typst.TypstError) -> set[str]:
    found = UNSHOWN.search(str(error))
    return set(ESCAPED.sub(lambda match: chr(int(match[1], 16)), found[1])) if found else set()


def _replace(value: Any, unshown: set[str]) -> Any:
    """The same data, every text without characters that cannot be shown."""
    if isinstance(value, str):
        return _describe_runs(value, unshown)
    if isinstance(value, Mapping):
        return {key: _replace(one, unshown) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replace(one, unshown) for one in value]
    return value


def _describe_runs(text: str, unshown: set[str]) -> str:
    visible = "".join(one for one in text if one == "\n" or unicodedata.category(one) not in INVISIBLE)
    if not unshown:
        return visible
    return re.sub(f"[{re.escape(''.join(sorted(unshown)))}]+", lambda run: _described(run[0]), visible)


def _described(run: str) -> str:
    if all(unicodedata.category(one) in {"So", "Sk", "Mn"} for one in run):
        return " ".join(
            f"[{unicodedata.name(one, 'sign').lower()}]" for one in run if unicodedata.category(one) != "Mn"
        )
    return IN_ANOTHER_SCRIPT
