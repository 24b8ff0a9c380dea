import json
import logging
import sys

import pytest

from linkworks.config.logging import JsonFormatter
from linkworks.foundation.core import request_id

PERSON = "Amara Okafor, 999 123 4567"


def line(record: logging.LogRecord) -> dict[str, object]:
    written = JsonFormatter().format(record)
    assert "\n" not in written
    assert "Okafor" not in written
    return dict(json.loads(written))


def record(message: str, *args: object, name: str = "linkworks.test", **more: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.ERROR, "file.py", 7, message, args, None, **more)


def test_a_line_says_what_happened_and_in_which_request() -> None:
    started = request_id.start()
    written = line(record("It happened"))
    assert written["message"] == "It happened"
    assert written["level"] == "error"
    assert written["request_id"] == started


def test_what_was_put_into_a_message_stays_out() -> None:
    assert line(record("Nobody called %s", PERSON))["message"] == "Nobody called %s"


def test_the_text_of_an_exception_stays_out() -> None:
    failed = record("It failed")
    try:
        raise ValueError(PERSON)
    except ValueError:
        failed.exc_info = sys.exc_info()
    written = line(failed)
    assert written["exception"] == "ValueError"
    assert "test_the_text_of_an_exception_stays_out" in str(written["at"])


@pytest.mark.parametrize("library", ["axes.handlers.database", "django.security.SuspiciousOperation", "procrastinate"])
def test_a_library_that_builds_its_messages_first_is_not_quoted(library: str) -> None:
    assert line(record(f"Failed for {PERSON}", name=library))["message"] == "said at line 7 of file"


def test_a_job_is_named_without_its_arguments() -> None:
    job = record(f"Job remind[12](name={PERSON}) failed", name="procrastinate.worker")
    job.action = "job_error"
    job.job = {"task_name": "casework.remind", "id": 12, "task_kwargs": {"name": PERSON}}
    assert line(job)["message"] == "job_error casework.remind 12"


def test_fields_of_our_own_are_added() -> None:
    ours = record("request")
    ours.fields = {"page": "/cases/<uuid:case>", "status": 200}
    assert line(ours)["page"] == "/cases/<uuid:case>"
