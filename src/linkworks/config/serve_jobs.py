"""The job worker: takes queued and timed work out of the database, one job after another."""

import django
from procrastinate.contrib.django import app

GRACE_SECONDS = 10


def main() -> None:
    django.setup()
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector):
        app.run_worker(name="linkworks", concurrency=1, shutdown_graceful_timeout=GRACE_SECONDS)


if __name__ == "__main__":
    main()
