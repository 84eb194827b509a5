"""The days an act may carry: none that has not come, none before the case opened."""

from __future__ import annotations

from datetime import date, datetime

from alongside.cases.models import Case
from alongside.moments import day_of
from alongside.refusals import Refusal


def refuse_impossible_day(day: date, *, what: str, field: str, case: Case, now: datetime) -> None:
    """Raise Refusal when the day is in the future, or before the case opened.

    what: the thing that has the day, at the start of a sentence ("This visit").
    """
    if day > day_of(now):
        raise Refusal(
            f"{what} is in the future.",
            f"You entered {day:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter the day it happened, or come back once it has.", field=field,
        )  # fmt: skip
    if day < case.opened_on:
        raise Refusal(
            f"{what} is before the case opened.",
            f"You entered {day:%-d %B %Y}, and this case opened on {case.opened_on:%-d %B %Y}.",
            "Check the day. What happened in an earlier case is on the timeline already.", field=field,
        )  # fmt: skip
