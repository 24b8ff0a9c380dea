"""The ways to every page, by app."""

from tests.system.every_page.visits import casework, directory, messaging, people, public_site, referrals, reports

WAYS = casework.WAYS | directory.WAYS | messaging.WAYS | people.WAYS | public_site.WAYS | referrals.WAYS | reports.WAYS
