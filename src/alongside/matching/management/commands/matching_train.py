"""Learn how much each kind of agreement between two records says."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.matching.training import train
from alongside.matching.weights import own_file


class Command(BaseCommand):
    help = "Learn the weights of matching from the records here, with Splink; nothing leaves the computer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--area", default="", help="only the area with this local authority code, for example 299"
        )
        parser.add_argument(
            "--made-up", type=int, default=0, metavar="PEOPLE", help="from made-up people instead"
        )
        parser.add_argument("--to", type=Path, help="the file to write, in place of the installation's own")

    def handle(self, *, area: str, made_up: int, to: Path | None, **options: Any) -> None:
        """Refuses where there are too few records; nothing is changed then."""
        path = to or own_file()
        try:
            learnt = train(now=timezone.now(), to=path, made_up=made_up, area_code=area)
        except ValueError as too_few:
            raise CommandError(f"{too_few} The weights in use stay as they are.") from None
        self.stdout.write(f"Weights learnt from {learnt.records:,} records, written to {path}.")
