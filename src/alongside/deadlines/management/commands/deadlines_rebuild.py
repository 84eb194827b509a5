"""Work out deadlines again, for example after a rule or a bank holiday changed."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from alongside.cases.models import Case
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.projection import refresh

CHUNK = 500


class Command(BaseCommand):
    help = "Work out every deadline again from the chronology. Running it twice reports 0 changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would change, and change nothing",
        )
        parser.add_argument(
            "--area",
            help="only the area with this local authority code, for example 299",
        )

    def handle(self, *, dry_run: bool, area: str | None, **options: Any) -> None:
        """Each case in a transaction of its own: safe to stop, and to run again."""
        calendar = calendar_in_force()
        cases = Case.objects.order_by("pk")
        if area:
            cases = cases.filter(area__code=area)
        total, changed, touched, started = cases.count(), 0, 0, time.monotonic()
        for done, case in enumerate(cases.iterator(chunk_size=CHUNK), start=1):
            with transaction.atomic():
                rows = refresh(case, calendar)
                transaction.set_rollback(dry_run)
            changed, touched = changed + rows, touched + bool(rows)
            if done % CHUNK == 0 or done == total:
                self.stderr.write(f"{done:,} of {total:,} cases, {changed:,} deadlines changed")
        would = "would change" if dry_run else "changed"
        self.stdout.write(
            f"Deadlines: {changed:,} {would}, in {touched:,} of {total:,} cases, "
            f"in {time.monotonic() - started:.0f} s."
        )
