"""What would be due for disposal on a day."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.moments import day_of
from alongside.retention.children import Keeping
from alongside.retention.simulating import Simulation, simulate
from alongside.ui.words import count, date_words


def a_day(words: str) -> date:
    """A day as it is typed. Raises ArgumentTypeError, saying how."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ArgumentTypeError(f"“{words}” is not a day. Type it like 2040-03-31.") from None


class Command(BaseCommand):
    help = "Say what would be due for disposal on a day, under which rule, and why. Nothing is destroyed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=a_day, metavar="DAY", help="the day to ask about; today, unless given"
        )
        parser.add_argument("--json", action="store_true", help="as data, for a program")

    def handle(self, *, on: date | None, json: bool, **_: Any) -> None:
        day = on or day_of(timezone.now())
        found = [simulate(area, day) for area in Area.objects.all()]
        if json:
            self.stdout.write(as_json(found))
            return
        for one in found:
            for line in told(one):
                self.stdout.write(line)


def as_json(found: list[Simulation]) -> str:
    return json.dumps([one.as_data for one in found], indent=2, ensure_ascii=False)


def told(found: Simulation) -> Iterable[str]:
    """A simulation in lines."""
    yield f"{found.area}, on {date_words(found.on)}. Nothing is destroyed."
    yield f"Would be due: {count(len(found.due), 'record')}"
    yield from _each(found.due)
    yield f"Would be due, and a hold keeps them: {count(len(found.held), 'record')}"
    yield from _each(found.held)
    yield f"No day can be given: {count(len(found.unknown), 'record')}"
    yield from _each(found.unknown)
    yield f"Kept: {count(found.kept, 'record')}"
    for one in found.counted:
        yield f"{one.model}: {count(one.count, 'row')} ({one.words})"


def _each(keepings: Iterable[Keeping]) -> Iterable[str]:
    for one in keepings:
        until = f"kept until {date_words(one.until)}" if one.until else "kept"
        source = f" ({one.source})" if one.source else ""
        yield f"  {one.life.reference}: {until}; {one.because}{source}"
