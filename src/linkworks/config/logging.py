"""Logs: one JSON object to a line, with the request's id and nothing that could be about a person.

What people type reaches a log through three doors, and each is shut: the arguments of a message, the text of an
exception, and the address of a page. So a line holds what the programmer wrote and no argument, an exception is its
type and where it was raised, and an address is its pattern. Our own code may add fields with
``extra={"fields": {...}}``; they hold counts, durations, names of things in the program and uuids, never words.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from linkworks.foundation.core import request_id

# Libraries that build their messages before they log them, so that the arguments are already inside.
TALKATIVE = ("allauth", "axes", "django.security", "procrastinate")


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            "request_id": request_id.current() or None,
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__qualname__
            line["at"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps({name: value for name, value in line.items() if value is not None}, default=str)


def _message(record: logging.LogRecord) -> str:
    """The words of the program, without what was put into them."""
    if f"{record.name}.".startswith(tuple(f"{library}." for library in TALKATIVE)):
        job = getattr(record, "job", None) or {}
        said = [str(getattr(record, "action", "")), str(job.get("task_name", "")), str(job.get("id", ""))]
        return " ".join(word for word in said if word) or f"said at line {record.lineno} of {record.module}"
    if record.name == "django.request":
        return f"answered {getattr(record, 'status_code', '')}".strip()
    return str(record.msg)


def log_configuration(level: str = "INFO") -> dict[str, Any]:
    """For ``LOGGING`` and for the web process alike."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "linkworks.config.logging.JsonFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            "_granian": {"level": "WARNING"},
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "axes": {"level": "ERROR"},
            "pgtrigger": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
        },
    }
