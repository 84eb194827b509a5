"""Recording that another authority told us of a child's move here."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import MOVE_NOTIFIED
from alongside.conferences.models import MoveNotice
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from alongside.refusals import Refusal


@transaction.atomic
def record_move_notified(
    *,
    by: Practitioner,
    child: Person,
    notified_on: date,
    authority: str,
    told_by: str = "",
    moved_on: date | None = None,
    plan_there_since: date | None = None,
    plan_there: str = "",
    now: datetime,
) -> MoveNotice:
    """Record the notice that starts the 15 working days for a transfer-in conference (WT 2023, page 100).

    The clock starts on the day we were told, not the day of the move. Raises Refusal for a day in the
    future, and where the child has a plan here already.
    """
    child = policies.RECORD_CONFERENCE.lock(child, by)
    case = open_case(child)
    _check(child, notified_on, day_of(now))
    notice = MoveNotice(
        area_id=case.area_id, case=case, notified_on=notified_on, authority=authority, told_by=told_by,
        moved_on=moved_on, plan_there_since=plan_there_since, plan_there=plan_there, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(notice, exclude=("entry",))
    notice.entry = MOVE_NOTIFIED.record(case, on=notified_on, by=by, now=now, authority=authority)
    keep(notice)
    refresh(case)
    return notice


def _check(child: Person, notified_on: date, today: date) -> None:
    if notified_on > today:
        raise Refusal(
            "This notice is in the future.",
            f"You entered {notified_on:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter the day on which we were told of the move.",
            field="notified_on",
        )
    plan = ChildProtectionPlan.objects.open().filter(child=child).first()
    if plan is not None:
        raise Refusal(
            f"{child} has a child protection plan here already.",
            f"It began on {plan.started_on:%-d %B %Y}. A transfer-in conference is for a child whose plan is elsewhere.",
            "Check that this is the right child. If the family has moved away, end this plan instead.",
            field="notified_on",
        )
