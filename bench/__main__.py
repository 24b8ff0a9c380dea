"""``script/bench``: run the benchmarks that are named, or all of them, on a database of their own."""

import logging
import os
import secrets
from importlib import import_module
from pkgutil import iter_modules

import django

import bench
from bench.support.database import addresses
from bench.support.options import read_options


def main() -> None:
    modules = (module.name for module in iter_modules(bench.__path__) if not module.ispkg)
    options = read_options([name for name in modules if name != "__main__"])
    _as_in_production()
    for name in options.names:
        import_module(f"bench.{name}").main(options)


def _as_in_production() -> None:
    """For this process and for the servers that it starts."""
    web, owner = addresses()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "bench.support.settings",
        "DATABASE_URL": web,
        "DATABASE_OWNER_URL": owner,
        "LINKWORKS_SECRET_KEY": secrets.token_urlsafe(48),
        "LINKWORKS_SEALING_KEYS": secrets.token_urlsafe(48),
        "LINKWORKS_PROXIES": "127.0.0.1",
    }
    django.setup()
    logging.disable(logging.INFO)  # in this process, whose output is the table


if __name__ == "__main__":
    main()
