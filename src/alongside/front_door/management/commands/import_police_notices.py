"""alongside import police-notices FILE: what a police force sent, taken in and stacked per child."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.front_door.models import NoticeReceipt
from alongside.front_door.notice_receipts import as_csv
from alongside.front_door.notices import TakenIn, take_in_file
from alongside.front_door.schema import NotTaken, Problem

USAGE, REFUSED = 2, 3


class Command(BaseCommand):
    help = (
        "Take in notices about children from a police force, from JSON or CSV. All of the file is taken in, or "
        "none of it; a notice that was taken in before is known again. They wait on the front door's page of notices."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="notices, as .json or .csv")
        parser.add_argument(
            "--area", metavar="CODE", required=True, help="the area whose front door they are for"
        )
        parser.add_argument(
            "--force", dest="from_force", metavar="NAME", required=True, help="the force that sent them"
        )
        parser.add_argument(
            "--receipt", metavar="CSV", type=Path, help="write what became of each notice to this file"
        )
        parser.add_argument("--json", action="store_true", help="write the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        area = Area.objects.filter(code=options["area"]).first()
        if area is None:
            raise CommandError(
                f"There is no area {options['area']} here. Give its three-figure code.", returncode=USAGE
            )
        try:
            content = path.read_bytes()
        except OSError as wrong:
            raise CommandError(
                f"{path} cannot be read: {wrong.strerror}. Look at the name.", returncode=USAGE
            ) from None
        started = time.monotonic()

        def progress(done: int, of: int) -> None:
            rate = done / max(time.monotonic() - started, 0.001)
            self.stderr.write(f"{done:,} of {of:,} notices, {rate:,.0f} a second")

        try:
            taken = take_in_file(
                content,
                path.name,
                area=area,
                force=options["from_force"],
                now=timezone.now(),
                progress=progress,
            )
            self._keep(options["receipt"], taken.receipt)
        except NotTaken as refused:
            self._keep(options["receipt"], getattr(refused, "receipt", None))
            self._refuse(path, refused, options["json"])
        else:
            self._tell(path, taken, options["json"])

    def _keep(self, path: Path | None, receipt: NoticeReceipt | None) -> None:
        if path is not None and receipt is not None:
            path.write_text(as_csv(receipt), encoding="utf-8", newline="")

    def _tell(self, path: Path, taken: TakenIn, as_data: bool) -> None:
        if as_data:
            facts = {
                "file": path.name,
                "taken": taken.taken,
                "again": taken.again,
                "matched": taken.matched,
                "receipt": str(taken.receipt.pk),
            }
            self.stdout.write(json.dumps(facts, indent=2))
            return
        self.stdout.write(
            f"{path.name}: {taken.taken:,} taken in, {taken.again:,} were here already, "
            f"{taken.matched:,} stand on a record by a number that is only that child's."
        )

    def _refuse(self, path: Path, refused: NotTaken, as_data: bool) -> None:
        if as_data:
            problems = [
                {"field": p.field, "what": p.what, "why": p.why, "do": p.do} for p in refused.problems
            ]
            told = {"file": path.name, "refused": problems}
            if receipt := getattr(refused, "receipt", None):
                told["receipt"] = str(receipt.pk)
            self.stdout.write(json.dumps(told, indent=2))
        lines = "\n".join(f"  {_place(p, refused) or path.name}: {p}" for p in refused.problems)
        raise CommandError(f"{path.name} was not taken in.\n{lines}", returncode=REFUSED)


def _place(problem: Problem, refused: NotTaken) -> str:
    """Which notice and field, and on which line of the file, where that is known."""
    receipt, row = getattr(refused, "receipt", None), problem.field.split(".")[1:2]
    if not (receipt and receipt.lines and row):
        return problem.field
    return f"line {receipt.lines[int(row[0]) - 1][0]}, {problem.field}"
