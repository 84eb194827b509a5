"""Removing what rows of the audit say, each kind at the end of its own time."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.audit import removing
from alongside.retention.models import LegalHold
from alongside.ui.words import count, date_words


class Command(BaseCommand):
    help = (
        "Remove who, whom and what more from rows of the audit whose time is over. Each row stays in its chain with its "
        "number, moment, kind and hash, so that “alongside audit verify” still shows that none is missing. Rows about "
        "a child whose record is held are left as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--dry-run", action="store_true", help="say what would be removed, and remove nothing"
        )
        what.add_argument("--due", action="store_true", help="remove it; it cannot be brought back")

    def handle(self, *, due: bool, **_: Any) -> None:
        held = set(LegalHold.objects.standing().values_list("child", flat=True))
        found = removing.over(timezone.now(), held)
        names = {area.pk: str(area) for area in Area.objects.all()}
        if not found:
            self.stdout.write("The time of no row of the audit is over.")
        for one in found:
            words = f"{names.get(one.area, 'No area')}, {one.action.words}"
            done = self._remove(one, held) if due else one.count
            until = date_words(one.before.date())
            self.stdout.write(
                f"{words}: {count(done, 'row')} before {until}, {'removed' if due else 'would be removed'} after "
                f"{one.action.kept_years} years. {one.action.kept_because}"
            )

    def _remove(self, one: removing.Over, held: set[Any]) -> int:
        done = 0
        for some in removing.remove(one, held):
            done += some
            sys.stderr.write(f"{one.action.words}: {done} of {one.count}\n")
        return done
