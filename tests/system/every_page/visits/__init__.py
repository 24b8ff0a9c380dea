"""The ways to every page: each module here gives its own as `WAYS`."""

from importlib import import_module
from pkgutil import iter_modules

WAYS = {
    name: states
    for module in iter_modules(__path__)
    for name, states in import_module(f"{__name__}.{module.name}").WAYS.items()
}
