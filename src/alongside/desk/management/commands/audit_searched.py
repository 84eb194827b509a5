"""Who ever searched for a name or a number. The audit does not hold what was typed; it can recognise it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.desk.search import digest
from alongside.desk.search_terms import read
from alongside.moments import day_of
from alongside.ui.words import moment


class Command(BaseCommand):
    help = "Say who searched for a name, an alias or a number, when, and how many records they found."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name or number, as somebody might have typed it")

    def handle(self, *, name: str, **_: Any) -> None:
        terms = read(name, day_of(timezone.now()))
        wanted = {digest(word) for word in (terms.words or ((terms.code.lower(),) if terms.code else ()))}
        if not wanted:
            raise CommandError(
                "Nobody can search for this: it is too short. Give a name or a number.", returncode=3
            )
        rows = [row for row in _searches(wanted) if wanted <= set(row.more.get("terms", ()))]
        names = dict(
            Practitioner.objects.filter(pk__in={row.actor for row in rows}).values_list("pk", "name")
        )
        for row in rows:
            self.stdout.write(
                f"{moment(row.at)}: {names.get(row.actor, row.actor_kind)} found {row.more['found']}"
            )
        self.stdout.write(f"{len(rows)} searches for this were made.")


def _searches(wanted: set[str]) -> Any:
    searches = Row.objects.filter(action=Action.SEARCH)
    for one in wanted:
        searches = searches.filter(details__contains=one)
    return searches.order_by("at").iterator(1_000)
