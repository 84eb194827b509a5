"""Whether the audit, and the chronology it vouches for, are as they were written."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from alongside import written_once
from alongside.audit import checkpoints, reading, triggers
from alongside.audit.verifying import (
    WITHOUT_CHECKPOINT,
    Problem,
    Verifier,
    faults_of,
    marks_of,
    removed_in_words,
)
from alongside.chronology import proof


class Command(BaseCommand):
    help = "Look for any row of the audit, or entry of the chronology, that was changed, removed, moved or put in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--checkpoint", nargs="+", type=Path, default=[], metavar="FILE",
            help="checkpoints kept elsewhere; those of the data folder are always used",
        )  # fmt: skip
        parser.add_argument(
            "--key",
            help="the public key, as it was written down, that checkpoints must be signed with; "
            "the data folder's, where none is given",
        )
        parser.add_argument("--json", action="store_true", help="print what was found as JSON")

    def handle(self, *, checkpoint: list[Path], key: str | None, json: bool, **_: Any) -> None:
        folder: Path = settings.CONFIG.data_folder
        files = [*checkpoints.kept_in(folder), *checkpoint]
        read = checkpoints.read(files)
        said = [*self._guards(), *faults_of(read)]
        if read:
            key = key or checkpoints.public_key(checkpoints.signing_key(folder))
        said += [
            f"{file} is not signed with the key {key}."
            for file, one in zip(files, read, strict=True)
            if not checkpoints.is_signed(one, key or "")
        ]
        verifier = Verifier(marks_of(read))
        found = list(self._problems(verifier))
        if json:
            self._as_json(verifier, said, found, len(read))
        else:
            self._in_words(verifier, said, found, len(read))
        if said or found:
            raise CommandError(f"{len(said) + len(found)} problems were found.", returncode=1)

    def _problems(self, verifier: Verifier) -> Iterator[Problem]:
        yield from verifier.take(reading.rows())
        yield from verifier.finish(reading.heads())
        yield from proof.problems()

    def _guards(self) -> list[str]:
        from django.db import connection

        missing = sorted(written_once.missing(connection) | triggers.missing(connection))
        return (
            [f"The database no longer guards what is written once: {', '.join(missing)}."] if missing else []
        )

    def _in_words(self, verifier: Verifier, said: list[str], found: list[Problem], held_against: int) -> None:
        for problem in (*said, *found):
            self.stdout.write(str(problem))
        for line in removed_in_words(verifier.removed):
            self.stdout.write(line)
        self.stdout.write(
            f"{verifier.rows:,} rows in {len(verifier.chains)} chains were read, "
            f"and held against {held_against} checkpoints."
        )
        if not held_against:
            self.stdout.write(WITHOUT_CHECKPOINT)

    def _as_json(self, verifier: Verifier, said: list[str], found: list[Problem], held_against: int) -> None:
        told = {
            "rows": verifier.rows, "chains": len(verifier.chains), "checkpoints": held_against,
            "removed": verifier.removed,
            "problems": [*said, *(asdict(problem) for problem in found)],
        }  # fmt: skip
        self.stdout.write(json.dumps(told, indent=2))
