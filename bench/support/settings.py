"""Production's settings. Only the static files are kept apart, so that a trial in the same checkout keeps its own."""

from linkworks.config.settings.base import *  # noqa: F403

STATIC_ROOT = ROOT / "var" / "bench" / "static"  # noqa: F405
