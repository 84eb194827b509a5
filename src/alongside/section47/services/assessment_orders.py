"""Child assessment orders: made and ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import CHILD_ASSESSMENT_ORDER_ENDED, CHILD_ASSESSMENT_ORDER_MADE
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.limits import most_for_assessment_order, refuse_beyond
from alongside.section47.models import ChildAssessmentOrder, ProtectionEnding
from alongside.section47.not_yet import refuse_day_to_come
from alongside.section47.said import NOTHING_YET, Considered


@transaction.atomic
def record_assessment_order(
    *,
    by: Practitioner,
    child: Person,
    court: str,
    made_on: date,
    runs_from: date,
    expires_on: date | None = None,
    what: str = "",
    considered: Considered = NOTHING_YET,
    now: datetime,
) -> ChildAssessmentOrder:
    """Record a child assessment order. ``runs_from`` is the day it names for the assessment to begin.

    expires_on: as printed; the most the Act allows, seven days beginning with that day, unless given.
    Raises Refusal for days that cannot be and for an expiry beyond the Act. Children Act 1989, section 43.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(made_on, what="This order", field="made_on", now=now)
    most = most_for_assessment_order(runs_from)
    expires_on = expires_on or most.last_day
    standing = ChildAssessmentOrder.objects.filter(case=case, ending=None).first()
    if standing:
        raise Refusal(
            f"A child assessment order already stands for {child}.",
            f"It was made on {standing.made_on:%-d %B %Y} and runs to {standing.expires_on:%-d %B %Y}.",
            "Say how that ended first, then record this one.",
        )
    if not made_on <= runs_from <= expires_on:
        raise Refusal(
            "The days of this order do not follow one another.",
            f"It was made on {made_on:%-d %B %Y}, the assessment begins on {runs_from:%-d %B %Y}, and the last "
            f"day is {expires_on:%-d %B %Y}.",
            "Enter the days as they are printed on the order.",
            field="runs_from",
        )
    refuse_beyond(most, expires_on, "A child assessment order")
    order = ChildAssessmentOrder(
        area_id=case.area_id, case=case, court=court, made_on=made_on, runs_from=runs_from,
        expires_on=expires_on, what=what, recorded_at=now, recorded_by=by, **considered.fields,
    )  # fmt: skip
    check(order, exclude=("entry",))
    order.entry = CHILD_ASSESSMENT_ORDER_MADE.record(
        case, on=made_on, by=by, now=now, court=court, runs_from=runs_from.isoformat(),
        runs_from_words=f"{runs_from:%-d %B %Y}", expires_on=expires_on.isoformat(),
    )  # fmt: skip
    keep(order)
    refresh(case)
    return order


@transaction.atomic
def end_assessment_order(
    *, by: Practitioner, child: Person, ended_on: date, how: str, what_next: str, now: datetime
) -> ProtectionEnding:
    """Record when the child assessment order ended, and what was learnt or holds now.

    Raises Refusal where none stands, and for a day in the future or before it was made.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    order = ChildAssessmentOrder.objects.select_for_update().filter(case=case, ending=None).first()
    if order is None:
        raise Refusal(
            f"No child assessment order stands for {child}.",
            "None is recorded that has not ended.",
            "Record the order that was made.",
        )
    refuse_day_to_come(ended_on, what="This end", field="ended_on", now=now)
    if ended_on < order.made_on:
        raise Refusal(
            "The order cannot end before it was made.",
            f"You entered {ended_on:%-d %B %Y}, and it was made on {order.made_on:%-d %B %Y}.",
            "Enter the day it ended.",
            field="ended_on",
        )
    ending = ProtectionEnding(
        area_id=case.area_id, case=case, ended_on=ended_on, how=how, what_next=what_next,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(ending, exclude=("entry",))
    ending.entry = CHILD_ASSESSMENT_ORDER_ENDED.record(
        case, on=ended_on, by=by, now=now, how=str(how), what_next=what_next
    )
    keep(ending)
    order.ending = ending
    keep(order, update_fields=("ending",))
    refresh(case)
    return ending
