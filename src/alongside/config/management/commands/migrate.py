"""Bring the database up to date; a new one in one go."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from alongside.config import new_database

#: What else can be asked for; any of it means that the steps themselves are wanted.
STEPS = (
    "app_label",
    "fake",
    "fake_initial",
    "plan",
    "run_syncdb",
    "check_unapplied",
    "prune",
    "step_by_step",
)


class Command(Migrate):
    """Django's own, except on a database with nothing in it."""

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if not any(options.get(name) for name in STEPS) and new_database.is_empty(connection):
            new_database.make(connection)
            if options["verbosity"]:
                self.stdout.write("Every table is made.")
            return
        super().handle(*args, **options)
        if not any(options.get(name) for name in STEPS):
            self._refuse_another_version(connection)

    def _refuse_another_version(self, connection: BaseDatabaseWrapper) -> None:
        """Raises CommandError for a database whose tables are not this version's, though every step is done."""
        if not (lacking := new_database.missing(connection)):
            return
        raise CommandError(
            f"This database was made by a version from before the first release: it lacks {lacking[0]}"
            f"{f' and {len(lacking) - 1} more' if lacking[1:] else ''}. Nothing in it was changed. A demonstration "
            "is made again: move the database file away, or name another in DATABASE_URL, and start again.",
            returncode=3,
        )
