"""The ways to every page, by app."""

from tests.system.every_page.visits import casework, directory, messaging, people, reports

WAYS = casework.WAYS | directory.WAYS | messaging.WAYS | people.WAYS | reports.WAYS
