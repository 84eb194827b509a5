"""A process that holds one database and does what the benchmark asks, one question a line.

Each database of a run has its own, so that sizes can take turns; and its memory is its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

SECRET = "only-for-measuring-and-not-a-secret-at-all-0123456789"


class Worker:
    """The asking side."""

    def __init__(self, database_url: str, data_folder: str) -> None:
        settings = {
            "DATABASE_URL": database_url, "DATA_FOLDER": data_folder, "ENVIRONMENT": "demo", "SECRET_KEY": SECRET,
            "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **settings},
        )  # fmt: skip

    def ask(self, task: str, **arguments: Any) -> dict[str, Any]:
        """Do one task and give its answer. Raises RuntimeError when the process failed."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"task": task, **arguments}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"The process that was to do “{task}” stopped; what it said is above.")
        found: dict[str, Any] = json.loads(answer)
        return found

    def stop(self) -> None:
        """Let the process end."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=60)


@contextmanager
def working(database_url: str, data_folder: str) -> Iterator[Worker]:
    """A worker that is stopped at the end."""
    worker = Worker(database_url, data_folder)
    try:
        yield worker
    finally:
        worker.stop()


def main() -> None:
    """The answering side: questions on standard input, answers on standard output."""
    import django

    answers = sys.stdout
    # Whatever a command prints is no answer.
    sys.stdout = sys.stderr
    django.setup()
    from benchmarks import audit_tasks, chronology_tasks, find_tasks, recall_tasks, tasks

    for line in sys.stdin:
        question = json.loads(line)
        task = _task(question.pop("task"), tasks, audit_tasks, chronology_tasks, find_tasks, recall_tasks)
        answers.write(json.dumps(task(**question)) + "\n")
        answers.flush()


def _task(name: str, *modules: Any) -> Callable[..., dict[str, Any]]:
    name = name.replace("-", "_")
    found: Callable[..., dict[str, Any]] = next(getattr(one, name) for one in modules if hasattr(one, name))
    return found


if __name__ == "__main__":
    main()
