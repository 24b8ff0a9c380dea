"""Which PostgreSQL to use, and whether it and the web role are what Linkworks relies on."""

from collections.abc import Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

from linkworks.config import embedded
from linkworks.config.env import BadSetting

ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL")
OLDEST_VERSION = 15
# Membership counts: a member of the owner's role could alter what the owner owns.
OWNED = """
SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
AND pg_has_role(current_user, relowner, 'MEMBER')
"""


def is_named(variables: Mapping[str, str]) -> bool:
    """Whether the operator names a PostgreSQL. Naming it for one of the two roles only is a mistake."""
    given = [name for name in ADDRESSES if variables.get(name) or variables.get(f"{name}_FILE")]
    if len(given) == 1:
        missing = next(name for name in ADDRESSES if name not in given)
        raise BadSetting(f"{given[0]} is set but {missing} is not: set both, or neither for the embedded PostgreSQL.")
    return bool(given)


def addresses(variables: Mapping[str, str]) -> dict[str, str]:
    """The addresses to add to these variables: none when the operator names them, else those of the embedded one."""
    return {} if is_named(variables) else dict(zip(ADDRESSES, embedded.ensure_running(), strict=True))


def refuse_old_server(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        (version,) = cursor.fetchone()
    if version < OLDEST_VERSION:
        raise BadSetting(f"DATABASE_URL names a PostgreSQL {version}: Linkworks needs {OLDEST_VERSION} or later.")


def refuse_unsuitable_role(connection: BaseDatabaseWrapper) -> None:
    """Refuse to serve as a role that row security would not hold."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        role, is_superuser, bypasses = cursor.fetchone()
        cursor.execute(OWNED)
        (owned,) = cursor.fetchone()
    wrong = [
        words
        for words, is_so in (
            ("is a superuser", is_superuser),
            ("may bypass row security", bypasses),
            (f"owns {owned} tables or sequences, or belongs to the role that does", owned and not is_superuser),
        )
        if is_so
    ]
    if wrong:
        raise BadSetting(
            f"DATABASE_URL signs in as {role}, which {' and '.join(wrong)}, so that row security would not hold it:"
            " name a role of its own there, and the owner in DATABASE_OWNER_URL (docs/howto/production.md)."
        )
