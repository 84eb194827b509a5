"""The log: what the software did, never about whom.

A line says when, how important, which request, and what. Addresses of pages carry references of
cases, and form answers are personal, so requests are logged by the *name* of their page.
"""

from __future__ import annotations

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="-")


class Stamped(logging.Filter):
    """Put the request's id on every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request = request_id.get()
        return True


class Lines(logging.Formatter):
    """A line of words. Of an error it keeps where it happened, not its message: that may quote a record."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        kind, _, where = ei
        steps = "".join(traceback.format_tb(where))
        return f"{steps}{getattr(kind, '__name__', kind)}"


class JsonLines(Lines):
    """One JSON object a line: time, level, logger, request, message, and where an error happened."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request", "-"),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class WithoutAddresses(logging.Filter):
    """Keep Django's own lines about a request from naming its address: the address names a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "request", None) is not None and record.name.startswith("django."):
            status = getattr(record, "status_code", "")
            record.msg, record.args = f"A page answered {status}".strip(), ()
        return True


def logging_settings(style: str, level: str) -> dict[str, Any]:
    """Django's `LOGGING`: everything to standard error, as words or as JSON."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "without_addresses": {"()": WithoutAddresses},
            "stamped": {"()": Stamped},
        },
        "formatters": {
            "plain": {"()": Lines, "format": "%(asctime)s %(levelname)s %(request)s %(message)s"},
            "json": {"()": JsonLines},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": style,
                "filters": ["without_addresses", "stamped"],
            }
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "alongside": {"level": level},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
        },
    }
