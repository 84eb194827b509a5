"""The record of each change, append-only, and the audit beside it. Nothing here is about a child, so there is no entry."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.improvement.models import ImprovementChange, PlannedAction, SelfAssessment
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words

What = ImprovementChange.What


def log(
    what: str, *, by: Practitioner, now: datetime, words: str, area: Area, of: SelfAssessment | PlannedAction | None = None,
    statement: str = "", on: date | None = None, before: str = "",
) -> ImprovementChange:  # fmt: skip
    """Write one line, and the act into the audit. of: what was changed; None for a part or a scale of the area."""
    change = ImprovementChange(
        area=area,
        assessment=of if isinstance(of, SelfAssessment) else None,
        action=of if isinstance(of, PlannedAction) else None,
        statement=statement, what=what, happened_on=on or day_of(now), words=words, before=before, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(change)
    keep(change)
    kind = {SelfAssessment: "self-assessment", PlannedAction: "planned-action"}.get(type(of), "partnership")  # type: ignore[arg-type]
    permission = what in (What.PART_GIVEN, What.PART_ENDED)
    write(
        Action.SHARE if what == What.SUBMITTED else Action.PERMISSION if permission else Action.CHANGE, area=area, by=by,
        about=of.pk if of else area.pk, about_kind=kind, now=now, what=str(what),
    )  # fmt: skip
    return change


def refuse_day_to_come(on: date, now: datetime, field: str) -> None:
    """Raise Refusal for a day on which nothing can have happened yet."""
    if on > day_of(now):
        raise Refusal(
            "This day has not come yet.", f"You entered {date_words(on)}, and today is {date_words(day_of(now))}.",
            "Enter today or an earlier day.", field=field,
        )  # fmt: skip


def ended(words: str) -> str:
    """A sentence with its full stop."""
    words = words.rstrip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
