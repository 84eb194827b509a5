"""Emergency protection orders: made, extended once, ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology.kinds import (
    PROTECTION_ORDER_ENDED,
    PROTECTION_ORDER_EXTENDED,
    PROTECTION_ORDER_MADE,
)
from alongside.deadlines.projection import refresh
from alongside.guidance.sources import CHILDREN_ACT_1989
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.considered import record_what_was_not_considered
from alongside.section47.limits import most_for_extension, most_for_order, refuse_beyond
from alongside.section47.models import (
    EmergencyProtectionOrder,
    PoliceProtection,
    ProtectionEnding,
    ProtectionOrderExtension,
)
from alongside.section47.not_yet import refuse_day_to_come
from alongside.section47.said import NOTHING_YET, Considered

ONCE_ONLY = CHILDREN_ACT_1989.at("section 45(6)")
DESIGNATED_OFFICER = EmergencyProtectionOrder.AppliedBy.DESIGNATED_OFFICER


@transaction.atomic
def record_protection_order(
    *,
    by: Practitioner,
    child: Person,
    court: str,
    made_on: date,
    applied_by: str,
    expires_on: date,
    first_police_day: date | None = None,
    directions: str = "",
    considered: Considered = NOTHING_YET,
    now: datetime,
) -> EmergencyProtectionOrder:
    """Record an emergency protection order with the day printed on it.

    applied_by: an ``EmergencyProtectionOrder.AppliedBy``. Where the designated police officer applied, the
    days run from the first day of police protection: the recorded one, unless ``first_police_day`` is given.
    Raises Refusal for an expiry beyond what the Act allows, and while another order stands.
    Children Act 1989, sections 44 and 45; Working Together 2023, page 85.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(made_on, what="This order", field="made_on", now=now)
    _refuse_second_order(case)
    runs_from = _runs_from(case, applied_by, made_on, first_police_day)
    _refuse_backwards(made_on, expires_on)
    refuse_beyond(most_for_order(applied_by, runs_from), expires_on, "An emergency protection order")
    order = EmergencyProtectionOrder(
        area_id=case.area_id, case=case, court=court, made_on=made_on, applied_by=applied_by,
        runs_from=runs_from, expires_on=expires_on, directions=directions, recorded_at=now, recorded_by=by,
        **considered.fields,
    )  # fmt: skip
    check(order, exclude=("entry",))
    order.entry = PROTECTION_ORDER_MADE.record(
        case, on=made_on, by=by, now=now, court=court, runs_from=runs_from.isoformat(),
        applied_by=str(applied_by), expires_on=expires_on.isoformat(), expires_words=f"{expires_on:%-d %B %Y}",
    )  # fmt: skip
    keep(order)
    record_what_was_not_considered(order.entry, considered)
    refresh(case)
    return order


@transaction.atomic
def extend_protection_order(
    *,
    by: Practitioner,
    child: Person,
    court: str,
    made_on: date,
    expires_on: date,
    reasons: str = "",
    now: datetime,
) -> ProtectionOrderExtension:
    """Record that the court extended the order. The Act allows it once, for so many days.

    Raises Refusal where no order stands, for a second extension, for one made after the order ran out,
    and for an expiry beyond what the Act allows. Children Act 1989, section 45(4)-(6).
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    order = standing_order(case)
    refuse_day_to_come(made_on, what="This extension", field="made_on", now=now)
    _refuse_second_extension(order)
    _refuse_too_late(order, made_on, expires_on)
    refuse_beyond(most_for_extension(order.expires_on), expires_on, "This extension")
    extension = ProtectionOrderExtension(
        area_id=case.area_id, case=case, order=order, court=court, made_on=made_on,
        runs_from=order.expires_on, expires_on=expires_on, reasons=reasons, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(extension, exclude=("entry",))
    extension.entry = PROTECTION_ORDER_EXTENDED.record(
        case, on=made_on, by=by, now=now, court=court, runs_from=order.expires_on.isoformat(),
        expires_on=expires_on.isoformat(), expires_words=f"{expires_on:%-d %B %Y}",
    )  # fmt: skip
    keep(extension)
    refresh(case)
    return extension


@transaction.atomic
def end_protection_order(
    *, by: Practitioner, child: Person, ended_on: date, how: str, what_next: str, now: datetime
) -> ProtectionEnding:
    """Record when the order ended, how, and what holds for the child now.

    Raises Refusal where none stands, and for a day in the future or before it was made.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    order = standing_order(case)
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
    ending.entry = PROTECTION_ORDER_ENDED.record(
        case, on=ended_on, by=by, now=now, how=str(how), what_next=what_next
    )
    keep(ending)
    order.ending = ending
    keep(order, update_fields=("ending",))
    refresh(case)
    return ending


def standing_order(case: Case) -> EmergencyProtectionOrder:
    """The order that has not ended, locked. Raises Refusal where there is none."""
    orders = EmergencyProtectionOrder.objects.select_for_update()
    order = orders.filter(case=case, ending=None).first()
    if order is None:
        raise Refusal(
            f"No emergency protection order stands for {case.child}.",
            "None is recorded that has not ended.",
            "Record the order that was made.",
        )
    return order


def _runs_from(case: Case, applied_by: str, made_on: date, first_police_day: date | None) -> date:
    if applied_by != DESIGNATED_OFFICER:
        return made_on
    if first_police_day is None:
        protection = PoliceProtection.objects.filter(case=case).order_by("-begun_at").first()
        first_police_day = day_of(protection.begun_at) if protection else None
    if first_police_day is None:
        raise Refusal(
            "The days of this order cannot be counted yet.",
            "Where the designated police officer applied, they run from the first day of police protection, "
            "and none is recorded here.",
            "Enter the first day of police protection.",
            field="first_police_day",
            citation=CHILDREN_ACT_1989.at("section 45(3)"),
        )
    if first_police_day > made_on:
        raise Refusal(
            "Police protection began after this order was made.",
            f"The first day of police protection is {first_police_day:%-d %B %Y}, and the order was made on "
            f"{made_on:%-d %B %Y}.",
            "Check the two days, and who applied.",
            field="first_police_day",
        )
    return first_police_day


def _refuse_second_order(case: Case) -> None:
    order = EmergencyProtectionOrder.objects.filter(case=case, ending=None).first()
    if order:
        raise Refusal(
            f"An emergency protection order already stands for {case.child}.",
            f"It was made on {order.made_on:%-d %B %Y} and runs to {order.last_day:%-d %B %Y}.",
            "If the court gave more days, record that the order was extended. If it ended, say how.",
        )


def _refuse_backwards(made_on: date, expires_on: date) -> None:
    if expires_on < made_on:
        raise Refusal(
            "This order expires before it was made.",
            f"You entered {expires_on:%-d %B %Y} as the last day, and {made_on:%-d %B %Y} as the day it was made.",
            "Enter the last day as it is printed on the order.",
            field="expires_on",
        )


def _refuse_second_extension(order: EmergencyProtectionOrder) -> None:
    extension = ProtectionOrderExtension.objects.filter(order=order).first()
    if extension:
        raise Refusal(
            "This emergency protection order has already been extended.",
            f"It was extended on {extension.made_on:%-d %B %Y} to {extension.expires_on:%-d %B %Y}, and the Act "
            "allows one extension.",
            "Take legal advice today on what protects the child after that day.",
            citation=ONCE_ONLY,
        )


def _refuse_too_late(order: EmergencyProtectionOrder, made_on: date, expires_on: date) -> None:
    if not order.made_on <= made_on <= order.expires_on:
        raise Refusal(
            "An order can only be extended while it lasts.",
            f"You entered {made_on:%-d %B %Y}, and it ran from {order.made_on:%-d %B %Y} to "
            f"{order.expires_on:%-d %B %Y}.",
            "Enter the day the court extended it. If it had run out, record how it ended and the new order.",
            field="made_on",
        )
    if expires_on <= order.expires_on:
        raise Refusal(
            "This extension adds no day.",
            f"The order already runs to {order.expires_on:%-d %B %Y}, and you entered {expires_on:%-d %B %Y}.",
            "Enter the new last day, as it is printed on the order.",
            field="expires_on",
        )
