"""One child of a return into records, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.db import transaction

from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.people.models import Identifier, Person

from ..models import ImportedReturn, ReturnedChild
from ..records import ReadChild
from . import people
from .comparing import Difference, Told, compare
from .context import ChildLoading, Loading
from .steps import Step, details_of, steps_of
from .writing import WRITERS


class Outcome(Enum):
    """What came of one child of a return."""

    LOADED = "loaded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


class Conflict(Exception):
    """The return and the record cannot both stand as they are. Says why, and what to do."""

    def __init__(self, why: str, do: str) -> None:
        super().__init__(f"{why} {do}")
        self.why, self.do = why, do


def load(loading: Loading, imported: ImportedReturn, read: ReadChild) -> Outcome:
    """Load one child in one transaction. Raises Conflict, and then nothing of the child was written."""
    number = read.identifiers.child_id
    told = Told(loading.header.year, details_of(read), tuple(steps_of(read, loading.header)))
    known = _known(loading, number)
    if known is None:
        with transaction.atomic():
            _load_new(loading, imported, number, told)
        return Outcome.LOADED
    difference = compare(known.facts, told)
    with transaction.atomic():
        if difference:
            _bring_forward(loading, known.child, difference, told)
        if difference or told.year > known.facts["year"]:
            known.facts, known.imported, known.loaded_at = told.facts(known.facts), imported, loading.now
            known.save(update_fields=("facts", "imported", "loaded_at"))
    return Outcome.CHANGED if difference else Outcome.UNCHANGED


def _known(loading: Loading, number: str) -> ReturnedChild | None:
    return ReturnedChild.objects.select_related("child").filter(area=loading.area, number=number).first()


def _load_new(loading: Loading, imported: ImportedReturn, number: str, told: Told) -> None:
    _refuse_known_number(loading, number, told.details)
    child = people.make(loading, number, told.details)
    _write(ChildLoading(loading, child), told.steps)
    ReturnedChild.objects.create(
        area=loading.area,
        child=child,
        number=number,
        facts=told.facts(),
        imported=imported,
        loaded_at=loading.now,
    )


def _refuse_known_number(loading: Loading, number: str, details: dict[str, Any]) -> None:
    numbers = Identifier.objects.filter(area=loading.area)
    if numbers.filter(scheme=Identifier.Scheme.LA_CHILD_ID, value=number).exists():
        raise Conflict(
            "A child with this number is on record here, and not from a census return.",
            "Bring that record up to date by hand; a return is not laid over it.",
        )
    upn = details["upn"]
    if upn and numbers.filter(scheme=Identifier.Scheme.UPN, value=upn).exists():
        raise Conflict(
            "Another child on record here has this unique pupil number.",
            "Find out whether it is the same child. If so, correct the number by which the return knows them.",
        )


def _bring_forward(loading: Loading, child: Person, difference: Difference, told: Told) -> None:
    if difference.contradictions:
        raise Conflict(
            f"It was told otherwise before. {'; '.join(difference.contradictions)}.",
            "Find out which is right, and correct the record on the child's timeline if the new return is.",
        )
    if Entry.objects.filter(child=child).exclude(recorded_by=loading.by).exists():
        raise Conflict(
            "Others have worked on this child's record since it was loaded.",
            "Record by hand what the return adds; their work is not laid over.",
        )
    if difference.details:
        people.bring_up_to_date(loading, child, told.details)
    _write(ChildLoading(loading, child, cases=_cases(child)), difference.new)


def _cases(child: Person) -> dict[str, Case]:
    """The child's cases by the names their episodes have in ``steps``."""
    seen: Counter[str] = Counter()
    named: dict[str, Case] = {}
    for case in Case.objects.filter(child=child).order_by("opened_on", "id"):
        day = case.opened_on.isoformat()
        seen[day] += 1
        named[day if seen[day] == 1 else f"{day} ({seen[day]})"] = case
    return named


def _write(child: ChildLoading, steps: Sequence[Step]) -> None:
    for step in steps:
        WRITERS[step.kind](child, step)
    for episode in dict.fromkeys(step.episode for step in steps):
        refresh(child.cases[episode], child.loading.calendar)
