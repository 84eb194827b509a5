"""Who must stay away by order of a court; and recovery orders."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.guidance.sources import CHILDREN_ACT_1989
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.models import (
    EmergencyProtectionOrder,
    Exclusion,
    ExclusionEnding,
    RecoveryEnding,
    RecoveryOrder,
)
from alongside.section47.not_yet import refuse_day_to_come

PLACE = CHILDREN_ACT_1989.at("section 44A")
IN_PROTECTION_ORDER = Exclusion.StandsIn.PROTECTION_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluding:
    """Who must stay away. Fields as on ``Exclusion``."""

    stands_in: str
    form: str
    court: str
    who: str
    where: str
    begun_on: date
    expires_on: date | None = None
    consent_of: str = ""
    words: str = ""


@transaction.atomic
def record_exclusion(*, by: Practitioner, child: Person, excluding: Excluding, now: datetime) -> Exclusion:
    """Record that somebody must stay away, by requirement or undertaking, and until when.

    It cannot outlast the emergency protection order it stands in. Raises Refusal for a day in the future, where no such
    order stands, and where it would outlast it. Children Act 1989, sections 38A, 38B, 44A and 44B.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(excluding.begun_on, what="This exclusion", field="begun_on", now=now)
    if excluding.stands_in == IN_PROTECTION_ORDER:
        _refuse_beyond_its_order(case, excluding)
    record = Exclusion(
        area_id=case.area_id, case=case, recorded_at=now, recorded_by=by,
        **{each.name: getattr(excluding, each.name) for each in fields(excluding)},
    )  # fmt: skip
    check(record, exclude=("entry",))
    until = excluding.expires_on
    record.entry = kinds.EXCLUSION_BEGUN.record(
        case, on=record.begun_on, by=by, now=now, court=record.court, who=record.who, where=record.where,
        exclusion=str(record.pk), runs_from=record.begun_on.isoformat(), expires_on=until.isoformat() if until else "",
        until_words=f"until {until:%-d %B %Y}" if until else "as long as the order stands",
        words=". ".join(filter(None, (record.get_form_display(), record.words))),
    )  # fmt: skip
    keep(record)
    refresh(case)
    return record


@transaction.atomic
def end_exclusion(*, by: Practitioner, child: Person, exclusion: UUID, ended_on: date, how: str, what_next: str, now: datetime) -> ExclusionEnding:  # fmt: skip
    """Record that somebody need no longer stay away. Raises Refusal where that is recorded, and for a day that cannot be."""
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    found = (
        Exclusion.objects.select_for_update(of=("self",)).filter(pk=exclusion, case=case, ending=None).first()
    )
    if found is None:
        raise Refusal(
            "This exclusion has ended already.",
            "Somebody recorded it before you did.",
            "There is nothing to end.",
        )
    _refuse_days(found.begun_on, ended_on, now)
    ending = ExclusionEnding(
        area_id=case.area_id,
        case=case,
        ended_on=ended_on,
        how=how,
        what_next=what_next,
        recorded_at=now,
        recorded_by=by,
    )
    check(ending, exclude=("entry",))
    ending.entry = kinds.EXCLUSION_ENDED.record(
        case, on=ended_on, by=by, now=now, who=found.who, outcome=ending.get_how_display(), what_next=what_next,
        exclusion=str(found.pk),
    )  # fmt: skip
    keep(ending)
    found.ending = ending
    keep(found, update_fields=("ending",))
    refresh(case)
    return ending


@transaction.atomic
def record_recovery_order(*, by: Practitioner, child: Person, court: str, made_on: date, ground: str, words: str, now: datetime) -> RecoveryOrder:  # fmt: skip
    """Record a recovery order. Raises Refusal for a day in the future, and while one stands. Children Act 1989, section 50."""
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(made_on, what="This order", field="made_on", now=now)
    standing = RecoveryOrder.objects.filter(case=case, ending=None).first()
    if standing:
        raise Refusal(
            "A recovery order already stands for this child.",
            f"It was made on {standing.made_on:%-d %B %Y}.",
            "Record first how that one ended.",
            field="made_on",
        )
    order = RecoveryOrder(
        area_id=case.area_id, case=case, court=court, made_on=made_on, ground=ground, words=words, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(order, exclude=("entry",))
    order.entry = kinds.RECOVERY_ORDER_MADE.record(
        case,
        on=made_on,
        by=by,
        now=now,
        court=court,
        words=f"{order.get_ground_display()}. {words}",
        recovery=str(order.pk),
    )
    keep(order)
    refresh(case)
    return order


@transaction.atomic
def end_recovery(
    *, by: Practitioner, child: Person, ended_on: date, how: str, what_next: str, now: datetime
) -> RecoveryEnding:
    """Record that the child was found, or the order ended. Raises Refusal where none stands, and for a day that cannot be."""
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    found = RecoveryOrder.objects.select_for_update(of=("self",)).filter(case=case, ending=None).first()
    if found is None:
        raise Refusal(
            f"No recovery order stands for {child}.",
            "None is recorded that has not ended.",
            "Record the order that was made.",
        )
    _refuse_days(found.made_on, ended_on, now)
    ending = RecoveryEnding(
        area_id=case.area_id,
        case=case,
        ended_on=ended_on,
        how=how,
        what_next=what_next,
        recorded_at=now,
        recorded_by=by,
    )
    check(ending, exclude=("entry",))
    ending.entry = kinds.RECOVERY_ENDED.record(
        case, on=ended_on, by=by, now=now, decided=how, outcome=ending.get_how_display(), what_next=what_next,
        recovery=str(found.pk),
    )  # fmt: skip
    keep(ending)
    found.ending = ending
    keep(found, update_fields=("ending",))
    refresh(case)
    return ending


def _refuse_beyond_its_order(case: Case, excluding: Excluding) -> None:
    order = (
        EmergencyProtectionOrder.objects.filter(case=case, ending=None).select_related("extension").first()
    )
    if order is None:
        raise Refusal(
            "No emergency protection order stands for this child.",
            "An exclusion requirement stands in such an order, or in an interim care order.",
            "Record the order first, or choose the other one.",
            field="stands_in",
            citation=PLACE,
        )
    if excluding.expires_on and excluding.expires_on > order.last_day:
        raise Refusal(
            "The exclusion cannot outlast the order it stands in.",
            f"You entered {excluding.expires_on:%-d %B %Y}, and the order runs to {order.last_day:%-d %B %Y}.",
            "Check the last day printed on it.",
            field="expires_on",
            citation=PLACE,
        )


def _refuse_days(began: date, ended_on: date, now: datetime) -> None:
    refuse_day_to_come(ended_on, what="This end", field="ended_on", now=now)
    if ended_on < began:
        raise Refusal(
            "It cannot end before it began.",
            f"You entered {ended_on:%-d %B %Y}, and it began on {began:%-d %B %Y}.",
            "Enter the day it ended.",
            field="ended_on",
        )
