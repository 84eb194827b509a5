"""Go through an area's records for those that may be one person's."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.matching.duplicates import find_duplicates


class Command(BaseCommand):
    help = "List records that may be one person's, for the front door to look at. It joins nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--area", default="", help="only the area with this local authority code, for example 299"
        )

    def handle(self, *, area: str, **options: Any) -> None:
        """Each pair in a transaction of its own: safe to stop, and to run again."""
        areas = Area.objects.filter(code=area) if area else Area.objects.all()
        if area and not areas.exists():
            raise CommandError(f"There is no area with the code {area}.")
        for one in areas:
            started = time.monotonic()
            gone = find_duplicates(one, now=timezone.now())
            self.stdout.write(
                f"{one}: {gone.records:,} records; {gone.listed:,} pairs listed, {gone.known:,} listed already, "
                f"{gone.settled:,} said of before; {time.monotonic() - started:.0f} s."
            )
