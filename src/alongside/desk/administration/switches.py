"""Moving an area to a way of working from a day on, and ending it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from alongside.agencies.models import Area, AreaSwitch, Practitioner, Switch
from alongside.desk.administration.changes import held, note
from alongside.refusals import Refusal


@transaction.atomic
def set_switch(
    *, by: Practitioner, area: Area, switch: str, from_on: date, decided_by: str, reason: str, now: datetime
) -> AreaSwitch:
    """From this day the area works in this way. The day may be to come, or past: what was recorded stays as it is.

    Raises Refusal where it works so already, or would again before an earlier time has ended.
    """
    area = held(area, by)
    standing = Q(to_on=None) | Q(to_on__gte=from_on)
    if other := AreaSwitch.objects.filter(standing, area=area, switch=switch).first():
        raise Refusal(
            f"{other.get_switch_display()} is set in {area} already.",
            f"It is set from {other.from_on:%-d %B %Y}" + (f" to {other.to_on:%-d %B %Y}." if other.to_on else "."),
            "End that first, or choose a day after it ended.", field="from_on",
        )  # fmt: skip
    one = AreaSwitch(
        area=area, switch=switch, from_on=from_on, decided_by=decided_by, reason=reason, recorded_at=now, recorded_by=by
    )  # fmt: skip
    one.full_clean()
    one.save()
    note(
        area,
        by,
        now,
        f"{Switch(switch).label}: on from {from_on:%-d %B %Y}. Decided by {decided_by}. {reason}",
    )
    return one


@transaction.atomic
def end_switch(*, by: Practitioner, area: Area, one: AreaSwitch, on: date, now: datetime) -> AreaSwitch:
    """The last day on which the area works in this way. Raises Refusal for a day before it began."""
    area = held(area, by)
    one = AreaSwitch.objects.select_for_update(of=("self",)).get(pk=one.pk, area=area)
    if on < one.from_on:
        raise Refusal(
            "This is before it began.", f"It began on {one.from_on:%-d %B %Y}.", "Enter that day or a later one.",
            field="on",
        )  # fmt: skip
    one.to_on = on
    one.full_clean()
    one.save(update_fields=("to_on",))
    note(area, by, now, f"{one.get_switch_display()}: off after {on:%-d %B %Y}.")
    return one
