"""On what basis a child is helped on a day: section 17 of the Children Act 1989, or early help by agreement.

Family help joins the two into one offer and leaves section 17 as it is, so both are counted from their own days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from alongside.agencies.models import Area
from alongside.cases.models import Case, InNeed


def is_in_need(case: Case) -> bool:
    """Whether section 17 is the basis of the case now. One query."""
    return InNeed.objects.filter(case=case, to_on=None).exists()


def begin_in_need(case: Case, *, on: date, now: datetime) -> bool:
    """Section 17 is the basis from this day; False where it is already. Call it inside an act."""
    if is_in_need(case):
        return False
    last = InNeed.objects.filter(case=case).order_by("-to_on").first()
    # It cannot have begun again before it ended.
    begins = max(on, last.to_on) if last and last.to_on else on
    InNeed.objects.create(area_id=case.area_id, case=case, from_on=begins, recorded_at=now)
    return True


def end_in_need(case: Case, *, on: date) -> bool:
    """Section 17 is the basis no longer, from this day; False where it was not. Call it inside an act."""
    standing = InNeed.objects.filter(case=case, to_on=None).first()
    if standing is None:
        return False
    standing.to_on = max(on, standing.from_on)
    standing.save(update_fields=("to_on",))
    return True


def in_need_on(area: Area, day: date) -> QuerySet[Case]:
    """Cases open on a day whose basis was section 17: children in need."""
    return _open_on(area, day).filter(pk__in=_standing_on(area, day).values("case"))


def early_help_on(area: Area, day: date) -> QuerySet[Case]:
    """Cases open on a day whose basis was not section 17: early help."""
    return _open_on(area, day).exclude(pk__in=_standing_on(area, day).values("case"))


@dataclass(frozen=True, slots=True)
class Counted:
    """How many cases were open on a day, by their basis."""

    day: date
    early_help: int
    in_need: int


def counted_on(area: Area, days: Iterable[date]) -> list[Counted]:
    """How many cases were open on each day as early help, and how many under section 17. Two queries."""
    days = list(days)
    cases = Case.objects.filter(area=area).aggregate(
        **{f"day_{n}": Count("pk", filter=_open_then("", day)) for n, day in enumerate(days)}
    )
    times = InNeed.objects.filter(area=area).aggregate(**{
        f"day_{n}": Count("case", distinct=True, filter=_open_then("case__", day) & _standing_then(day))
        for n, day in enumerate(days)
    })  # fmt: skip
    every = [(day, cases[f"day_{n}"], times[f"day_{n}"]) for n, day in enumerate(days)]
    return [Counted(day, all_open - in_need, in_need) for day, all_open, in_need in every]


def _open_then(path: str, day: date) -> Q:
    closed = Q(**{f"{path}closed_on": None}) | Q(**{f"{path}closed_on__gt": day})
    return closed & Q(**{f"{path}opened_on__lte": day})


def _standing_then(day: date) -> Q:
    return (Q(to_on=None) | Q(to_on__gt=day)) & Q(from_on__lte=day)


def _open_on(area: Area, day: date) -> QuerySet[Case]:
    return Case.objects.filter(_open_then("", day), area=area)


def _standing_on(area: Area, day: date) -> QuerySet[InNeed]:
    return InNeed.objects.filter(_standing_then(day), area=area)
