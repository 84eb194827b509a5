"""Destroying what two people signed for, once the wait is over."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from alongside.moments import day_of
from alongside.retention import disposing
from alongside.retention.models import Disposal, DisposalLine
from alongside.ui.words import count, date_words


class Command(BaseCommand):
    help = "Destroy the records of every disposal that two people signed and whose wait is over. The worker does it daily."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--dry-run", action="store_true", help="say what would be destroyed, and destroy nothing"
        )
        what.add_argument(
            "--due", action="store_true", help="destroy it; what is destroyed cannot be brought back"
        )

    def handle(self, *, due: bool, **_: Any) -> None:
        now = timezone.now()
        found = disposing.due(day_of(now))
        if not found:
            self.stdout.write("No disposal is due: none that two people signed has waited long enough.")
            return
        failed = sum(self._carry_out(one, now) if due else self._say(one) for one in found)
        if failed:
            raise CommandError(
                f"{count(failed, 'disposal')} could not be carried out to the end. What is left is as it was; run this again.",
                returncode=1,
            )

    def _say(self, disposal: Disposal) -> int:
        self.stdout.write(f"{told(disposal)}. Nothing is destroyed by asking.")
        for line in disposal.lines.filter(outcome="").select_related("child").order_by("kept_until", "id"):
            reference = line.child.reference if line.child else line.reference_digest
            until = date_words(line.kept_until)
            self.stdout.write(f"  {reference}: kept until {until}; {line.because} ({line.source})")
        return 0

    def _carry_out(self, disposal: Disposal, now: Any) -> int:
        of = disposal.lines.filter(outcome="").count()
        done: list[DisposalLine] = []

        def one(line: DisposalLine) -> None:
            done.append(line)
            why = (
                f": {line.left_out_because}"
                if line.left_out_because
                else f", {sum(line.counts.values())} rows"
            )
            sys.stderr.write(f"{len(done)} of {of}: {line.get_outcome_display().lower()}{why}\n")

        try:
            ended = disposing.carry_out(disposal, now, one)
        except DatabaseError as error:
            self.stdout.write(f"{told(disposal)}. Broken off after {len(done)} of {of}: {error}")
            return 1
        destroyed = sum(line.outcome == DisposalLine.Outcome.DESTROYED for line in done)
        self.stdout.write(
            f"{told(disposal)}. {count(destroyed, 'record')} destroyed, {len(done) - destroyed} left out, "
            f"and {count(sum(ended.rows.values()), 'other row')} removed. Certificate {disposal.pk}"
        )
        return 0


def told(disposal: Disposal) -> str:
    """Which disposal it is, and who signed."""
    return f"{disposal.area}: {disposal}, signed by {disposal.first_by} and {disposal.second_by}"
