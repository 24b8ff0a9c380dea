"""Row security, worked out from the models and written into the database by `manage upgrade`.

Every table stands behind a policy (its model says `row_scope`) or on the list of open tables below; a table that
does neither stops the upgrade. The owner is not forced under the policies: it migrates, backs up and restores.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models

from linkworks.foundation.core.row_scope import RowScope

# App labels, or single models, whose rows belong to no team, with what they hold.
OPEN_TABLES = {
    "access.addresscount": "how often a network address, hashed anew each time, asked or sent something",
    "access.signedlink": "secrets of links, hashed: which team and thing they open",
    "account": "sign-in: e-mail addresses of staff",
    "accounts": "staff, teams, memberships",
    "auth": "the framework's own; unused",
    "axes": "failed sign-ins",
    "directory": "services are public knowledge",
    "contenttypes": "the framework's own",
    "design": "form posts already saved: a token and where it led",
    "mfa": "second factors of staff, encrypted",
    "pghistory.context": "who and which request, for the history tables",
    "onward.servicedigest": "what matching makes of the words of services, which are public knowledge",
    "procrastinate": "jobs carry uuids only",
    "sessions": "sessions of staff",
    "usersessions": "sessions of staff",
}

# Safe to ask by several workers at once: a great table, such as a queue of 100,000, is then counted in less time.
_FUNCTIONS = """
CREATE OR REPLACE FUNCTION linkworks_team() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('linkworks.team_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION linkworks_people_team() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('linkworks.people_team_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION linkworks_only_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('linkworks.only_person_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION linkworks_hidden_people() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce(array_agg(person_id), '{}') FROM people_restriction
   WHERE team_id = linkworks_people_team() AND ended_at IS NULL
     AND current_setting('linkworks.user_id', true) <> 'system'
     AND NOT current_setting('linkworks.user_id', true) = ANY (staff_ids::text[]) $$;
"""

_TEAM = "team_id = (SELECT linkworks_team())"
_NOT_HIDDEN = "({column} = ANY ((SELECT linkworks_hidden_people())::uuid[])) IS NOT TRUE"
# Of `IS NOT FALSE` PostgreSQL would expect one row of any table, and sort a whole queue to find its head.
# Whoever may see one person only sees no row of somebody who is not known yet.
_NOBODY_ELSE = "coalesce({column} = (SELECT linkworks_only_person()), (SELECT linkworks_only_person()) IS NULL)"
_FOR_THE_LEAD = """team_id::text = (SELECT current_setting('linkworks.leads_team_id', true))
OR lead_id::text = (SELECT current_setting('linkworks.user_id', true))"""
_PERSON = f"team_id = (SELECT linkworks_people_team()) AND {_NOT_HIDDEN} AND {_NOBODY_ELSE}"


class UndeclaredTableError(Exception):
    """A table of which nobody has said who may see its rows."""


def scope_of(model: type[models.Model]) -> RowScope | None:
    """The model's row scope, or None for an open table. History tables stand where the tracked table stands."""
    tracked = getattr(model, "pgh_tracked_model", None)
    if tracked is not None:
        return scope_of(tracked)
    scope: RowScope | None = getattr(model, "row_scope", None)
    if scope is None and not {model._meta.app_label, model._meta.label_lower} & OPEN_TABLES.keys():
        raise UndeclaredTableError(
            f"{model._meta.label} has no row_scope. Make it a TeamRecord or PersonRecord, or add it to OPEN_TABLES."
        )
    return scope


def statements(web_role: str) -> list[str]:
    """Every statement that brings the web role's grants and policies up to date; running them twice changes nothing."""
    tables = list(_tables())
    grants = [statement for model in tables for statement in _grants(model, web_role)]
    policies = [statement for model in tables for statement in _policy(model, web_role)]
    return [
        _FUNCTIONS,
        f'GRANT USAGE ON SCHEMA public TO "{web_role}"',
        f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{web_role}"',
        f'GRANT SELECT ON django_migrations TO "{web_role}"',
        *grants,
        *policies,
    ]


def _tables() -> Iterable[type[models.Model]]:
    """Every model with a table of its own; procrastinate looks after its tables itself."""
    return (
        model
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and (model._meta.managed or model._meta.app_label == "procrastinate")
    )


def _grants(model: type[models.Model], web_role: str) -> list[str]:
    table = model._meta.db_table
    return [
        f'REVOKE ALL ON "{table}" FROM "{web_role}"',
        f'GRANT {", ".join(_deeds(model))} ON "{table}" TO "{web_role}"',
    ]


def _deeds(model: type[models.Model]) -> list[str]:
    """What the web role may do: history and logs are written once, and records of a team are never deleted."""
    if getattr(model, "append_only", False) or hasattr(model, "pgh_tracked_model"):
        return ["SELECT", "INSERT"]
    if scope_of(model) is None or getattr(model, "web_may_delete", False):
        return ["SELECT", "INSERT", "UPDATE", "DELETE"]
    return ["SELECT", "INSERT", "UPDATE"]


def _policy(model: type[models.Model], web_role: str) -> list[str]:
    scope, table = scope_of(model), model._meta.db_table
    if scope is None:
        return [f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY']
    rule = _rule(scope, model)
    check = f"({rule}) OR team_id IS NULL" if getattr(model, "append_only", False) else rule
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'DROP POLICY IF EXISTS linkworks ON "{table}"',
        f'CREATE POLICY linkworks ON "{table}" TO "{web_role}" USING ({rule}) WITH CHECK ({check})',
    ]


def _rule(scope: RowScope, model: type[models.Model]) -> str:
    if scope is RowScope.TEAM:
        return _TEAM
    about_people = _PERSON.format(column=_person_column(model))
    return f"{about_people} AND ({_FOR_THE_LEAD})" if scope is RowScope.LEAD else about_people


def _person_column(model: Any) -> str:
    tracked = getattr(model, "pgh_tracked_model", model)
    return getattr(tracked, "person_column", "person_id")
