"""How a due date reads: the day, how far off it is, and whether it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.moments import day_of
from alongside.ui.words import clock, count, day, day_short

NO_REASON_YET = "reason not recorded yet"


@dataclass(frozen=True, slots=True)
class Standing:
    """A due date as it stands now. parts are joined by " · "; tag is a word shown before them, or ""."""

    parts: tuple[str, ...]
    tag: str = ""
    late: bool = False


def standing(
    on: date | None,
    at: datetime | None,
    now: datetime,
    *,
    met: date | datetime | None = None,
    ended: date | None = None,
    late_reason: str | None = None,
    no_number: str = "",
) -> Standing:
    """Say a due date as a person would.

    on: the last day in time, or None where the text gives no number (`no_number` says it in words).
    at: the moment, for limits in hours. met: when it was done. ended: the day something took the reason
    for it away. late_reason: why it was late, once recorded.
    """
    if ended is not None:
        return Standing((f"No longer needed since {_near(ended, now)}",))
    if on is None:
        return Standing((no_number or "No date is set",) if met is None else (f"Done {_near(met, now)}",))
    if met is not None:
        return _kept(on, at, now, met)
    today = day_of(now)
    if (at is not None and now > at) or on < today:
        return Standing((f"Was due {_by(on, at, now)}", late_reason or NO_REASON_YET), "Late", True)
    if at is None and on == today:
        return Standing(("Due today",))
    return Standing((f"Due {_by(on, at, now)}", _distance(on, at, now)))


def _kept(on: date, at: datetime | None, now: datetime, met: date | datetime) -> Standing:
    done_on = day_of(met) if isinstance(met, datetime) else met
    in_time = met <= at if isinstance(met, datetime) and at is not None else done_on <= on
    if in_time:
        return Standing((f"Done {_near(met, now)}", "in time"))
    late_by = ENGLAND_AND_WALES.between(on, done_on)
    by = count(late_by, "working day") + " late" if late_by else "late"
    return Standing((f"Done {_near(met, now)}", by), "Done late", True)


def _near(when: date | datetime, now: datetime) -> str:
    """The day, with its year only when it is another one."""
    on = day_of(when) if isinstance(when, datetime) else when
    return day_short(on) if on.year == day_of(now).year else day(on)


def _by(on: date, at: datetime | None, now: datetime) -> str:
    if at is None:
        return _near(on, now)
    names = {0: "today", 1: "tomorrow", -1: "yesterday"}
    away = (on - day_of(now)).days
    return f"by {clock(at)} {names[away]}" if away in names else f"by {clock(at)} on {_near(on, now)}"


def _distance(on: date, at: datetime | None, now: datetime) -> str:
    if at is not None and at - now < timedelta(hours=48):
        hours, minutes = divmod(int((at - now).total_seconds()) // 60, 60)
        return count(hours, "hour") if hours else count(minutes, "minute")
    today = day_of(now)
    away = ENGLAND_AND_WALES.between(today, on)
    return count(away, "working day") if away else count((on - today).days, "day")
