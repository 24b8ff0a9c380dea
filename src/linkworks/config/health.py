"""``/health/live`` and ``/health/ready``: for whatever watches the server. No sign-in, no host name, nobody's data.

Live: the web process answers. Ready: it also reaches a database whose schema it knows. Whether a job worker has been
seen lately stands beside it and changes nothing, since a page can be served without one.
"""

from collections.abc import Callable
from functools import cache

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

SECONDS_SINCE_HEARTBEAT = 60


class OtherSchema(Exception):
    """The database lacks migrations that this code has."""


class Health:
    """Answers before the host name, the session or the actor are looked at: a probe has none of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match request.path_info:
            case "/health/live":
                return _answer({"live": True})
            case "/health/ready":
                return ready()
            case _:
                return self.get_response(request)


def ready() -> HttpResponse:
    try:
        _check_schema()
        return _answer({"ready": True, "job_worker": _worker_was_seen()})
    except OtherSchema:
        return _answer({"ready": False, "because": "the database has another schema: run script/manage upgrade"})
    except Error:
        connection.close()
        return _answer({"ready": False, "because": "the database does not answer"})


def _answer(content: dict[str, object]) -> HttpResponse:
    response = JsonResponse(content, status=503 if content.get("ready") is False else 200)
    response["Cache-Control"] = "no-store"
    return response


@cache
def _check_schema() -> None:
    """Good news is remembered: a schema changes only with the code, and then this process starts anew."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise OtherSchema


def _worker_was_seen() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS"
            " (SELECT FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s))",
            [SECONDS_SINCE_HEARTBEAT],
        )
        return bool(cursor.fetchone()[0])
