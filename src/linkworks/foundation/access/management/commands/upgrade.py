from typing import Any

import pgtrigger
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections, transaction
from django.db.migrations.loader import MigrationLoader

from linkworks.foundation.access import row_security, storage

EXTENSIONS = frozenset({"btree_gist", "fuzzystrmatch", "pg_trgm", "unaccent"})


class Command(BaseCommand):
    help = "Bring the database up to date: migrate as its owner, then triggers, grants, row security, storage."

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_newer_schema()
        add_extensions()
        call_command("migrate", database="owner", interactive=False, verbosity=options["verbosity"])
        protect()


def add_extensions() -> None:
    """PostgreSQL trusts a database's owner with these; where a host does not, its operator adds them beforehand."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        present = {name for (name,) in cursor.fetchall()}
        for extension in sorted(EXTENSIONS - present):
            cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        # Until its library is loaded, PostgreSQL lets only a superuser write a function that sets pg_trgm's options.
        cursor.execute("SELECT show_limit()")


def refuse_newer_schema() -> None:
    """An older program must not work on tables that a newer one has changed."""
    loader = MigrationLoader(connections["owner"])
    known = set(loader.disk_migrations)
    known.update(replaced for migration in loader.replacements.values() for replaced in migration.replaces)
    unknown = sorted(f"{app}.{name}" for app, name in set(loader.applied_migrations) - known if _is_ours(app, loader))
    if unknown:
        raise CommandError(
            f"A newer Linkworks has upgraded this database ({unknown[0]} is not known here): run that version or later,"
            " or restore a back-up that this version made (docs/howto/upgrade.md)."
        )


def _is_ours(app: str, loader: MigrationLoader) -> bool:
    return app in (loader.migrated_apps or ())


def protect() -> None:
    """Put in place what follows from the models and no migration says. Doing it twice changes nothing."""
    owner = connections["owner"]
    web_role = str(settings.DATABASES["default"]["USER"])
    pgtrigger.install(database="owner")
    with transaction.atomic(using="owner"), owner.cursor() as cursor:
        for statement in (
            *_admission(owner.settings_dict["NAME"], web_role),
            *row_security.statements(web_role),
            *storage.statements(),
        ):
            cursor.execute(statement)


def _admission(database: str, web_role: str) -> tuple[str, str]:
    """No other role of the server may as much as connect."""
    return (
        f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC',
        f'GRANT CONNECT ON DATABASE "{database}" TO "{web_role}"',
    )
