"""alongside timeliness: what was done in time, rule by rule, with the reason for each that was late."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.moments import day_of
from alongside.reports.showing import as_json, as_text
from alongside.reports.timeliness import Period, late, rows

USAGE = 2


class Command(BaseCommand):
    help = (
        "Report, for each time limit and each clock, how many fell due, were met, were late and are open, with "
        "the median and quartiles of how long it took, and explain each late one. A limit counts in the period "
        "in which its last day falls; what each figure means is in docs/explanation/timeliness.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="first", metavar="DAY", type=_day, help="first day of the period")
        parser.add_argument("--to", dest="last", metavar="DAY", type=_day, help="last day of the period")
        parser.add_argument(
            "--area", metavar="CODE", help="one area; otherwise every area, one after the other"
        )
        parser.add_argument("--json", action="store_true", help="write JSON: rows, and all that were late")
        parser.add_argument(
            "--late", action="store_true", help="list all that were late, not the first twenty"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        period = _period(options["first"], options["last"], day_of(timezone.now()))
        areas = self._areas(options["area"])
        figures = [(area, rows(area, period), list(late(area, period))) for area in areas]
        if options["json"]:
            every_row = [row for _, found, _ in figures for row in found]
            every_late = [each for _, _, found in figures for each in found]
            self.stdout.write(json.dumps(as_json(period, every_row, every_late), indent=2))
            return
        texts = [as_text(area, period, found, told, every=options["late"]) for area, found, told in figures]
        self.stdout.write("\n\n".join(texts))

    def _areas(self, code: str | None) -> list[Area]:
        areas = list(Area.objects.filter(code=code) if code else Area.objects.all())
        if not areas:
            known = ", ".join(str(each) for each in Area.objects.values_list("code", flat=True)) or "none yet"
            said = f"There is no area with the code {code}." if code else "There is no area yet."
            raise CommandError(
                f"{said} The areas here are {known}. Import a return or make the demo borough first, "
                "or name another area.",
                returncode=USAGE,
            )
        return areas


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(
            f"{text} is not a day. Write it year-month-day, such as 2026-03-31."
        ) from None


def _period(first: date | None, last: date | None, today: date) -> Period:
    if first and last and last < first:
        raise CommandError(
            f"The period ends on {last} before it begins on {first}. Change one of the days.",
            returncode=USAGE,
        )
    return Period(first, last, min(last, today) if last else today)
