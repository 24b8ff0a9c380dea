"""A process is killed while it adds a list: what it had added stands once, and the next goes on from there."""

import os
import subprocess
import sys

import psycopg
import pytest

from tests.support import database

COMING_IN = """
import os, signal, sys
import django
django.setup()
from linkworks.domain.outreach.actions.cohort import commit_rows
from linkworks.domain.outreach.actions.cohort.commit import COMMIT, commit_list
from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import CohortImport
from linkworks.domain.outreach.tests.cohort.sending import person, send_and_match
from linkworks.domain.outreach.tests.factories import CampaignFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.accounts.tests.factories import TeamFactory
from linkworks.foundation.core.actor import Actor, ActorKind

commit_rows.AT_ONCE = 4
team = Team.objects.first() or TeamFactory()
actor = Actor.system(COMMIT, team.pk)
"""
BEGUN = """
lead = Actor(ActorKind.STAFF, "Carol", team.pk, role=Role.TEAM_LEAD, sees_people=True)
with acting(lead):
    ten = range(1, 11)
    rows = [person(str(n), f"Marsh{n}", f"Ann{n}", dob=f"{n}/1/{n + 1940}", phone=f"077009001{n:02}") for n in ten]
    batch = send_and_match(lead, CampaignFactory(team=team), rows)
    batch.change(state=CohortState.COMMITTING)

keep, times = commit_rows.keep_what_became, []

def and_die(rows):
    keep(rows)
    times.append(rows)
    if len(times) == 2:
        os.kill(os.getpid(), signal.SIGKILL)

commit_rows.keep_what_became = and_die
commit_list(actor, batch_id=batch.pk)
"""
GOING_ON = """
with acting(actor):
    batch = CohortImport.objects.get()
commit_list(actor, batch_id=batch.pk)
commit_list(actor, batch_id=batch.pk)
"""


def run(addresses, script):
    web, owner = addresses
    environment = os.environ | {
        "DATABASE_URL": web,
        "DATABASE_OWNER_URL": owner,
        "DJANGO_SETTINGS_MODULE": "linkworks.config.settings.test",
    }
    command = [sys.executable, "-c", COMING_IN + script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def counts(owner):
    """People, people in the campaign, marks of their registration, and the state of the list."""
    with psycopg.connect(owner) as connection:
        return connection.execute(
            """
            SELECT (SELECT count(*) FROM people_person), (SELECT count(*) FROM outreach_campaigncontact),
                   (SELECT count(*) FROM audit_changeentry WHERE event = 'person.registered'),
                   (SELECT state FROM outreach_cohortimport)
            """
        ).fetchone()


@pytest.mark.django_db
def test_killed_in_the_middle_of_adding_a_list():
    with database.another("listkilled") as addresses:
        begun = run(addresses, BEGUN)
        assert begun.returncode == -9, begun.stderr
        assert counts(addresses[1]) == (4, 4, 4, "committing")
        again = run(addresses, GOING_ON)
        assert again.returncode == 0, again.stderr
        assert counts(addresses[1]) == (10, 10, 10, "committed")
