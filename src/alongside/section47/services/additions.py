"""Adding to the record of immediate protection what could wait while the child was made safe."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import models, transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology.kinds import PROTECTION_ADDED_TO
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    ImmediateAction,
    PoliceProtection,
)
from alongside.section47.models.protection import ProtectiveRecord

RECORDS: dict[str, type[ProtectiveRecord]] = {
    "police": PoliceProtection,
    "order": EmergencyProtectionOrder,
    "assessment-order": ChildAssessmentOrder,
    "action": ImmediateAction,
}


@transaction.atomic
def add_to_protection(
    *, by: Practitioner, child: Person, what: str, added: Mapping[str, str], now: datetime
) -> ProtectiveRecord:
    """Add to the latest record of one kind: legal advice, other children, where the child now is.

    what: a key of ``RECORDS``. added: new words by field. Longer words are put under those already there;
    a name or a place takes the place of the earlier one, which stays on the timeline. Raises Refusal where
    there is nothing to add, or nothing to add it to. Working Together 2023, page 85.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    words = {name: given.strip() for name, given in added.items() if given.strip()}
    if not words:
        raise Refusal(
            "There is nothing to add.",
            "Every answer was left empty.",
            "Answer one of the questions, or go back.",
        )
    record = _latest(case, what)
    for name, given in words.items():
        earlier, field = getattr(record, name), record._meta.get_field(name)
        setattr(
            record, name, f"{earlier}\n{given}" if earlier and isinstance(field, models.TextField) else given
        )
    check(record, exclude=("entry",))
    keep(record, update_fields=list(words))
    told = ". ".join(f"{record.called(name)}: {given}" for name, given in words.items())
    PROTECTION_ADDED_TO.record(case, on=day_of(now), by=by, now=now, words=told)
    refresh(case)
    return record


def _latest(case: Case, what: str) -> ProtectiveRecord:
    records = RECORDS[what]._default_manager.select_for_update()
    record = records.filter(case=case).order_by("-recorded_at").first()
    if record is None:
        raise Refusal(
            "There is no record to add this to.",
            f"No {RECORDS[what]._meta.verbose_name} is recorded for {case.child}.",
            "Record first how the child was made safe.",
        )
    return record
