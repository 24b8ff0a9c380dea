from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from linkworks.config.embedded.home import CHECKOUT
from linkworks.config.env import Setting, env, reference
from linkworks.config.serve_settings import serve_settings

REFERENCE = CHECKOUT / "docs" / "reference" / "settings.md"
START = "<!-- written by script/manage settings --write -->\n"


class Command(BaseCommand):
    help = "List every setting and whether it is set, never its value. With --write, write the reference page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help=f"write the table in {REFERENCE.name}")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["write"]:
            REFERENCE.write_text(page(REFERENCE))
            return
        for setting in sorted(all_settings(), key=lambda setting: setting.name):
            self.stdout.write(f"{setting.name}: {'set' if env.is_set(setting) else 'not set'}. {setting.purpose}")


def all_settings() -> list[Setting]:
    """Django's settings are read by now, and the embedded database's; the server's are read here."""
    serve_settings()
    return list(env.settings.values())


def page(current: Path) -> str:
    """The page with a fresh table; what stands before the table is written by hand."""
    by_hand, _, _ = current.read_text().partition(START)
    return by_hand + START + reference(all_settings())
