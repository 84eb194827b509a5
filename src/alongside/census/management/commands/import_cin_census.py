"""alongside import cin-census FILE: a children in need census return into records."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.census.loading.returns import Result, import_return
from alongside.census.problems import FileRefused
from alongside.census.reporting import as_json, as_text
from alongside.refusals import Refusal

FINE, PROBLEMS, USAGE, REFUSED = 0, 1, 2, 3


class Command(BaseCommand):
    help = (
        "Read a children in need census return (XML, collections ending 2017 to 2026) into people, cases, "
        "assessments, enquiries, conferences, plans and reviews. Each child is loaded whole or not at all; "
        "importing the same file again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="the return, as sent to the department")
        parser.add_argument(
            "--area", metavar="CODE", help="the area it goes into; otherwise its authority's own"
        )
        parser.add_argument("--by", metavar="EMAIL", help="the practitioner who asked for the import")
        parser.add_argument("--json", action="store_true", help="write the result as JSON")
        parser.add_argument("--dry-run", action="store_true", help="do everything, and keep nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        asked_by = self._practitioner(options["by"])
        showing = _Progress(self.stderr)
        try:
            result = import_return(
                path, now=timezone.now(), area_code=options["area"], asked_by=asked_by,
                dry_run=options["dry_run"], progress=showing,
            )  # fmt: skip
        except (FileRefused, Refusal) as refused:
            self._refuse(path, refused, options["json"])
        else:
            showing.finish(result)
            shown = json.dumps(as_json(path, result), indent=2) if options["json"] else as_text(path, result)
            self.stdout.write(shown)
            if result.has_problems:
                sys.exit(PROBLEMS)

    def _practitioner(self, email: str | None) -> Practitioner | None:
        if email is None:
            return None
        found = Practitioner.objects.filter(email__iexact=email).first()
        if found is None:
            raise CommandError(
                f"Nobody here has the email address {email}. Check it, or leave --by out.", returncode=USAGE
            )
        return found

    def _refuse(self, path: Path, refused: FileRefused | Refusal, as_data: bool) -> None:
        if as_data:
            line = refused.line if isinstance(refused, FileRefused) else 0
            why = {"what": refused.what, "why": refused.why, "do": refused.do, "line": line}
            self.stdout.write(json.dumps({"file": path.name, "refused": why}, indent=2))
        raise CommandError(f"{path.name} was not imported. {refused}", returncode=REFUSED)


class _Progress:
    """A line on standard error about once a second, and one at the end."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.started = self.told = time.monotonic()

    def __call__(self, done: int, result: Result) -> None:
        now = time.monotonic()
        if now - self.told >= 1:
            self.told = now
            self.stream.write(
                f"{done:,} of {result.children:,} children, {self._rate(done)}, {_counted(result)}"
            )

    def finish(self, result: Result) -> None:
        rate = self._rate(result.children)
        self.stream.write(f"{result.children:,} of {result.children:,} children, {rate}, {_counted(result)}")

    def _rate(self, done: int) -> str:
        return f"{done / max(time.monotonic() - self.started, 0.001):,.0f} a second"


def _counted(result: Result) -> str:
    counts = result.counts
    return f"{counts['loaded']:,} loaded, {counts['unchanged']:,} unchanged, {result.refused:,} refused"
