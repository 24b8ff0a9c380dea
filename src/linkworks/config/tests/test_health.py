import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from linkworks.config import health


@pytest.fixture(autouse=True)
def _fresh() -> None:
    health._check_schema.cache_clear()


def test_live_needs_neither_database_nor_host_name_nor_sign_in() -> None:
    response = Client(headers={"host": "10.0.0.7"}).get("/health/live")
    assert response.status_code == 200
    assert response.json() == {"live": True}
    assert response["X-Request-Id"]


@pytest.mark.django_db
def test_ready_says_whether_a_job_worker_was_seen() -> None:
    assert Client().get("/health/ready").json() == {"ready": True, "job_worker": False}
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert Client().get("/health/ready").json() == {"ready": True, "job_worker": True}


@pytest.mark.django_db
def test_not_ready_with_a_schema_that_lacks_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    applied = MigrationRecorder.applied_migrations
    monkeypatch.setattr(
        MigrationRecorder,
        "applied_migrations",
        lambda self: {key: row for key, row in applied(self).items() if key[0] != "people"},
    )
    response = Client().get("/health/ready")
    assert response.status_code == 503
    assert response.json()["because"] == "the database has another schema: run script/manage upgrade"


def test_not_ready_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError("password=hunter2")

    monkeypatch.setattr(health, "_check_schema", refuse)
    response = Client().get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "because": "the database does not answer"}
