"""Bring the database up to date; a new one in one go."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

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
