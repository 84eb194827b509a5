"""Recording a bank holiday that this version does not know, and working deadlines out again after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS
from alongside.deadlines.models import Deadline, RecordedHoliday
from alongside.deadlines.projection import refresh
from alongside.desk.administration.changes import held, note
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.guidance.kernel.spans import WorkingDays
from alongside.refusals import Refusal

#: More cases than this are left to the command, so that no page keeps anyone waiting.
AT_ONCE = 1000
#: Only these can change with a bank holiday: months, hours and days with a date of their own count every day.
COUNTED_IN_WORKING_DAYS = frozenset(
    clock.rule.id
    for clock in CLOCKS
    if any(isinstance(text.value, WorkingDays) for text in clock.rule.within.provisions)
)


@transaction.atomic
def add_holiday(
    *, by: Practitioner, area: Area, day: date, name: str, source: str, now: datetime
) -> RecordedHoliday:
    """A bank holiday, and where it was announced. From now on it is not counted as a working day."""
    area = held(area, by)
    if not ENGLAND_AND_WALES.first <= day <= ENGLAND_AND_WALES.last:
        raise Refusal(
            "That day is outside the calendar.",
            f"It runs from {ENGLAND_AND_WALES.first:%-d %B %Y} to {ENGLAND_AND_WALES.last:%-d %B %Y}.",
            "Check the year.", field="day",
        )  # fmt: skip
    if because := ENGLAND_AND_WALES.reason(day) or _recorded(day):
        raise Refusal(
            f"{day:%A %-d %B %Y} is not a working day as it is.", f"It is {because}.",
            "Nothing needs recording. Check the day.", field="day",
        )  # fmt: skip
    holiday = RecordedHoliday(day=day, name=name, source=source)
    holiday.full_clean()
    holiday.save()
    note(area, by, now, f"Bank holiday recorded: {holiday}. {source}")
    return holiday


@transaction.atomic
def remove_holiday(*, by: Practitioner, area: Area, holiday: RecordedHoliday, now: datetime) -> date:
    """A bank holiday that was recorded by mistake. The day is a working day again."""
    area = held(area, by)
    day, words = holiday.day, str(holiday)
    holiday.delete()
    note(area, by, now, f"Bank holiday taken out: {words}.")
    return day


def _recorded(day: date) -> str:
    return RecordedHoliday.objects.filter(day=day).values_list("name", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How many deadlines changed, or would, in how many of the cases that were looked at."""

    looked_at: int
    cases: int
    deadlines: int
    too_many: bool = False


def reckon_again(*, by: Practitioner, area: Area, day: date, now: datetime, really: bool) -> Reckoned:
    """Work out again whatever counts across this day in the area; not ``really`` changes nothing.

    Each case in a transaction of its own. Too many cases are left to the command, which says how far it is.
    """
    if not policies.ADMINISTER.allows(area, by):
        raise PermissionDenied(f"You cannot administer {area}.")
    across = Deadline.objects.filter(
        area=area, starts_on__lte=day, due_on__gte=day, rule_id__in=COUNTED_IN_WORKING_DAYS
    )
    keys = list(across.order_by("case").values_list("case", flat=True).distinct()[: AT_ONCE + 1])
    if len(keys) > AT_ONCE:
        return Reckoned(0, 0, 0, too_many=True)
    calendar, cases, deadlines = calendar_in_force(), 0, 0
    for case in Case.objects.filter(pk__in=keys).order_by("pk"):
        with transaction.atomic():
            changed = refresh(case, calendar)
            transaction.set_rollback(not really)
        cases, deadlines = cases + bool(changed), deadlines + changed
    if really and deadlines:
        note(area, by, now, f"Deadlines worked out again around {day:%-d %B %Y}: {deadlines} changed.")
    return Reckoned(len(keys), cases, deadlines)
