"""Serve the pages."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.config import server, static
from alongside.config.beside import worker_beside
from alongside.config.settings import CONFIG


class Command(BaseCommand):
    help = (
        "Serve the pages, after checking that the database is up to date and safe to write to. "
        "Stops cleanly on Ctrl-C."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--host", default="127.0.0.1", help="the address to listen on (default: this machine only)"
        )
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
        parser.add_argument(
            "--workers", type=int, default=0, help="processes that answer (default: 1 on SQLite, else 2)"
        )

        parser.add_argument(
            "--no-worker", action="store_true", help="do not send e-mails and events, nor do the daily duties"
        )

    def handle(self, *, host: str, port: int, workers: int, no_worker: bool, **_: Any) -> None:
        self.check(databases=["default"])
        waiting = changes_waiting()
        if waiting:
            raise CommandError(
                f"The database has {waiting} changes to make before this version can use it. "
                "Run “alongside migrate”, then serve again.",
                returncode=3,
            )
        if host not in {"127.0.0.1", "localhost", "::1"} and not CONFIG.allowed_hosts:
            self.stderr.write(
                "Other machines will be turned away: name this one, as they know it, in ALLOWED_HOSTS."
            )
        static.collect()
        vendor = connection.vendor
        connection.close()
        try:
            with nullcontext() if no_worker else worker_beside():
                server.serve(
                    host, port, workers=workers or (1 if vendor == "sqlite" else 2), ready=self._say_where
                )
        except server.PortTaken as refusal:
            raise CommandError(str(refusal), returncode=3) from None

    def _say_where(self, address: str) -> None:
        self.stdout.write(f"Alongside is at {address} (Ctrl-C stops it).")
        self.stdout.flush()


def changes_waiting() -> int:
    """How many migrations the database has not had yet."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
