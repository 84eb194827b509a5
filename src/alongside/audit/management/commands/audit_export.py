"""The audit as plain text, for whoever will verify it elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alongside.audit import reading, verifying


class Command(BaseCommand):
    help = "Write the whole audit as plain text, which verifying.py checks with nothing but Python."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write; it must not be there yet")

    def handle(self, *, file: Path, **_: Any) -> None:
        try:
            with file.open("x", encoding="utf-8", newline="\n") as out:
                count = reading.export(out)
        except OSError as error:
            raise CommandError(
                f"{file} was not written: {error.strerror}. Name another file.", returncode=3
            ) from None
        self.stdout.write(f"{count:,} rows are in {file}.")
        self.stdout.write(f"Check them anywhere with: python {Path(verifying.__file__).name} {file.name}")
        self.stdout.write(f"The checker is {verifying.__file__}")
