"""Entries to check, and what was told about entries."""

from typing import Any

from linkworks.domain.directory.tests.factories import CheckFactory, PausedCheckFactory, ServiceFactory
from linkworks.foundation.core.actor import Actor


def checks(worker: Actor) -> dict[str, Any]:
    whose = {"team_id": worker.team_id, "worker_id": worker.user_id}
    service = ServiceFactory(name="Evelyn tea dance", telephone="020 7946 0188", email="tea@example.org")
    return {"to_check": CheckFactory(service=service, **whose), "later": PausedCheckFactory(**whose)}
