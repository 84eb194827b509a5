"""How many working days an area gives itself to send something: its own figure, beside what the guidance leaves open."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.keeping import check, keep
from alongside.letters.models import LocalDays
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words


@transaction.atomic
def set_days(
    *, by: Practitioner, area: Area, what: str, working_days: int, from_on: date, because: str, now: datetime
) -> LocalDays:
    """Set the area's own days from a day on. What happened before keeps the figure it had. Raises Refusal for a past day."""
    area = policies.ADMINISTER.lock(area, by)
    if from_on < day_of(now):
        raise Refusal("Days are set for what is to come.", f"You entered {date_words(from_on)}, which is over.",
                      "Enter today or a later day.", field="from_on")  # fmt: skip
    if LocalDays.objects.filter(area=area, what=what, from_on=from_on).exists():
        raise Refusal("Days from this day are set already.", f"They begin on {date_words(from_on)}.",
                      "Choose another day; the later ones hold from then on.", field="from_on")  # fmt: skip
    made = LocalDays(
        area=area, what=what, working_days=working_days, from_on=from_on, because=because, written_at=now, written_by=by
    )  # fmt: skip
    check(made)
    keep(made)
    write(
        Action.CHANGE, area=area, by=by, about=made.pk, about_kind="local-days", now=now, what=what,
        working_days=working_days,
    )  # fmt: skip
    return made
