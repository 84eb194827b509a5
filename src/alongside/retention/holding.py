"""Holding a child's record, and lifting the hold; and what an area decides for itself."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention.models import LegalHold, LocalPeriod


@transaction.atomic
def place_hold(*, by: Practitioner, child: Person, reason: str, review_on: date, now: datetime) -> LegalHold:
    """From now on this record never comes up for disposal. Several holds may stand at once, each for its own reason.

    Raises Refusal where it would be reviewed today or earlier.
    """
    child = policies.HOLD_RECORD.lock(child, by)
    if review_on <= day_of(now):
        raise Refusal(
            "The hold would be reviewed before anything has changed.", f"You entered {day_in_words(review_on)}.",
            "Enter a day after today.", field="review_on",
        )  # fmt: skip
    hold = LegalHold(
        child=child, reason=reason, from_on=day_of(now), review_on=review_on, placed_at=now, placed_by=by
    )
    check(hold)
    keep(hold)
    _audited(hold, by, now, "held")
    return hold


@transaction.atomic
def lift_hold(*, by: Practitioner, hold: LegalHold, why: str, now: datetime) -> LegalHold:
    """The hold no longer stands. Raises Refusal where it was lifted before."""
    policies.HOLD_RECORD.lock(hold.child, by)
    hold = LegalHold.objects.select_for_update(of=("self",)).select_related("child").get(pk=hold.pk)
    if hold.to_on is not None:
        raise Refusal(
            "This hold was lifted already.", f"It stood until {day_in_words(hold.to_on)}.",
            "Place a new hold, if one is needed.",
        )  # fmt: skip
    hold.to_on, hold.lifted_by, hold.lifted_because = day_of(now), by, why
    check(hold)
    keep(hold, update_fields=("to_on", "lifted_by", "lifted_because"))
    _audited(hold, by, now, "hold-lifted")
    return hold


def _audited(hold: LegalHold, by: Practitioner, now: datetime, what: str) -> None:
    write(
        Action.CHANGE, area=hold.child.area_id, by=by, about=hold.child_id, about_kind="child", now=now, what=what,
        hold=hold.pk,
    )  # fmt: skip


@transaction.atomic
def set_period(
    *, by: Practitioner, area: Area, group: str, clock: str, years: int, decided_by: str, from_on: date, now: datetime
) -> LocalPeriod:  # fmt: skip
    """How long this area keeps the records of one group, from a day on. Raises Refusal for a day gone by."""
    area = policies.ADMINISTER.lock(area, by)
    if from_on < day_of(now):
        raise Refusal(
            "This would begin in the past.", f"You entered {day_in_words(from_on)}.",
            "Enter today, or a day to come.", field="from_on",
        )  # fmt: skip
    period = LocalPeriod(
        area=area,
        group=group,
        clock=clock,
        years=years,
        decided_by=decided_by,
        from_on=from_on,
        set_by=by,
        set_at=now,
    )
    check(period)
    keep(period)
    AdministrativeChange.objects.create(
        area=area, by=by, at=now, words=f"Records are kept, from {day_in_words(from_on)}: {period}"
    )
    write(
        Action.PERMISSION, area=area, by=by, about=period.pk, about_kind="local-period", now=now, what="period-set",
        group=group, clock=clock, years=years,
    )  # fmt: skip
    return period
