"""After how long a record of an area counts as silent, set from the command line by an administrator of it."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.agencies.models import Area, Practitioner
from alongside.desk.administration.silences import set_silences
from alongside.refusals import Refusal


class Command(BaseCommand):
    help = "Set after how long a record of an area that says nothing is shown as silent, from a day on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the local authority's code, three digits")
        parser.add_argument(
            "--from",
            dest="from_on",
            required=True,
            type=date.fromisoformat,
            help="the first day, like 2026-12-01",
        )
        parser.add_argument("--alone", required=True, type=int, help="weeks without being seen alone")
        parser.add_argument("--unheard", required=True, type=int, help="weeks without a word from an agency")
        parser.add_argument(
            "--meetings", required=True, type=int, help="core groups running without a member"
        )
        parser.add_argument("--decided-by", required=True, help="a post or a meeting")
        parser.add_argument("--reason", required=True, help="why")
        parser.add_argument("--by", required=True, help="the e-mail address of the administrator who sets it")

    def handle(
        self, *, code: str, from_on: date, alone: int, unheard: int, meetings: int, decided_by: str, reason: str, by: str, **_: Any
    ) -> None:  # fmt: skip
        """As the page under Administration: the same rules, the same list of changes."""
        area = Area.objects.filter(code=code).first()
        who = Practitioner.objects.filter(email=by.strip().lower(), is_active=True).first()
        if area is None or who is None:
            raise CommandError(
                f"Nothing was set. There is no {'area ' + code if area is None else 'account ' + by}."
            )
        try:
            one = set_silences(
                by=who, area=area, alone_weeks=alone, unheard_weeks=unheard, meetings=meetings, from_on=from_on,
                decided_by=decided_by, reason=reason, now=timezone.now(),
            )  # fmt: skip
        except PermissionDenied:
            raise CommandError(f"Nothing was set. {who} does not administer {area}.") from None
        except Refusal as refusal:
            raise CommandError(f"Nothing was set. {refusal.what} {refusal.why} {refusal.do}") from None
        except ValidationError as objection:
            raise CommandError(f"Nothing was set. {' '.join(objection.messages)}") from None
        self.stdout.write(f"{area}: silences go by {one}, decided by {decided_by}.")
