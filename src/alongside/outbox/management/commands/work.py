"""Send what is waiting and do the daily duties, until stopped or once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from alongside.outbox.worker import Worker


class Command(BaseCommand):
    help = (
        "Send e-mails and events as they come, and do the daily duties. “alongside serve” runs one beside "
        "itself; run this where you serve with --no-worker."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one round, then stop")
        parser.add_argument(
            "--beside", type=int, default=0, metavar="PID", help="stop when this parent process has gone"
        )

    def handle(self, *, once: bool, beside: int, **_: Any) -> None:
        worker = Worker(timezone.now, beside)
        if not once:
            worker.until_stopped()
            return
        sent, duties = worker.once()
        for run in duties:
            self.stdout.write(f"{run.name}: {run.words or 'done'}")
        self.stdout.write(str(sent))
