"""On what, and how busy it was: without that no figure means anything."""

import os
import platform
from pathlib import Path

import django
import psycopg

from linkworks.config import embedded
from linkworks.foundation.core import clock


def describe() -> str:
    return (
        f"{clock.now():%-d %B %Y, %H:%M}. {_processor()}, {os.cpu_count()} cores. "
        f"Python {platform.python_version()}, Django {django.get_version()}, PostgreSQL {_postgres()}."
    )


def load() -> str:
    """Of the last minute, five and fifteen: how many processes ran or wanted to. Ours are among them."""
    return " ".join(f"{number:.1f}" for number in os.getloadavg())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _postgres() -> str:
    with psycopg.connect(embedded.ensure_running().owner_url) as server:
        version = server.info.server_version
    return f"{version // 10_000}.{version % 10_000}"
