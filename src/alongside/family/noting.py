"""What every change of details shares: the case it is kept with, its entry, and days that cannot be."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.proof import write_act
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal


def note(child: Person, what: str, *, by: Practitioner, now: datetime, on: date | None = None) -> Entry:
    """Write the one entry of a change. It never says an address or a number: more people read it than may see them."""
    return kinds.DETAILS_CHANGED.record(case_of(child), on=on or day_of(now), by=by, now=now, what=what)


def correct(entry: Entry, *, what: str, why: str, by: Practitioner, now: datetime) -> Entry:
    """Write the entry that corrects what one said about a change of details. The first stays as it is."""
    made = Entry.objects.create(
        area_id=entry.area_id, child_id=entry.child_id, case_id=entry.case_id, kind=entry.kind, happened_on=entry.happened_on,
        details={"what": what} | kinds.covering_for(entry.case, by, now), sealed_for=entry.sealed_for, recorded_at=now,
        recorded_by=by, corrects=entry, correction_reason=why,
    )  # fmt: skip
    write_act(made)
    return made


def case_of(child: Person) -> Case:
    """The open case, or else the last one: details are put right after a case has closed, too."""
    case = Case.objects.filter(child=child).order_by("-opened_on", "-id").first()
    if case is None:
        raise Refusal(
            f"There is no case for {child}.", "What changes about a child is kept with a case.",
            "Make a referral first; it opens one.",
        )  # fmt: skip
    return case


def refuse_future(day: date, what: str, field: str, now: datetime) -> None:
    """Raise Refusal for a day that has not come. what: the thing that has the day, to start a sentence."""
    if day > day_of(now):
        raise Refusal(
            f"{what} is in the future.",
            f"You entered {day:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter the day it happened, or come back once it has.", field=field,
        )  # fmt: skip
