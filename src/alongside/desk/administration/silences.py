"""Setting after how long a record of the area counts as silent, from a day on."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Area, Practitioner, SilenceRule
from alongside.desk.administration.changes import held, note
from alongside.refusals import Refusal


@transaction.atomic
def set_silences(
    *, by: Practitioner, area: Area, alone_weeks: int, unheard_weeks: int, meetings: int, from_on: date, decided_by: str,
    reason: str, now: datetime,
) -> SilenceRule:  # fmt: skip
    """From this day a record counts as silent after these weeks and meetings, until others are set. What was set before stays.

    Raises Refusal for a day from which numbers are set already.
    """
    area = held(area, by)
    if SilenceRule.objects.filter(area=area, from_on=from_on).exists():
        raise Refusal(
            f"Numbers are set from {from_on:%-d %B %Y} already.", "Two would hold from one day.",
            "Choose another day: a later one takes the place of the earlier.", field="from_on",
        )  # fmt: skip
    one = SilenceRule(
        area=area, alone_weeks=alone_weeks, unheard_weeks=unheard_weeks, meetings=meetings, from_on=from_on,
        decided_by=decided_by, reason=reason, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    one.full_clean()
    one.save()
    note(
        area, by, now,
        f"Silences: from {from_on:%-d %B %Y} after {alone_weeks} weeks not seen alone, {unheard_weeks} weeks without a word from an "
        f"agency, {meetings} core groups. Decided by {decided_by}. {reason}",
    )  # fmt: skip
    return one
