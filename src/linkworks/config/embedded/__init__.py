"""The PostgreSQL that comes with Linkworks: for trying it out, for development and for one small site.

Anything larger points ``DATABASE_URL`` and ``DATABASE_OWNER_URL`` at a PostgreSQL of its own, and nothing here runs.

Each checkout has its own cluster. The first process that needs it starts it, every other process finds and shares it,
and the last one out stops it. Nothing is lost when any of them is killed.
"""

from linkworks.config.embedded.errors import EmbeddedError
from linkworks.config.embedded.manager import Status, ensure_running, leave, programs, status, stop
from linkworks.config.embedded.passwords import Urls

__all__ = ["EmbeddedError", "Status", "Urls", "ensure_running", "leave", "programs", "status", "stop"]
