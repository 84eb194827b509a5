"""Make the demonstration borough, say who can sign in as what, and serve it."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from datetime import date
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

from alongside import written_once
from alongside.agencies.models import Area, Practitioner
from alongside.audit import triggers
from alongside.demo import small
from alongside.demo.organisation import CODE, PASSWORD, TRY, email_of, lay_out
from alongside.moments import day_of


class Command(BaseCommand):
    help = "Make the demonstration borough of Wrenmouth, where everyone is invented, and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--size", choices=("small", "borough"), default="small", help="small: about 300 children"
        )
        parser.add_argument("--seed", type=int, default=1, help="the same seed and day give the same borough")
        parser.add_argument(
            "--day", type=date.fromisoformat, help="the day the borough has lived until; today if not given"
        )
        parser.add_argument(
            "--reset", action="store_true", help="throw the borough that is there away and make it afresh"
        )
        parser.add_argument("--no-serve", action="store_true", help="make it and stop")
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(
        self,
        *,
        size: str,
        seed: int,
        day: date | None,
        reset: bool,
        no_serve: bool,
        host: str,
        port: int,
        **_: Any,
    ) -> None:
        """Safe to repeat: a borough that is there is kept."""
        if settings.CONFIG.production:
            raise CommandError(
                "The demonstration has a password everybody knows, so it is not made in production. "
                "Leave ENVIRONMENT unset on a machine of your own.", returncode=3,
            )  # fmt: skip
        call_command("migrate", verbosity=0)
        if reset:
            clear()
        if Area.objects.filter(code=CODE).exists():
            self.stderr.write("The borough of Wrenmouth is there already.")
        elif Practitioner.objects.exists():
            raise CommandError(
                "This database already holds other records, and the demonstration is never mixed with them. "
                "Name another database in DATABASE_URL.", returncode=3,
            )  # fmt: skip
        else:
            self._make(size, seed, day or day_of(timezone.now()))
        self._say_who()
        if not no_serve:
            call_command("serve", host=host, port=port)

    def _make(self, size: str, seed: int, day: date) -> None:
        started = time.monotonic()
        with transaction.atomic():
            fill = small.fill if size == "small" else import_module("alongside.demo.borough").fill
            fill(lay_out(), seed=seed, until=day, progress=self._progress)
        self.stderr.write(
            f"\nWrenmouth is made, in {time.monotonic() - started:.0f} s. Everyone in it is invented."
        )

    def _progress(self, done: int, of: int) -> None:
        if done % 50 == 0 or done == of:
            self.stderr.write(f"\rMaking Wrenmouth: {done:,} of about {of:,} steps", ending="")
            sys.stderr.flush()

    def _say_who(self) -> None:
        self.stdout.write(f"Sign in with the password “{PASSWORD}” as:")
        names = dict(Practitioner.objects.values_list("email", "name"))
        for key, does in TRY:
            self.stdout.write(f"  {email_of(key):28} {names.get(email_of(key), key)}, who {does}")


def clear() -> None:
    """Empty a database that holds the demonstration and nothing else. Raises CommandError for any other."""
    if Area.objects.exclude(code=CODE).exists():
        raise CommandError(
            "Nothing was thrown away: this database also holds another area's records. "
            "Name another database in DATABASE_URL.", returncode=3,
        )  # fmt: skip
    if Area.objects.exists():
        written_once.lift(connection)
        triggers.lift(connection)
        call_command("flush", interactive=False, verbosity=0)
