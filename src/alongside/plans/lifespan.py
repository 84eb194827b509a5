"""How a plan begins, goes on and ends. Conferences call these inside their own acts; none writes an entry."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.plans.agreed import Timetable
from alongside.plans.models import ChildProtectionPlan, CoreGroupMember
from alongside.refusals import Refusal


def open_plan(child: Person, field: str | None = None) -> ChildProtectionPlan:
    """The child's open plan, locked. Raises Refusal when there is none."""
    plan = ChildProtectionPlan.objects.open().select_for_update(of=("self",)).filter(child=child).first()
    if plan is None:
        raise Refusal(
            f"{child} has no child protection plan that is open.",
            "What you are recording belongs to a plan, and no plan has begun, or the last one has ended.",
            "Check that this is the right child. If a conference has made a plan, record that conference first.",
            field=field,
        )
    return plan


def check_may_begin(child: Person, on: date, field: str | None = None) -> None:
    """Raises Refusal where a plan from this day could not be: another is open, or had not yet ended."""
    for plan in ChildProtectionPlan.objects.of(child):
        if plan.is_open:
            raise Refusal(
                f"{child} already has a child protection plan.",
                f"It began on {plan.started_on:%-d %B %Y} and has not ended. A child has one plan at a time.",
                "Record a review conference of that plan instead.",
                field=field,
            )
        if plan.ended_on is not None and on < plan.ended_on:
            raise Refusal(
                f"{child} still had another child protection plan on {on:%-d %B %Y}.",
                f"It ran from {plan.started_on:%-d %B %Y} to {plan.ended_on:%-d %B %Y}. A child has one plan at a time.",
                "Check the day of the conference. If the earlier plan ended sooner, correct its end first.",
                field=field,
            )


def begin_plan(
    case: Case,
    *,
    on: date,
    category: str,
    lead_statutory_body: str,
    timetable: Timetable,
    entry: Entry,
    by: Practitioner,
    now: datetime,
) -> ChildProtectionPlan:
    """The plan that a conference made on this day. It begins with the conference, whatever day it is recorded."""
    check_may_begin(case.child, on)
    plan = ChildProtectionPlan(
        area_id=case.area_id, case=case, child_id=case.child_id, entry=entry, started_on=on, initial_category=category,
        category=category, lead_statutory_body=lead_statutory_body, core_group_on=timetable.core_group_on,
        ready_by=timetable.ready_by, review_on=timetable.review_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(plan)
    keep(plan)
    return plan


def continue_plan(plan: ChildProtectionPlan, *, category: str, timetable: Timetable) -> None:
    """The plan goes on after a review, with its category set again and the next review's day."""
    plan.category = category
    plan.core_group_on = timetable.core_group_on or plan.core_group_on
    plan.ready_by = timetable.ready_by or plan.ready_by
    plan.review_on = timetable.review_on
    check(plan)
    keep(plan)


def end_plan(plan: ChildProtectionPlan, *, on: date, because: str, reasons: str, entry: Entry) -> None:
    """The plan ends on this day, on this ground; its core group ends with it."""
    plan.ended_on, plan.ended_because, plan.ending_reasons, plan.ending_entry = on, because, reasons, entry
    check(plan)
    keep(plan)
    CoreGroupMember.objects.filter(plan=plan, to_on=None, from_on__lte=on).update(to_on=on)
    CoreGroupMember.objects.filter(plan=plan, to_on=None).delete()


def check_may_end(plan: ChildProtectionPlan, on: date, field: str) -> None:
    """Raises Refusal for an end before, or on, the day the plan began."""
    if on > plan.started_on:
        return
    raise Refusal(
        "This is not after the day the plan began.",
        f"You entered {on:%-d %B %Y}, and the plan began on {plan.started_on:%-d %B %Y}. "
        "A plan cannot end, or be reviewed, on or before the day of the conference that made it.",
        "Enter a later day. If the plan began earlier than that, correct the conference first.",
        field=field,
    )


def check_in_plan(day: date, started_on: date, today: date, field: str) -> None:
    """Raises Refusal for a day in the future or before the plan began."""
    if day > today:
        raise Refusal(
            "This day is in the future.",
            f"You entered {day:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter the day it happened, or come back once it has.",
            field=field,
        )
    if day < started_on:
        raise Refusal(
            "This day is before the plan began.",
            f"You entered {day:%-d %B %Y}, and the plan began on {started_on:%-d %B %Y}.",
            "Enter a day from then on. If the plan began earlier, correct the conference first.",
            field=field,
        )
