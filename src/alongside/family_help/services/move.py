"""A child in need moves to another area for good; and changes that are known beforehand."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.family_help.models import MoveOfArea, PlannedChange
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.words import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A move, either way. Fields as on ``MoveOfArea``."""

    known_on: date
    way: str
    other_authority: str
    moves_on: date | None = None
    passed_on: date | None = None
    with_plan: bool = False
    what: str = ""
    meanwhile: str = ""
    need_weighed: str = ""


@transaction.atomic
def record_move(*, by: Practitioner, child: Person, moved: Moved, now: datetime) -> MoveOfArea:
    """Record that the family moves to another area for good, or moved here.

    The first authority passes on all relevant information and the plan as soon as it can, and goes on helping
    meanwhile; the receiving one weighs need again. The plan stays open until somebody ends it. Raises Refusal for a
    day that cannot be, or information passed on without saying what. Working Together 2023, page 73.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    refuse_impossible_day(moved.known_on, what="This", field="known_on", case=case, now=now)
    if moved.passed_on:
        _refuse_passed_on(moved.passed_on, moved.what, now)
    record = MoveOfArea(
        area_id=case.area_id, case=case, recorded_at=now, recorded_by=by,
        **{each.name: getattr(moved, each.name) for each in fields(moved)},
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.CHILD_IN_NEED_MOVES.record(
        case, on=moved.known_on, by=by, now=now, decided=moved.way, way=record.get_way_display(),
        authority=moved.other_authority, meanwhile=moved.meanwhile, passed_on=bool(moved.passed_on),
    )  # fmt: skip
    keep(record)
    refresh(case)
    return record


@transaction.atomic
def pass_on(
    *, by: Practitioner, child: Person, move: MoveOfArea, passed_on: date, what: str, with_plan: bool, need_weighed: str, now: datetime
) -> MoveOfArea:  # fmt: skip
    """Record that everything was passed on, or came. Raises Refusal where that is recorded already, or says nothing."""
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    found = MoveOfArea.objects.select_for_update(of=("self",)).filter(pk=move.pk, case=case).first()
    if found is None or found.passed_on:
        raise Refusal(
            "This is recorded already.",
            "Somebody recorded it before you did.",
            "There is nothing more to do here.",
        )
    _refuse_passed_on(passed_on, what, now)
    found.passed_on, found.what, found.with_plan, found.need_weighed = (
        passed_on,
        what,
        with_plan,
        need_weighed,
    )
    check(found)
    found.save(update_fields=("passed_on", "what", "with_plan", "need_weighed"))
    kinds.CHILD_IN_NEED_PASSED_ON.record(
        case, on=passed_on, by=by, now=now, authority=found.other_authority, what=what, need_weighed=need_weighed,
        plan_words="The plan went along." if with_plan else "The plan did not go along.",
    )  # fmt: skip
    refresh(case)
    return found


def _refuse_passed_on(on: date, what: str, now: datetime) -> None:
    if not what:
        raise Refusal(
            "Say what was passed on.", "All relevant information goes along with the plan.", "Enter what it was.",
            field="what",
        )  # fmt: skip
    if on > now.date():
        raise Refusal(
            "This has not happened yet.", f"You entered {date_words(on)}.", "Enter the day it was passed on.",
            field="passed_on",
        )  # fmt: skip


@transaction.atomic
def plan_change(
    *, by: Practitioner, child: Person, planned_on: date, kind: str, how: str, now: datetime, changes_on: date | None = None,
    takes_over: str = "", views: str = "",
) -> PlannedChange:  # fmt: skip
    """Record how a change that is known beforehand is planned: adult services at eighteen, another area, another school.

    Raises Refusal for a day that cannot be. Working Together 2023, page 73 and paragraph 186.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    refuse_impossible_day(planned_on, what="This", field="planned_on", case=case, now=now)
    change = PlannedChange(
        area_id=case.area_id, case=case, planned_on=planned_on, kind=kind, changes_on=changes_on, how=how,
        takes_over=takes_over, views=views, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(change, exclude=("entry",))
    change.entry = kinds.CHANGE_PLANNED.record(
        case, on=planned_on, by=by, now=now, decided=kind, change=change.get_kind_display(), how=how,
        when_words=f", on {date_words(changes_on)}" if changes_on else "",
    )  # fmt: skip
    keep(change)
    refresh(case)
    return change
