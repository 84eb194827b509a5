"""The generated reference pages."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.config import reference


class Command(BaseCommand):
    help = "Write the generated pages under docs/reference again, or check that they are fresh."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; exit code 1 if a page is out of date"
        )

    def handle(self, *, check: bool, **_: Any) -> None:
        if not (reference.FOLDER.parents[1] / "pyproject.toml").is_file():
            raise CommandError(
                "These pages belong to the source of Alongside, and this is an installed copy. "
                "Run the command from a check-out.",
                returncode=3,
            )
        stale = [page for page in reference.PAGES if reference.is_stale(page)]
        if not check:
            for page in stale:
                reference.write(page)
                self.stdout.write(f"Wrote {page.path}.")
        elif stale:
            names = ", ".join(page.path for page in stale)
            raise CommandError(f"Out of date: {names}. Run “alongside docs” and commit what it writes.")
        self.stdout.write(f"{len(reference.PAGES)} reference pages are fresh.")
