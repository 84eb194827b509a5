"""On what basis a child is helped on a day: section 17 of the Children Act 1989, or early help by agreement.

Family help joins the two into one offer and leaves section 17 as it is, so both are counted from their own days.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

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


def _open_on(area: Area, day: date) -> QuerySet[Case]:
    return Case.objects.filter(Q(closed_on=None) | Q(closed_on__gt=day), area=area, opened_on__lte=day)


def _standing_on(area: Area, day: date) -> QuerySet[InNeed]:
    return InNeed.objects.filter(Q(to_on=None) | Q(to_on__gt=day), area=area, from_on__lte=day)
