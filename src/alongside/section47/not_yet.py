"""Days and moments that have not come.

What protects a child at once may come before the referral that opens the case, often the night before:
only the future is refused here, never a day before the case opened.
"""

from __future__ import annotations

from datetime import date, datetime

from alongside.moments import LONDON, day_of
from alongside.refusals import Refusal


def in_words(moment: datetime) -> str:
    """A moment on the clocks of England: 23 October 2026 at 22:00."""
    return f"{moment.astimezone(LONDON):%-d %B %Y at %H:%M}"


def refuse_day_to_come(day: date, *, what: str, field: str, now: datetime) -> None:
    """Raise Refusal for a day in the future. what: the thing, at the start of a sentence ("This order")."""
    if day > day_of(now):
        raise Refusal(
            f"{what} is in the future.",
            f"You entered {day:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter the day it happened, or come back once it has.",
            field=field,
        )


def refuse_moment_to_come(moment: datetime, *, what: str, field: str, now: datetime) -> None:
    """Raise Refusal for a moment in the future. what: the thing, at the start of a sentence."""
    if moment > now:
        raise Refusal(
            f"{what} is in the future.",
            f"You entered {in_words(moment)}, and it is now {in_words(now)}.",
            "Check the day and the time.",
            field=field,
        )
