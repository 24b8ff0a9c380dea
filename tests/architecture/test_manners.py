"""Small things that rot when nobody looks."""

import re
import subprocess

from tests.architecture.source import PACKAGE, ROOT

OUTSIDE = re.compile(r"(?<!\w)/(home|root|work|Users)/\w")
DRAWERS = {"utils", "helpers", "common", "misc"}


def tracked() -> list[str]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return listing.stdout.splitlines()


def test_no_file_names_somebodys_machine():
    named = [
        name
        for name in tracked()
        if name.endswith((".py", ".md", ".sh", ".jinja", ".js", ".scss", ".toml", ".typ")) or "/" not in name
        if name != "tests/architecture/test_manners.py" and (ROOT / name).is_file()
        if OUTSIDE.search((ROOT / name).read_text(errors="ignore"))
    ]
    assert not named


def test_no_module_is_a_drawer():
    drawers = [str(path) for path in PACKAGE.rglob("*") if path.stem in DRAWERS]
    assert not drawers, "name the thing"


def test_every_app_says_in_one_sentence_what_it_is_for():
    silent = [
        str(init.relative_to(ROOT))
        for init in PACKAGE.glob("*/*/__init__.py")
        if init.parent.name not in {"settings", "embedded", "management", "tests"}
        if not init.read_text().startswith('"""')
    ]
    assert not silent


def test_templates_carry_no_script_or_style_of_their_own():
    inline = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.jinja")
        if re.search(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=", path.read_text())
    ]
    assert not inline


def test_nothing_is_marked_safe_past_the_escaping():
    marked = [
        str(path.relative_to(ROOT))
        for path in [*PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.py")]
        if "tests" not in path.parts and re.search(r"\|\s*safe\b|mark_safe", path.read_text())
    ]
    assert not marked
