"""Work out again by what everybody is found."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from alongside.matching import spellings


class Command(BaseCommand):
    help = "Work out every spelling of every name again. Running it twice reports 0 changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument(
            "--area", default="", help="only the area with this local authority code, for example 299"
        )

    def handle(self, *, dry_run: bool, area: str, **options: Any) -> None:
        """Some people in each transaction: safe to stop, and to run again."""
        people, changed, started = 0, 0, time.monotonic()
        for some, rows in spellings.rebuild(area, dry_run=dry_run):
            people, changed = people + some, changed + rows
            self.stderr.write(f"{people:,} people, {changed:,} spellings changed")
        would = "would change" if dry_run else "changed"
        self.stdout.write(
            f"Spellings: {changed:,} {would}, of {people:,} people, in {time.monotonic() - started:.0f} s."
        )
