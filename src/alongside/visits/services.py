"""Recording that a child was seen, or was not. One function for each act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.visits.models import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSeen:
    """One child at a visit: alone or not, and what they said and did. Fields as on ``Visit``."""

    child: Person
    alone: str
    alone_why: str = ""
    said: str = ""
    communication: Sequence[str] = ()
    observed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMade:
    """What is the same for every child at one visit. Fields as on ``Visit``."""

    seen_on: date
    where: str
    purpose: str
    seen_at: datetime | None = None
    where_detail: str = ""
    bedroom: str = ""
    others_there: str = ""
    what_next: str = ""


@transaction.atomic
def record_child_seen(
    *,
    by: Practitioner,
    children: Sequence[ChildSeen],
    visit: VisitMade,
    now: datetime,
    practitioner: Practitioner | None = None,
) -> list[Visit]:
    """Record a visit at which one child or several were seen; the words of each are kept apart.

    ``practitioner`` saw them, if it was not who records it. Whether alone has no default.
    Raises Refusal for a day that cannot be. Working Together 2023, paragraph 153, pages 53 and 74.
    """
    _refuse_nobody([each.child for each in children])
    return [_seen(by, each, visit, practitioner or by, now) for each in children]


def _seen(
    by: Practitioner, each: ChildSeen, made: VisitMade, practitioner: Practitioner, now: datetime
) -> Visit:
    case = _case_of(each.child, by, made.seen_on, made.seen_at, now)
    visit = Visit(
        area_id=case.area_id, case=case, practitioner=practitioner, seen=True, seen_on=made.seen_on,
        seen_at=made.seen_at, alone=each.alone, alone_why=each.alone_why, where=made.where,
        where_detail=made.where_detail, purpose=made.purpose, bedroom=made.bedroom, said=each.said,
        communication=list(each.communication), observed=each.observed, others_there=made.others_there,
        what_next=made.what_next, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(visit, exclude=("entry",))
    child = case.child.called
    visit.entry = kinds.CHILD_SEEN.record(
        case, on=visit.seen_on, at=visit.seen_at, by=by, now=now, practitioner=practitioner.name,
        alone=visit.alone, alone_words=visit.alone_words, where=visit.where, where_words=visit.where_words,
        said=visit.said, said_words=f"{child} said: “{visit.said}”" if visit.said else "",
        observed=visit.observed, purpose=visit.purpose,
    )  # fmt: skip
    keep(visit)
    refresh(case)
    return visit


@transaction.atomic
def record_child_not_seen(
    *,
    by: Practitioner,
    children: Sequence[Person],
    tried_on: date,
    purpose: str,
    why: str,
    now: datetime,
    tried_at: datetime | None = None,
    where: str = "",
    where_detail: str = "",
    what_next: str = "",
    practitioner: Practitioner | None = None,
) -> list[Visit]:
    """Record that somebody went to see a child, or several, and could not; the clock for seeing them runs on.

    Raises Refusal for a day that cannot be. Working Together 2023, page 74.
    """
    _refuse_nobody(children)
    made: dict[str, object] = {
        "seen_on": tried_on, "seen_at": tried_at, "purpose": purpose, "not_seen_why": why, "where": where,
        "where_detail": where_detail, "what_next": what_next,
    }  # fmt: skip
    return [_not_seen(by, child, made, practitioner or by, now) for child in children]


def _not_seen(
    by: Practitioner, child: Person, made: dict[str, object], practitioner: Practitioner, now: datetime
) -> Visit:
    visit = Visit(practitioner=practitioner, seen=False, recorded_at=now, recorded_by=by, **made)
    case = _case_of(child, by, visit.seen_on, visit.seen_at, now, field="tried_on")
    visit.area_id, visit.case = case.area_id, case
    check(visit, exclude=("entry",))
    visit.entry = kinds.CHILD_NOT_SEEN.record(
        case, on=visit.seen_on, at=visit.seen_at, by=by, now=now, practitioner=practitioner.name,
        why=visit.not_seen_why, purpose=visit.purpose,
    )  # fmt: skip
    keep(visit)
    refresh(case)
    return visit


def _case_of(
    child: Person, by: Practitioner, day: date, at: datetime | None, now: datetime, field: str = "seen_on"
) -> Case:
    child = policies.RECORD_VISIT.lock(child, by)
    case = open_case(child)
    refuse_impossible_day(day, what="This visit", field=field, case=case, now=now)
    _refuse_before_birth(child, day, field)
    if at and day_of(at) != day:
        raise Refusal(
            "The time of this visit is on another day.",
            f"You entered {day:%-d %B %Y} and a time on {day_of(at):%-d %B %Y}.",
            "Enter the day and time of the same visit, or leave the time out.", field=field,
        )  # fmt: skip
    if at and at > now:
        raise Refusal(
            "This visit is later today.", "The time you entered has not come yet.",
            "Enter the time it happened, or come back once it has.", field=field,
        )  # fmt: skip
    return case


def _refuse_before_birth(child: Person, day: date, field: str) -> None:
    """A child who is not born cannot be seen, nor be missed at a visit."""
    if child.is_unborn:
        raise Refusal(
            f"{child.called} is not born yet.",
            f"A child is seen once they are born; the birth is expected on {child.expected_on:%-d %B %Y}.",
            "Once there is a date of birth, change the child’s details and record the visit then. Write what you learn "
            "from the parents before that into the assessment.", field=field,
        )  # fmt: skip
    # An estimate may be wrong, and a visit that happened is never turned away for it.
    if child.born_on and not child.birth_estimated and day < child.born_on:
        raise Refusal(
            "This visit is before the birth.",
            f"You entered {day:%-d %B %Y}, and {child.called} was born on {child.born_on:%-d %B %Y}.",
            "Check both days. Write what you learnt from the parents before the birth into the assessment.",
            field=field,
        )  # fmt: skip


def _refuse_nobody(children: Sequence[Person]) -> None:
    if not children:
        raise Refusal(
            "This visit names no child.", "A visit is about at least one child.",
            "Choose the children who were seen.", field="children",
        )  # fmt: skip
    if len({child.pk for child in children}) < len(children):
        raise Refusal(
            "The same child is here twice.", "Each child's own words belong in one place.",
            "Take one of the two out.", field="siblings",
        )  # fmt: skip
