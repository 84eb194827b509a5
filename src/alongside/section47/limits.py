"""The most the Act allows an order, as a check on the day printed on it; and how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import timescale
from alongside.guidance.kernel.due import Due
from alongside.refusals import Refusal
from alongside.section47.models import EmergencyProtectionOrder, PoliceProtection

POLICE = "emergency.police-protection"
ORDER = "emergency.protection-order"
ORDER_AFTER_POLICE = "emergency.protection-order-after-police-protection"
EXTENSION = "emergency.protection-order-extension"
ASSESSMENT_ORDER = "emergency.child-assessment-order"


@dataclass(frozen=True, slots=True)
class Most:
    """The last day an order may run to, and the reckoning behind it.

    last_day: later than ``due.on`` only where that is a Sunday or a public holiday, and the court may let
    the order run to noon of the first later day that is neither (Children Act 1989, section 45(2)).
    """

    last_day: date
    due: Due

    @property
    def to_noon(self) -> bool:
        """Whether the last day is one the court may grant only to noon."""
        return self.last_day != self.due.on


def most_for_order(applied_by: str, runs_from: date) -> Most:
    """The most the Act allows an emergency protection order that runs from this day."""
    after_police = applied_by == EmergencyProtectionOrder.AppliedBy.DESIGNATED_OFFICER
    return _most(ORDER_AFTER_POLICE if after_police else ORDER, runs_from, noon=True)


def most_for_extension(first_period_ends: date) -> Most:
    """The most the Act allows the one extension, from the day the first period ends."""
    return _most(EXTENSION, first_period_ends, noon=False)


def most_for_assessment_order(begins: date) -> Most:
    """The most the Act allows a child assessment order, beginning with the day it names."""
    return _most(ASSESSMENT_ORDER, begins, noon=False)


def refuse_beyond(most: Most, expires_on: date, what: str) -> None:
    """Raise Refusal, citing the Act, for a last day beyond the most it allows."""
    if expires_on > most.last_day:
        due = most.due
        raise Refusal(
            f"{what} cannot run to {expires_on:%-d %B %Y}.",
            f"The Act allows at most {due.span}, counted from {due.rule.runs_from}, on "
            f"{due.starts:%-d %B %Y}: the last day is {most.last_day:%-d %B %Y}"
            f"{' until noon' if most.to_noon else ''}.",
            "Check the last day printed on the order, and the day from which it runs.",
            field="expires_on",
            citation=due.citation,
        )


def police_protection_ends(protection: PoliceProtection) -> Due:
    """When 72 hours have passed, whatever the clocks do meanwhile."""
    return timescale(POLICE).due(protection.begun_at)


def _most(rule_id: str, starts: date, *, noon: bool) -> Most:
    due = timescale(rule_id).due(starts, calendar_in_force())
    assert due.on is not None
    return Most(_first_ordinary_day(due.on) if noon else due.on, due)


def _first_ordinary_day(day: date) -> date:
    while _is_public_holiday(day):
        day += timedelta(days=1)
    return day


def _is_public_holiday(day: date) -> bool:
    # As the Act has it: a Sunday, a bank holiday, Good Friday, and Christmas Day even on a Saturday.
    saturday, sunday = 5, 6
    if day.weekday() == sunday or (day.month, day.day) == (12, 25):
        return True
    return day.weekday() != saturday and calendar_in_force().reason(day) is not None


@dataclass(frozen=True, slots=True)
class Remaining:
    """How much of a limit in hours is left. level: "" (more than a day), "soon", "very-soon" or "over"."""

    words: str
    level: str


def remaining(due: Due, now: datetime) -> Remaining:
    """What is left of a limit in hours at this moment, in elapsed time. Raises ValueError without a moment."""
    if due.at is None:
        raise ValueError(f"{due.rule.title} is not counted in hours.")
    left = due.at - now.astimezone(UTC)
    passed = sum(now.astimezone(UTC) >= warning for warning in due.warnings)
    if left <= timedelta(0):
        return Remaining(f"The time allowed was up {_hours(-left)} ago" if left else "The time is up", "over")
    return Remaining(f"{_hours(left)} left", ("", "soon", "very-soon")[min(passed, 2)])


def _hours(span: timedelta) -> str:
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    parts = [f"{hours} {'hour' if hours == 1 else 'hours'}"] if hours else []
    if minutes or not hours:
        parts.append(f"{minutes} {'minute' if minutes == 1 else 'minutes'}")
    return " ".join(parts)
