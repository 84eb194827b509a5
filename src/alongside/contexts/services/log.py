"""The log of a context: append-only, dated, and about no child."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.contexts.models import Context, ContextAct
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words

What = ContextAct.What


def log(
    context: Context, what: str, *, by: Practitioner, now: datetime, words: str, on: date | None = None, before: str = ""
) -> ContextAct:  # fmt: skip
    """Write one line of the log, and the act into the audit. Raises Refusal for a day to come."""
    on = on or day_of(now)
    refuse_day_to_come(on, now)
    act = ContextAct(
        context=context,
        what=what,
        happened_on=on,
        words=words,
        before=before,
        recorded_at=now,
        recorded_by=by,
    )
    check(act)
    keep(act)
    action = Action.PERMISSION if what in (What.NAMED, What.NAMING_ENDED) else Action.CHANGE
    write(
        action, area=context.area_id, by=by, about=context.pk, about_kind="context", now=now, what=str(what)
    )
    return act


def refuse_day_to_come(on: date, now: datetime, field: str = "on") -> None:
    if on > day_of(now):
        raise Refusal(
            "This day has not come yet.", f"You entered {date_words(on)}, and today is {date_words(day_of(now))}.",
            "Enter the day it happened, or come back once it has.", field=field,
        )  # fmt: skip


def refuse_day_over(on: date, now: datetime, field: str, what: str) -> None:
    """Raise Refusal where a day by which something is to happen is over."""
    if on < day_of(now):
        raise Refusal(
            f"{what} is over.", f"You entered {date_words(on)}, and today is {date_words(day_of(now))}.",
            "Enter today or a later day.", field=field,
        )  # fmt: skip
