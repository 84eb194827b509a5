"""After a conference: who is to be told of it, the family first, and each letter made ready the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.conferences.models import ConferenceDecision
from alongside.letters import writing
from alongside.letters.duties import READ, TO_WRITE, Duty, duties_of, letters_of
from alongside.letters.models import Audience, Letter
from alongside.letters.reading import read_record
from alongside.people.models import Person

FIRST = {Audience.CHILD: 0, Audience.PARENT: 1}


@dataclass(frozen=True, slots=True)
class After:
    """What follows one conference for one child. duties: each reader to be told, the child first, then parents, then others."""

    decision: ConferenceDecision
    duties: list[Duty]

    @property
    def to_begin(self) -> list[Duty]:
        """Those to whom nothing has been written yet."""
        return [one for one in self.duties if one.state == TO_WRITE]

    @property
    def open(self) -> list[Duty]:
        """Those who have not been told."""
        return [one for one in self.duties if not one.settled]


def read_after(child: Person, key: UUID) -> After | None:
    """Who is to be told of a conference about this child; None where there is none."""
    decision = (
        ConferenceDecision.objects.filter(conference=key, case__child=child)
        .select_related("case__area", "entry", "conference")
        .first()
    )
    if decision is None:
        return None
    case = decision.case
    case.child = child
    duties = [
        one for one in duties_of(case, child, letters_of(case), read_record(case, child, READ))
        if one.about is not None and one.about.pk == decision.entry_id
    ]  # fmt: skip
    return After(
        decision, sorted(duties, key=lambda one: (FIRST.get(one.reader.audience, 2), one.reader.name))
    )


@transaction.atomic
def make_ready(*, by: Practitioner, child: Person, found: After, now: datetime) -> list[Letter]:
    """Begin a letter to each reader to whom nothing has been written, the family's first. Nothing is signed or sent."""
    entry = found.decision.entry
    assert entry is not None
    entry.case = found.decision.case
    return [
        writing.begin(by=by, child=child, kind=one.kind, reader=one.reader.key, about=entry, now=now)
        for one in found.to_begin
    ]
