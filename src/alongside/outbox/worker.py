"""The worker: sends what is waiting and does the daily duties, until it is told to stop."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from types import FrameType

from django.db import DatabaseError, close_old_connections

from alongside.outbox import daily, delivery
from alongside.outbox.models import DutyRun

#: How often a worker looks. Looking is one read of an index that holds only what is waiting.
EVERY_SECONDS = 5.0

log = logging.getLogger("alongside.outbox")


@dataclass
class Worker:
    """One worker. beside: the process it belongs to, if any; it stops when that has gone."""

    clock: Callable[[], datetime]
    beside: int = 0
    every: float = EVERY_SECONDS
    stopping: threading.Event = field(default_factory=threading.Event)

    def until_stopped(self) -> None:
        """Work, round after round. A message or duty that was begun is finished first."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._stop)
        while not self._over():
            try:
                close_old_connections()
                self.once()
            except DatabaseError:
                # The database may be restarting. What was begun is on record and is taken up again.
                log.exception("The outbox could not be worked on; it is tried again")
            self.stopping.wait(self.every)

    def once(self) -> tuple[delivery.Sent, list[DutyRun]]:
        """One round: the duties that are due, then every message that is due."""
        duties = daily.do_what_is_due(self.clock)
        sent = delivery.send_waiting(self.clock, self._over)
        daily.do_each_round(self.clock)
        return sent, duties

    def _over(self) -> bool:
        return self.stopping.is_set() or bool(self.beside and os.getppid() != self.beside)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping.set()
