"""Close the accounts that nobody uses, once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from alongside.need_to_know import accounts
from alongside.ui.words import count

WHY = {accounts.LEFT: "last post ended", accounts.UNUSED: "not used"}


class Command(BaseCommand):
    help = "Close the accounts of those whose last post has ended, and those that nobody has used for long."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say whose accounts would close, and close none"
        )

    def handle(self, *, dry_run: bool, **_: Any) -> None:
        now = timezone.now()
        if not dry_run:
            self.stdout.write(accounts.close_unused(now))
            return
        found = accounts.to_close(now)
        for one in found:
            self.stdout.write(f"{one.practitioner}: {WHY[one.why]}")
        self.stdout.write(f"{count(len(found), 'account')} would close")
