"""The worker beside the server: started with it, started again if it dies, stopped with it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

#: Seconds to wait before the worker is started again, after the first, second, … early death.
WAITS = (1, 2, 5, 15, 30)
#: A worker that lived this long was well, and its next death counts as the first.
WELL_AFTER = 60.0
STOPS_WITHIN = 40.0

log = logging.getLogger("alongside.outbox")


def command() -> list[str]:
    """How a worker of this installation is started, to stop by itself when this process has gone."""
    return [sys.executable, "-m", "alongside", "work", "--beside", str(os.getpid())]


@contextmanager
def worker_beside(start: Sequence[str] | None = None) -> Iterator[Beside]:
    """Keep a worker going while the body runs. start: another command, for a test."""
    beside = Beside(start or command())
    beside.begin()
    try:
        yield beside
    finally:
        beside.end()


class Beside:
    """One worker process and the thread that watches over it."""

    def __init__(self, start: Sequence[str]) -> None:
        self._start, self._over = start, threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self.process: subprocess.Popen[bytes] | None = None
        self.started = threading.Semaphore(0)

    def begin(self) -> None:
        self._watcher.start()

    def end(self) -> None:
        """Ask the worker to stop, and wait until it has finished what it was sending."""
        self._over.set()
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
        self._watcher.join(STOPS_WITHIN)
        if self._watcher.is_alive() and self.process is not None:
            self.process.kill()

    def _watch(self) -> None:
        early = 0
        while not self._over.is_set():
            self.process = subprocess.Popen(self._start, stdin=subprocess.DEVNULL)  # noqa: S603  # our own command
            self.started.release()
            if self._over.is_set():
                self.process.terminate()
            begun = time.monotonic()
            status = self.process.wait()
            if self._over.is_set():
                return
            early = 0 if time.monotonic() - begun > WELL_AFTER else early + 1
            wait = WAITS[min(early, len(WAITS)) - 1] if early else WAITS[0]
            log.warning("The worker ended with status %d; it is started again in %d seconds", status, wait)
            self._over.wait(wait)
