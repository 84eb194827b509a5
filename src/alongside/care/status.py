"""Becoming looked after, on another footing, and ceasing to be; and what it means for a child protection plan.

The legal statuses are the Children Act's. Where a child lives is on no record here: an address that is protected stays
with the family's addresses, sealed as those are.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.care.models import CareStatusChange, LookedAfter, LookedAfterEnding, TwoPlansConsidered
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.projection import refresh
from alongside.guidance import catalogue, standing
from alongside.guidance.kernel.rules import Definition, Pathway, Step
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.words import date_words

STATUSES, APPROVER = "care.legal-status", "authority.leaving-care"
LONG_ENOUGH = "care.approval-needed"
APPROVED_WHEN = (LookedAfterEnding.How.HOME_PLANNED, LookedAfterEnding.How.OTHER)


@transaction.atomic
def become_looked_after(
    *, by: Practitioner, child: Person, began_on: date, status: str, reasons: str, reviewing_officer: str = "",
    next_review_on: date | None = None, now: datetime,
) -> LookedAfter:  # fmt: skip
    """Record that the child is looked after. A child protection plan, where there is one, goes on beside it.

    Raises Refusal where the child is looked after already, for an unknown status, and for a day that cannot be.
    Children Act 1989, section 22.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    refuse_impossible_day(began_on, what="This", field="began_on", case=case, now=now)
    step = status_of(status, began_on)
    standing_now = LookedAfter.objects.filter(case=case, ending=None).first()
    if standing_now:
        raise Refusal(
            f"{child} is looked after already.",
            f"That is recorded since {date_words(standing_now.began_on)}.",
            "Record that the footing changed, or that the child is no longer looked after.",
            field="began_on",
        )
    record = LookedAfter(
        area_id=case.area_id, case=case, began_on=began_on, status=status, status_now=status, reasons=reasons,
        reviewing_officer=reviewing_officer, next_review_on=next_review_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.BECAME_LOOKED_AFTER.record(
        case, on=began_on, by=by, now=now, decided=status, status=step.label, reasons=reasons
    )
    keep(record)
    refresh(case)
    return record


@transaction.atomic
def change_care_status(
    *, by: Practitioner, child: Person, changed_on: date, status: str, reasons: str, next_review_on: date | None = None, now: datetime
) -> CareStatusChange:  # fmt: skip
    """Record that the child is looked after on another footing. Raises Refusal where they are not, and for a day that cannot be."""
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    looked_after = standing_looked_after(case)
    refuse_impossible_day(changed_on, what="This", field="changed_on", case=case, now=now)
    refuse_before_it_began(looked_after, changed_on, field="changed_on")
    step = status_of(status, changed_on)
    record = CareStatusChange(
        area_id=case.area_id, case=case, looked_after=looked_after, changed_on=changed_on, status=status, reasons=reasons,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.CARE_STATUS_CHANGED.record(
        case, on=changed_on, by=by, now=now, decided=status, status=step.label, reasons=reasons
    )
    keep(record)
    looked_after.status_now = status
    looked_after.next_review_on = next_review_on or looked_after.next_review_on
    keep(looked_after, update_fields=("status_now", "next_review_on"))
    refresh(case)
    return record


@transaction.atomic
def cease_to_be_looked_after(
    *, by: Practitioner, child: Person, ceased_on: date, how: str, reasons: str, approved_by: str = "", now: datetime
) -> LookedAfterEnding:  # fmt: skip
    """Record that the child is no longer looked after. A planned end without a nominated officer's approval, where the
    child was looked after for so long that it takes one, is a shortfall. A child protection plan goes on.

    Raises Refusal where the child is not looked after, and for a day that cannot be. Care Planning Regulations 2010,
    regulation 39.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    looked_after = standing_looked_after(case)
    refuse_impossible_day(ceased_on, what="This", field="ceased_on", case=case, now=now)
    refuse_before_it_began(looked_after, ceased_on, field="ceased_on")
    label = str(dict(LookedAfterEnding.How.choices).get(how, how))
    entry = kinds.CEASED_TO_BE_LOOKED_AFTER.record(
        case,
        on=ceased_on,
        by=by,
        now=now,
        decided=how,
        outcome=label[:1].lower() + label[1:],
        reasons=reasons,
    )
    ending = end_looked_after(
        looked_after,
        entry=entry,
        ceased_on=ceased_on,
        how=how,
        reasons=reasons,
        approved_by=approved_by,
        by=by,
        now=now,
    )
    refresh(case)
    return ending


@transaction.atomic
def consider_two_plans(
    *, by: Practitioner, child: Person, considered_on: date, decided: str, reasons: str, plan_review_on: date | None = None,
    care_review_on: date | None = None, views: str = "", now: datetime,
) -> TwoPlansConsidered:  # fmt: skip
    """Record whether being looked after and a child protection plan are both needed, and how their reviews are joined.

    It ends neither: a review conference decides on the plan. Raises Refusal where the child has not both, and for a day
    that cannot be.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    looked_after = standing_looked_after(case)
    if not case.childprotectionplans.filter(ended_on=None).exists():
        raise Refusal(
            f"{child} has no child protection plan that is open.",
            "There is nothing to weigh beside being looked after.",
            "Look at the timeline: the last plan may have ended.",
        )
    refuse_impossible_day(considered_on, what="This", field="considered_on", case=case, now=now)
    record = TwoPlansConsidered(
        area_id=case.area_id, case=case, considered_on=considered_on, decided=decided, reasons=reasons,
        plan_review_on=plan_review_on, care_review_on=care_review_on, views=views, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.TWO_PLANS_CONSIDERED.record(
        case, on=considered_on, by=by, now=now, decided=decided, outcome=record.get_decided_display(), reasons=reasons,
        dates=_dates(plan_review_on, care_review_on),
    )  # fmt: skip
    keep(record)
    if care_review_on:
        looked_after.next_review_on = care_review_on
        keep(looked_after, update_fields=("next_review_on",))
    refresh(case)
    return record


def end_looked_after(
    looked_after: LookedAfter, *, entry: Entry, ceased_on: date, how: str, reasons: str, approved_by: str, by: Practitioner,
    now: datetime,
) -> LookedAfterEnding:  # fmt: skip
    """End this time of being looked after as part of an act, whose one ``entry`` tells of it."""
    ending = LookedAfterEnding(
        area_id=looked_after.area_id, case_id=looked_after.case_id, entry=entry, ceased_on=ceased_on, how=how,
        reasons=reasons, approved_by=approved_by, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(ending)
    keep(ending)
    looked_after.ending = ending
    keep(looked_after, update_fields=("ending",))
    days = calendar_in_force().between(looked_after.began_on, ceased_on)
    if how in APPROVED_WHEN and _is_approved_after(days, ceased_on):
        present = {standing.NOMINATED_OFFICER} if approved_by else set()
        record_shortfall(entry, APPROVER, expected_but_absent(APPROVER, present, ceased_on))
    return ending


def _is_approved_after(working_days: int, on: date) -> bool:
    rule = catalogue.rule(LONG_ENOUGH)
    assert isinstance(rule, Definition)
    return bool(rule.holds({"working_days": working_days}, on).answer)


def standing_looked_after(case: Case) -> LookedAfter:
    """The time of being looked after that goes on, locked. Raises Refusal where there is none."""
    found = LookedAfter.objects.select_for_update(of=("self",)).filter(case=case, ending=None).first()
    if found is None:
        raise Refusal(
            f"{case.child} is not looked after.",
            "Nothing is recorded of it, or it has ended.",
            "If the child is looked after, record since when and on what footing.",
        )
    return found


def refuse_before_it_began(looked_after: LookedAfter, day: date, *, field: str) -> None:
    """Raise Refusal for a day before the child became looked after."""
    if day < looked_after.began_on:
        raise Refusal(
            "The child was not looked after then.",
            f"You entered {date_words(day)}, and the child has been looked after since {date_words(looked_after.began_on)}.",
            "Enter that day or a later one, or correct the day it began.",
            field=field,
        )


def statuses(on: date) -> tuple[Step, ...]:
    """The legal statuses, in the words we give the sections of the Act."""
    rule = catalogue.rule(STATUSES)
    assert isinstance(rule, Pathway)
    return rule.steps(on)


def status_of(key: str, on: date) -> Step:
    """The status with this key. Raises Refusal where there is none."""
    found = next((step for step in statuses(on) if step.key == key), None)
    if found is None:
        raise Refusal(
            "Choose on what footing the child is looked after.",
            f"“{key}” is none of the footings in the Act.",
            "Choose one from the list.",
            field="status",
        )
    return found


def _dates(plan_review_on: date | None, care_review_on: date | None) -> str:
    if plan_review_on and plan_review_on == care_review_on:
        return f"Both are reviewed on {date_words(plan_review_on)}."
    told = [
        f"{what} is reviewed on {date_words(day)}."
        for what, day in (("The plan", plan_review_on), ("The child’s care", care_review_on))
        if day
    ]
    return " ".join(told)
