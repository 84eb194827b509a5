"""Send what is waiting, once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.outbox import delivery


class Command(BaseCommand):
    help = "Send the e-mails and events that are waiting, once, and say how many were sent."

    def handle(self, **_: Any) -> None:
        self.stdout.write(str(delivery.send_waiting(timezone.now)))
