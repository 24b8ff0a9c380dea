"""Entries to check, and what was told about entries."""

from datetime import timedelta
from typing import Any

from linkworks.domain.directory.actions.asking import PURPOSE, ask_organization, confirm_entry, withdraw_ask
from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.models import EntryAsk
from linkworks.domain.directory.tests.factories import CheckFactory, PausedCheckFactory, ServiceFactory
from linkworks.foundation.access import links
from linkworks.foundation.access.models import SignedLink
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def told(worker: Actor) -> dict[str, Any]:
    """What was told about entries, and the secrets of links to entries, by the state of their page."""
    service = ServiceFactory(name="Evelyn choir", cost="£3", email="choir@example.org")
    proposed = {"cost": "Free", "times": "Thu 19:00-21:00", "referral_routes": ["self"]}
    made = {state: _link(worker) for state in ("open", "answered", "run_out", "withdrawn")}
    confirm_entry(worker, ask=made["answered"][1])
    withdraw_ask(worker, ask=made["withdrawn"][1])
    SignedLink.objects.filter(object_id=made["run_out"][1].pk).update(expires_at=clock.now())
    return {
        "service": service,
        "proposed": tell_change(
            worker, service=service, told_by=ToldBy.ORGANIZATION, words="We moved.", proposed=proposed
        ),
        "words": tell_change(
            worker,
            service=service,
            told_by=ToldBy.PUBLIC,
            about=ToldAbout.WHEN,
            words="They meet on Fridays now",
            teller_contact="020 7946 0111",
        ),
        "links": {state: token for state, (token, _) in made.items()},
    }


def _link(worker: Actor) -> tuple[str, EntryAsk]:
    ask = ask_organization(worker, service=ServiceFactory(name="Evelyn garden"), email="garden@example.org")
    links.revoke(PURPOSE, ask.pk)
    return links.issue(worker.own_team, PURPOSE, ask.pk, timedelta(days=2)), ask


def checks(worker: Actor) -> dict[str, Any]:
    whose = {"team_id": worker.team_id, "worker_id": worker.user_id}
    service = ServiceFactory(name="Evelyn tea dance", telephone="020 7946 0188", email="tea@example.org")
    return {"to_check": CheckFactory(service=service, **whose), "later": PausedCheckFactory(**whose)}
