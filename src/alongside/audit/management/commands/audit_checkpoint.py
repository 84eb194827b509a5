"""Where every chain of the audit ends now, signed."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.audit import checkpoints


class Command(BaseCommand):
    help = "Write a signed checkpoint of the audit. Once a day; keep a copy where nobody here can change it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="copy it into this folder as well")

    def handle(self, *, to: Path | None, **_: Any) -> None:
        if to is not None and not to.is_dir():
            raise CommandError(
                f"Nothing was written: there is no folder {to}. Make it, or name another.", returncode=3
            )
        folder: Path = settings.CONFIG.data_folder
        path = checkpoints.make(folder, timezone.now())
        if to is not None:
            shutil.copy2(path, to / path.name)
            self.stdout.write(f"{to / path.name}")
        self.stdout.write(f"{path}")
        self.stdout.write(
            f"Signed with the key whose public part is {checkpoints.public_key(checkpoints.signing_key(folder))}\n"
            "Write that down elsewhere, once: it shows that a checkpoint is from here."
        )
