"""What is noted about a child for named eyes only, such as police intelligence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.access.marks import READERS, Mark, marks_read_by
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.people.models import Person
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What is noted. mark: whose eyes it is for; source: where it comes from, in words; on: the day it was learnt."""

    mark: Mark
    words: str
    source: str
    on: date


@transaction.atomic
def note(*, by: Practitioner, child: Person, noted: Noted, now: datetime) -> Entry:
    """Put on the chronology what only the readers of its mark see. Nobody writes what they could not read.

    Who reads what carries a mark is a local rule of this service (``access.marks``), and not the guidance's.
    Raises Refusal for a mark that is not theirs to put, or where no episode is open.
    """
    child = policies.NOTE_FOR_NAMED_EYES.lock(child, by)
    if noted.mark not in marks_read_by(by.scope):
        raise Refusal(
            "You cannot put this mark on an entry.", f"It is read by {READERS[noted.mark].words}.",
            "Tell one of them what you know, and they note it.", field="mark",
        )  # fmt: skip
    case = open_case(child)
    return kinds.NOTED_FOR_NAMED_EYES.record(
        case, on=noted.on, by=by, now=now, sealed_for=noted.mark.value, words=noted.words.strip(),
        came_from=noted.source.strip().rstrip("."),
    )  # fmt: skip


def noted_about(child: Person, me: Practitioner) -> QuerySet[Entry]:
    """What stands for this practitioner's eyes, the newest first. The child was opened by its door."""
    standing = Entry.objects.standing().filter(
        child=child, sealed_for__in=[mark.value for mark in marks_read_by(me.scope)]
    )
    return standing.select_related("recorded_by").order_by("-happened_on", "-recorded_at")
