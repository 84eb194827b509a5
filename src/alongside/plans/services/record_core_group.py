"""Recording a meeting of a core group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import CORE_GROUP_MET
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.guidance import standing
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import contents, lifespan
from alongside.plans.agreed import ActionDone, ActionDropped, AgreedAction, AgreedNeed, AtCoreGroup
from alongside.plans.models import ChildProtectionPlan, CoreGroupAttendance, CoreGroupMeeting
from alongside.plans.sets_out import CONTENT, not_said_yet
from alongside.plans.standings import record_who_leads


@transaction.atomic
def record_core_group(
    *,
    by: Practitioner,
    children: Sequence[Person],
    held_on: date,
    attendance: Sequence[AtCoreGroup],
    decisions: str,
    needs: Sequence[AgreedNeed] = (),
    actions: Sequence[AgreedAction] = (),
    done: Sequence[ActionDone] = (),
    dropped: Sequence[ActionDropped] = (),
    next_on: date | None = None,
    now: datetime,
) -> list[CoreGroupMeeting]:
    """Record a core group, for one child or for brothers and sisters whose groups met as one.

    What is agreed goes into the first child's plan; decisions and attendance into each child's record.
    A core group goes ahead without the social worker, so nobody's absence is refused: who was missing,
    and absent members whose views are not recorded, are kept as shortfalls (Working Together 2023, pages
    96-97). Raises Refusal for a day in the future or before a plan began, and where a child has no plan.
    """
    locked = {
        child.pk: policies.KEEP_PLAN.lock(child, by) for child in sorted(children, key=lambda c: str(c.pk))
    }
    held = []
    for place, child in enumerate(locked[child.pk] for child in children):
        plan = lifespan.open_plan(child)
        lifespan.check_in_plan(held_on, plan.started_on, day_of(now), field="held_on")
        if place == 0:
            contents.add_needs(plan, needs, on=held_on, by=by, now=now)
            contents.add_actions(plan, actions, on=held_on, by=by, now=now)
            contents.settle_actions(plan, done, dropped, on=held_on)
        held.append(_record_for(plan, held_on, attendance, decisions, next_on, by, now))
    return held


def _record_for(
    plan: ChildProtectionPlan,
    held_on: date,
    attendance: Sequence[AtCoreGroup],
    decisions: str,
    next_on: date | None,
    by: Practitioner,
    now: datetime,
) -> CoreGroupMeeting:
    case = open_case(plan.child)
    meeting = CoreGroupMeeting(
        area_id=case.area_id, case=case, plan=plan, held_on=held_on, decisions=decisions, next_on=next_on,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(meeting, exclude=("entry",))
    entry = CORE_GROUP_MET.record(case, on=held_on, by=by, now=now, decisions=decisions)
    meeting.entry = entry
    keep(meeting)
    CoreGroupAttendance.objects.bulk_create(
        CoreGroupAttendance(
            meeting=meeting,
            name=one.name,
            agency=one.agency,
            present=one.present,
            written_views=one.written_views,
        )
        for one in attendance
    )
    _record_shortfalls(entry, attendance)
    _record_what_the_plan_does_not_say(entry, plan)
    refresh(case)
    return meeting


def _record_shortfalls(entry: Entry, attendance: Sequence[AtCoreGroup]) -> None:
    came = [one for one in attendance if one.present]
    present = set()
    if any(_is_social_care(one) for one in came):
        present.add(standing.CHILDRENS_SOCIAL_CARE)
    if any(one.agency is None for one in came):
        present.add(standing.FAMILY)
    members = "child-protection.core-group-members"
    record_shortfall(entry, members, expected_but_absent(members, present, entry.happened_on))
    silent = [one.name for one in attendance if not one.present and not one.written_views]
    record_shortfall(
        entry, "child-protection.core-group-record", [f"the written views of {name}" for name in silent]
    )
    record_who_leads(entry, entry.happened_on)


def _record_what_the_plan_does_not_say(entry: Entry, plan: ChildProtectionPlan) -> None:
    """A core group turns the outline into a detailed plan; what it leaves unsaid is kept beside it (pages 96-97)."""
    needs = [(need, list(need.actions.all())) for need in plan.needs.prefetch_related("actions")]
    explained = plan.for_the_child.filter(explained_on__isnull=False).exists()
    record_shortfall(entry, CONTENT, not_said_yet(needs, explained=explained, on=entry.happened_on))


def _is_social_care(one: AtCoreGroup) -> bool:
    return one.agency is not None and one.agency.sector == Agency.Sector.CHILDRENS_SOCIAL_CARE
