"""alongside guidance replay: an area's open cases under another text, and what would be different."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.guidance.variant import Variant, bases, instead, read
from alongside.guidance.written import NotUsable
from alongside.replay.asked import WEEKS
from alongside.replay.reading_only import in_a_transaction_undone
from alongside.replay.running import run
from alongside.replay.showing import as_json, as_text

USAGE = 2


class Command(BaseCommand):
    help = (
        "Work out what would be different for the open cases of an area if another edition, a draft of one or a "
        "local standard had governed from the start. Nothing is written: the database is only read, and what is "
        "worked out is thrown away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        known = ", ".join(one.id for one in bases())
        parser.add_argument(
            "--edition", default="", help=f"the text that governs: {known}, or an issue of one"
        )
        parser.add_argument(
            "--variant", metavar="FILE", type=Path, help="a TOML file that says what single rules ask instead"
        )
        parser.add_argument("--area", metavar="CODE", help="the area; needed only where there are several")
        parser.add_argument(
            "--closed-too", action="store_true", help="every case on record, not only what is open"
        )
        parser.add_argument("--weeks", type=int, default=WEEKS[0], help="how many weeks to look ahead")
        parser.add_argument(
            "--children", action="store_true", help="with --json: every limit too, with the child's reference"
        )
        parser.add_argument("--json", action="store_true", help="write JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["weeks"] <= 104:
            raise CommandError("Give between 1 and 104 weeks.", returncode=USAGE)
        area, variant = self._area(options["area"]), self._variant(options["edition"], options["variant"])
        try:
            other = instead(variant)
        except NotUsable as wrong:
            raise CommandError(_told(wrong), returncode=USAGE) from None
        with in_a_transaction_undone():
            found = run(
                area, other, timezone.now(), closed_too=options["closed_too"], progress=self._progress
            )
        if options["json"]:
            told = as_json(found, options["weeks"], children=options["children"])
            self.stdout.write(json.dumps(told, indent=2, ensure_ascii=False))
        else:
            self.stdout.write(as_text(found, options["weeks"]))

    def _progress(self, done: int, of: int) -> None:
        self.stderr.write(f"{done:,} of {of:,} cases")

    def _variant(self, edition: str, file: Path | None) -> Variant:
        if file is None:
            return Variant(edition, edition) if edition else Variant("", "")
        try:
            asked = read(file.read_text(encoding="utf-8"), file.name)
        except NotUsable as wrong:
            raise CommandError(_told(wrong), returncode=USAGE) from None
        except (OSError, UnicodeDecodeError) as trouble:
            raise CommandError(
                f"{file} cannot be read. {trouble}. Check the name of the file.", returncode=USAGE
            ) from None
        return Variant(asked.name, edition or asked.base, asked.changes, asked.local)

    def _area(self, code: str | None) -> Area:
        areas = list(Area.objects.filter(code=code) if code else Area.objects.all())
        if len(areas) != 1:
            known = ", ".join(str(each) for each in Area.objects.values_list("code", flat=True)) or "none yet"
            said = f"There is no area with the code {code}." if code else "Name one area with --area."
            raise CommandError(f"{said} The areas here are {known}.", returncode=USAGE)
        return areas[0]


def _told(wrong: NotUsable) -> str:
    return "\n".join(
        f"{one.what}\n  Where: {one.where}\n  Why: {one.why}\n  Do: {one.do}" for one in wrong.problems
    )
