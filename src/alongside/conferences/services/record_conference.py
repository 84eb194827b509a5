"""Recording a conference: one sitting, a decision for each child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import involve, open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.kinds import Kind as EntryKind
from alongside.chronology.models import Entry
from alongside.conferences import refusing
from alongside.conferences.findings import record_findings
from alongside.conferences.limits import PLAN_CIRCULATION
from alongside.conferences.models import (
    Attendance,
    Booking,
    Conference,
    ConferenceDecision,
    ConsideredAtReview,
    Dissent,
    Kind,
)
from alongside.conferences.sitting import DecidedForChild, Sitting
from alongside.deadlines.projection import refresh
from alongside.family_help.services import end_plan_for
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import contents, lifespan
from alongside.plans.models import Category, ChildProtectionPlan, Ending
from alongside.plans.notices import give_notices, remember_to_tell
from alongside.refusals import Refusal

Decided = ConferenceDecision.Decided
HELD: dict[Kind, EntryKind] = {
    Kind.INITIAL: kinds.INITIAL_CONFERENCE_HELD,
    Kind.TRANSFER_IN: kinds.TRANSFER_IN_CONFERENCE_HELD,
    Kind.REVIEW: kinds.REVIEW_CONFERENCE_HELD,
}


@transaction.atomic
def record_initial_conference(
    *, by: Practitioner, sitting: Sitting, decisions: Sequence[DecidedForChild], now: datetime
) -> Conference:
    """Record an initial conference. Where it decides on a plan, the plan begins on the day of the conference.

    The decision, its category, reasons, dissent and timetable are each child's own, however many brothers
    and sisters the conference was about (Working Together 2023, pages 93-95 and flow chart 6). A child-in-need
    plan ends where a child protection plan begins. Agencies that were there become involved.

    Raises Refusal for a day in the future, before the case opened or before the strategy discussion that
    began the enquiry, and where a child has a plan already. A conference without a concluded enquiry, a
    chair who is not independent, a timetable beyond the limits: each is kept as a shortfall.
    """
    return _record(Kind.INITIAL, by, sitting, tuple(decisions), now)


@transaction.atomic
def record_transfer_in_conference(
    *, by: Practitioner, sitting: Sitting, decisions: Sequence[DecidedForChild], now: datetime
) -> Conference:
    """Record the conference for children who moved here with a plan elsewhere (Working Together 2023, page 100).

    Decides as an initial conference does. Only after it may the first authority end its plan.
    """
    return _record(Kind.TRANSFER_IN, by, sitting, tuple(decisions), now)


@transaction.atomic
def record_review_conference(
    *, by: Practitioner, sitting: Sitting, decisions: Sequence[DecidedForChild], now: datetime
) -> Conference:
    """Record a review conference: each plan continues, its category set again, or ends.

    An end here is on the one ground that only a review decides: the child is no longer suffering, or likely
    to suffer, significant harm. Everyone whom page 100 names is kept to be told; ``notices`` says who was.

    Raises Refusal for a day in the future or not after the plan began, and where a child has no open plan.
    """
    return _record(Kind.REVIEW, by, sitting, tuple(decisions), now)


def _record(
    kind: Kind, by: Practitioner, sitting: Sitting, decisions: tuple[DecidedForChild, ...], now: datetime
) -> Conference:
    refusing.check_children(decisions, kind)
    refusing.check_day(sitting.held_on, day_of(now))
    # In one order always, so that two people recording the same family wait and do not lock each other out.
    in_order = sorted(decisions, key=lambda told: str(told.child.pk))
    locked = {told.child.pk: policies.RECORD_CONFERENCE.lock(told.child, by) for told in in_order}
    conference = _hold(sitting, locked[decisions[0].child.pk], by, now)
    for told in decisions:
        _decide(kind, conference, sitting, told, open_case(locked[told.child.pk]), by, now)
    return conference


def _hold(sitting: Sitting, first: Person, by: Practitioner, now: datetime) -> Conference:
    name = sitting.chair_name or (sitting.chair.name if sitting.chair else "")
    conference = Conference(
        area_id=first.area_id, held_on=sitting.held_on, place=sitting.place, chair=sitting.chair, chair_name=name,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(conference)
    keep(conference)
    for one in sitting.attendance:
        came = Attendance(
            conference=conference, name=one.name, part=one.part, agency=one.agency, practitioner=one.practitioner,
            invited=one.invited, came=one.came, report=one.report, report_received_on=one.report_received_on,
        )  # fmt: skip
        check(came)
        keep(came)
    if sitting.booking is not None:
        _close_booking(sitting.booking, conference)
    return conference


def _close_booking(booking: Booking, conference: Conference) -> None:
    found = Booking.objects.to_come().select_for_update(of=("self",)).filter(pk=booking.pk).first()
    if found is None:
        raise Refusal(
            "This booking is no longer open.",
            "The conference booked was recorded meanwhile, or called off.",
            "Look at the child's conferences. If this was another conference, record it without the booking.",
            field="held_on",
        )
    found.conference = conference
    found.save(update_fields=["conference"])


def _decide(
    kind: Kind,
    conference: Conference,
    sitting: Sitting,
    told: DecidedForChild,
    case: Case,
    by: Practitioner,
    now: datetime,
) -> None:
    held_on = sitting.held_on
    refusing.check_case(case, held_on)
    refusing.check_alive(case.child, held_on)
    plan = _plan_before(kind, told, case, sitting)
    outcome = Decided(told.decided).label
    entry = HELD[kind].record(
        case, on=held_on, by=by, now=now, decided=told.decided, outcome=outcome[0].lower() + outcome[1:],
        category=told.category, category_words=_category_words(told.category), reasons=told.reasons,
        **kinds.completing(PLAN_CIRCULATION, told.plan_given),
    )  # fmt: skip
    if told.decided == Decided.PLAN:
        plan = lifespan.begin_plan(
            case, on=held_on, category=told.category, lead_statutory_body=told.lead_statutory_body,
            timetable=told.timetable, entry=entry, by=by, now=now,
        )  # fmt: skip
        remember_to_tell(plan, [one.agency for one in sitting.attendance if one.invited and one.agency])
        end_plan_for(case, entry=entry, ended_on=held_on, by=by, now=now)
    decision = _decision(kind, conference, told, case, plan, by, now)
    decision.entry = entry
    keep(decision)
    _keep_dissent(decision, told)
    for other, words in told.considered:
        considered = ConsideredAtReview(decision=decision, child=other, words=words)
        check(considered)
        keep(considered)
    if plan is not None:
        _carry_into_plan(plan, told, entry, by, now)
    _involve_agencies(case, kind, sitting)
    record_findings(entry, kind, sitting, told)
    refresh(case)


def _plan_before(
    kind: Kind, told: DecidedForChild, case: Case, sitting: Sitting
) -> ChildProtectionPlan | None:
    """The plan a review is of; None at the other kinds, after checking that a plan may begin."""
    if kind == Kind.REVIEW:
        plan = lifespan.open_plan(case.child, field="held_on")
        lifespan.check_may_end(plan, sitting.held_on, field="held_on")
        return plan
    if kind == Kind.INITIAL:
        refusing.check_after_discussion(case, sitting.held_on)
    if told.decided == Decided.PLAN:
        lifespan.check_may_begin(case.child, sitting.held_on, field="held_on")
    return None


def _decision(
    kind: Kind,
    conference: Conference,
    told: DecidedForChild,
    case: Case,
    plan: ChildProtectionPlan | None,
    by: Practitioner,
    now: datetime,
) -> ConferenceDecision:
    decision = ConferenceDecision(
        area_id=case.area_id, case=case, conference=conference, plan=plan, kind=kind, held_on=conference.held_on,
        child_views=told.child_views, child_views_answer=told.child_views_answer, child_took_part=told.child_took_part, parents_views=told.parents_views, parents_views_answer=told.parents_views_answer,
        advocacy=told.advocacy, progress=told.progress, decided=told.decided, category=told.category,
        reasons=told.reasons, support=told.support, support_words=told.support_words, proceedings=told.proceedings,
        household=told.household, core_group_on=told.timetable.core_group_on, ready_by=told.timetable.ready_by,
        review_on=told.timetable.review_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(decision, exclude=("entry",))
    return decision


def _keep_dissent(decision: ConferenceDecision, told: DecidedForChild) -> None:
    for one in told.dissent:
        dissent = Dissent(decision=decision, name=one.name, agency=one.agency, reasons=one.reasons)
        check(dissent)
        keep(dissent)


def _carry_into_plan(
    plan: ChildProtectionPlan,
    told: DecidedForChild,
    entry: Entry,
    by: Practitioner,
    now: datetime,
) -> None:
    held_on = entry.happened_on
    contents.add_needs(plan, told.needs, on=held_on, by=by, now=now)
    contents.set_core_group(plan, told.members, on=held_on)
    if told.decided == Decided.CONTINUE:
        lifespan.continue_plan(plan, category=told.category, timetable=told.timetable)
    if told.decided == Decided.END:
        lifespan.end_plan(
            plan, on=held_on, because=Ending.NO_LONGER_AT_RISK, reasons=told.reasons, entry=entry
        )
        give_notices(plan, told.notices)


def _involve_agencies(case: Case, kind: Kind, sitting: Sitting) -> None:
    for one in sitting.attendance:
        agency = one.agency
        if agency is None or one.came != Attendance.Came.PRESENT:
            continue
        if agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE:
            involve(
                case,
                agency,
                why=f"Took part in the {kind.label.lower()}",
                on=sitting.held_on,
                through=one.practitioner,
            )


def _category_words(category: str) -> str:
    return Category(category).label.lower() if category else ""
