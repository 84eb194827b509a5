"""Conferences, child protection plans and core groups, written down as the acts leave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from alongside.agencies.models import Agency, Practitioner, Role, Team
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.conferences.findings import RECORDS, beyond_limits, filled, held_after
from alongside.conferences.limits import INITIAL, PLAN_CIRCULATION, RULES
from alongside.conferences.models import Attendance, Conference, ConferenceDecision, Dissent, Kind
from alongside.conferences.sitting import DecidedForChild, Sitting
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import reckon
from alongside.demo.fast import steps
from alongside.demo.fast.family import Child, Episode, Family, NotWrittenFast, facts
from alongside.demo.fast.helping import end_help_if_any
from alongside.demo.fast.writing import write
from alongside.guidance import standing
from alongside.guidance.kernel.calendar import Calendar
from alongside.plans.agreed import AtCoreGroup
from alongside.plans.models import (
    Action,
    Category,
    ChildProtectionPlan,
    CoreGroupAttendance,
    CoreGroupMeeting,
    CoreGroupMember,
    Ending,
    EndingNotice,
    Need,
)
from alongside.plans.notices import AgreedNotice
from alongside.plans.sets_out import CONTENT, not_said_yet
from alongside.plans.standings import RULE as PLAN_LEAD

Decided = ConferenceDecision.Decided
Held = steps.HoldInitialConference | steps.HoldReviewConference
#: What the limit of a conference runs from, and the most days after which one can still be in time whatever they are.
STARTS = {
    Kind.INITIAL: {kinds.STRATEGY_DISCUSSION_HELD.id},
    Kind.REVIEW: {kinds.INITIAL_CONFERENCE_HELD.id, kinds.REVIEW_CONFERENCE_HELD.id},
}
SOONEST = {Kind.INITIAL: 14, Kind.REVIEW: 88}
MEMBERS, MEETING_RECORD = "child-protection.core-group-members", "child-protection.core-group-record"


@write.register
def _(step: steps.AllocateChair, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        _must_be_independent(episode, step.chair, step.from_on)
        team = _chairing_team(step)
        part = Allocation(
            area_id=episode.case.area_id, case=episode.case, practitioner=step.chair, team=team,
            capacity=Allocation.Capacity.CONFERENCE_CHAIR, from_on=step.from_on, recorded_at=step.now,
        )  # fmt: skip
        episode.allocate(part, step.from_on)
        episode.tell(
            kinds.CHAIR_ALLOCATED, on=step.from_on, by=step.by, now=step.now, practitioner=step.chair.name
        )


def _chairing_team(step: steps.AllocateChair) -> Team:
    for post in step.chair.posts.all():
        if post.team and post.role == Role.CONFERENCE_CHAIR and post.holds_on(step.from_on):
            return post.team
    raise NotWrittenFast(f"{step.chair} holds no post as a conference chair on this day.")


def _must_be_independent(episode: Episode, chair: Practitioner | None, on: date) -> None:
    """The shortfall of a chair who is not independent is the act's alone to write."""
    lead = episode.leading_on(on)
    if chair is None or lead is None:
        raise NotWrittenFast("A conference here has a chair, and a lead practitioner.")
    if lead.practitioner_id == chair.pk or lead.team_id in {post.team_id for post in chair.posts.all()}:
        raise NotWrittenFast(f"{chair} is not independent of the work with this child.")


@write.register
def _(step: steps.HoldInitialConference, family: Family) -> None:
    conference = _hold(step, family)
    for child in family.children:
        told = step.decided(child=child.person)
        episode = child.episode
        entry = _entry(kinds.INITIAL_CONFERENCE_HELD, step, episode, told)
        if told.decided == Decided.PLAN:
            episode.plan = _begin(step, child, told, entry)
            episode.core_group, episode.notices = [], {}
            for agency in [one.agency for one in step.sitting.attendance if one.invited and one.agency]:
                _remember(episode, episode.plan, AgreedNotice(name=agency.name, agency=agency))
            end_help_if_any(episode, entry, step.sitting.held_on, step.by, step.now)
        plan = episode.plan if told.decided == Decided.PLAN else None
        _decide(Kind.INITIAL, step, child, told, conference, plan, entry, family.calendar)


@write.register
def _(step: steps.HoldReviewConference, family: Family) -> None:
    conference = _hold(step, family)
    for child in family.children:
        told = step.decided(child=child.person)
        entry = _entry(kinds.REVIEW_CONFERENCE_HELD, step, child.episode, told)
        _decide(Kind.REVIEW, step, child, told, conference, _open_plan(child.episode), entry, family.calendar)


def _hold(step: Held, family: Family) -> Conference:
    sitting = step.sitting
    if sitting.booking:
        raise NotWrittenFast("The fast path holds no conference that was booked.")
    conference = Conference(
        area_id=family.area.pk, held_on=sitting.held_on, place=sitting.place, chair=sitting.chair,
        chair_name=sitting.chair_name or (sitting.chair.name if sitting.chair else ""), recorded_at=step.now,
        recorded_by=step.by,
    )  # fmt: skip
    family.rows.add(conference)
    for one in sitting.attendance:
        family.rows.add(Attendance(conference=conference, **facts(one)))
    return conference


def _entry(kind: kinds.Kind, step: Held, episode: Episode, told: DecidedForChild) -> Entry:
    outcome = str(Decided(told.decided).label)
    return episode.tell(
        kind, on=step.sitting.held_on, by=step.by, now=step.now, decided=told.decided,
        outcome=outcome[0].lower() + outcome[1:], category=told.category, reasons=told.reasons,
        **kinds.completing(PLAN_CIRCULATION, told.plan_given),
        category_words=str(Category(told.category).label).lower() if told.category else "",
    )  # fmt: skip


def _begin(step: Held, child: Child, told: DecidedForChild, entry: Entry) -> ChildProtectionPlan:
    plan = ChildProtectionPlan(
        child=child.person, entry=entry, started_on=step.sitting.held_on, initial_category=told.category,
        category=told.category, lead_statutory_body=told.lead_statutory_body, **facts(told.timetable),
        **child.episode.about(step.by, step.now),
    )  # fmt: skip
    return child.episode.rows.add(plan)


def _decide(
    kind: Kind, step: Held, child: Child, told: DecidedForChild, conference: Conference,
    plan: ChildProtectionPlan | None, entry: Entry, calendar: Calendar,
) -> None:  # fmt: skip
    episode, sitting = child.episode, step.sitting
    decision = ConferenceDecision(
        conference=conference, plan=plan, kind=kind, held_on=sitting.held_on, entry=entry,
        **facts(
            told, "child", "dissent", "lead_statutory_body", "needs", "members", "timetable", "notices", "plan_given",
            "considered", "not_considered",
        ),
        **facts(told.timetable), **episode.about(step.by, step.now),
    )  # fmt: skip
    episode.rows.add(decision)
    for objection in told.dissent:
        episode.rows.add(Dissent(decision=decision, **facts(objection)))
    if plan:
        _carry_into_plan(step, episode, plan, told, entry)
    for one in sitting.attendance:
        social_care = one.agency and one.agency.sector == Agency.Sector.CHILDRENS_SOCIAL_CARE
        if one.agency and not social_care and one.came == Attendance.Came.PRESENT:
            why = f"Took part in the {kind.label.lower()}"
            episode.involve(one.agency, why=why, on=sitting.held_on, now=step.now, through=one.practitioner)
    _keep_findings(kind, episode, sitting, told, entry, calendar)


def _carry_into_plan(
    step: Held, episode: Episode, plan: ChildProtectionPlan, told: DecidedForChild, entry: Entry
) -> None:
    on, stamp = step.sitting.held_on, {"recorded_at": step.now, "recorded_by": step.by}
    for agreed in told.needs:
        need = Need(plan=plan, agreed_on=on, **facts(agreed, "actions"), **stamp)
        episode.rows.add(need)
        actions = [
            Action(need=need, agreed_on=on, **facts(action, "need"), **stamp) for action in agreed.actions
        ]
        for each in actions:
            episode.rows.add(each)
        episode.needs.append((need, actions))
    present = {member.name for member in episode.core_group}
    for member in told.members:
        if member.name not in present:
            present.add(member.name)
            joined = CoreGroupMember(plan=plan, from_on=on, **facts(member))
            episode.core_group.append(episode.rows.add(joined))
    if told.decided == Decided.CONTINUE:
        _continue(plan, told)
    if told.decided == Decided.END:
        _end(episode, plan, told, entry)


def _continue(plan: ChildProtectionPlan, told: DecidedForChild) -> None:
    plan.category = told.category
    plan.core_group_on = told.timetable.core_group_on or plan.core_group_on
    plan.ready_by = told.timetable.ready_by or plan.ready_by
    plan.review_on = told.timetable.review_on


def _end(episode: Episode, plan: ChildProtectionPlan, told: DecidedForChild, entry: Entry) -> None:
    on = entry.happened_on
    plan.ended_on, plan.ended_because = on, Ending.NO_LONGER_AT_RISK
    plan.ending_reasons, plan.ending_entry = told.reasons, entry
    for member in episode.core_group:
        member.to_on = member.to_on or on
    wanted = {notice.name: notice for notice in (*_to_tell(episode), *told.notices)}
    for notice in wanted.values():
        kept = _remember(episode, plan, notice)
        kept.agency, kept.told_on = notice.agency, notice.told_on


def _remember(episode: Episode, plan: ChildProtectionPlan, notice: AgreedNotice) -> EndingNotice:
    """The row that says this one is to be told, kept once."""
    if notice.name not in episode.notices:
        episode.notices[notice.name] = episode.rows.add(EndingNotice(plan=plan, **facts(notice)))
    return episode.notices[notice.name]


def _to_tell(episode: Episode) -> list[AgreedNotice]:
    kept = [
        AgreedNotice(name=one.name, agency=one.agency, told_on=one.told_on)
        for one in episode.notices.values()
    ]
    agencies = [one.agency for one in episode.involvements if one.to_on is None]
    by_name = sorted(agencies, key=lambda agency: agency.name)
    involved = [AgreedNotice(name=agency.name, agency=agency) for agency in by_name]
    members = [(one.agency.name if one.agency else one.name, one.agency) for one in episode.core_group]
    found: dict[str, AgreedNotice] = {}
    for notice in (*kept, *involved, *(AgreedNotice(name=name, agency=agency) for name, agency in members)):
        found.setdefault(notice.name, notice)
    return list(found.values())


def _later_than_expected(kind: Kind, episode: Episode, entry: Entry, calendar: Calendar) -> Deadline | None:
    """The limit that ran for this conference, where it had passed. Reckoned only where it may have."""
    before = [one for one in episode.in_order() if one is not entry]
    starts = [one.happened_on for one in before if one.kind in STARTS[kind]]
    if not starts or (entry.happened_on - max(starts)).days <= SOONEST[kind]:
        return None
    waiting = [
        one
        for one in reckon(episode.case, before, calendar)
        if one.rule_id in RULES[kind] and one.met_on is None and one.ended_on is None and one.due_on
    ]
    first = min(waiting, key=lambda one: one.due_on or date.max, default=None)
    return first if first and first.due_on and first.due_on < entry.happened_on else None


def _keep_findings(
    kind: Kind, episode: Episode, sitting: Sitting, told: DecidedForChild, entry: Entry, calendar: Calendar
) -> None:
    on = sitting.held_on
    episode.expected(entry, RECORDS[kind], filled(kind, sitting, told), on)
    _must_be_independent(episode, sitting.chair, on)
    concluded = kinds.SECTION_47_CONCLUDED.id
    if kind == Kind.INITIAL and not any(
        one.kind == concluded and one.happened_on <= on for one in episode.entries
    ):
        words = f"No section 47 enquiry about {told.child} had been concluded before the conference."
        episode.note_shortfall(entry, INITIAL, words)
    if limit := _later_than_expected(kind, episode, entry, calendar):
        late = held_after(limit, on)
        episode.note_shortfall(entry, late.rule_id, late.words)
    if told.decided in (Decided.PLAN, Decided.CONTINUE):
        _keep_who_leads(episode, entry, on)
        for late in beyond_limits(kind, told, sitting):
            episode.note_shortfall(entry, late.rule_id, late.words)
    if told.decided == Decided.END and not told.support:
        words = "what support is still needed, discussed with the child and family"
        episode.fell_short(entry, "child-protection.plan-ending-record", [words])


def _keep_who_leads(episode: Episode, entry: Entry, on: date) -> None:
    lead = episode.leading_on(on)
    standings = lead.practitioner.standing_on(on) if lead else frozenset()
    episode.expected(entry, PLAN_LEAD, standings, on)


def _open_plan(episode: Episode) -> ChildProtectionPlan:
    if episode.plan is None or not episode.plan.is_open:
        raise NotWrittenFast("There is no child protection plan at this step.")
    return episode.plan


@write.register
def _(step: steps.MeetCoreGroup, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        meeting = CoreGroupMeeting(
            plan=_open_plan(episode), held_on=step.held_on, decisions=step.decisions, next_on=step.next_on,
            **episode.about(step.by, step.now),
        )  # fmt: skip
        meeting.entry = episode.tell(
            kinds.CORE_GROUP_MET, on=step.held_on, by=step.by, now=step.now, decisions=step.decisions
        )
        episode.rows.add(meeting)
        for one in step.attendance:
            episode.rows.add(CoreGroupAttendance(meeting=meeting, **facts(one)))
        episode.expected(meeting.entry, MEMBERS, _there(step.attendance), step.held_on)
        silent = [one.name for one in step.attendance if not one.present and not one.written_views]
        episode.fell_short(meeting.entry, MEETING_RECORD, [f"the written views of {name}" for name in silent])
        _keep_who_leads(episode, meeting.entry, step.held_on)
        needs = [one for one in episode.needs if one[0].plan_id == meeting.plan_id]
        episode.fell_short(meeting.entry, CONTENT, not_said_yet(needs, explained=False, on=step.held_on))


def _there(attendance: Sequence[AtCoreGroup]) -> Iterable[str]:
    """Whether social care and the family came, in the guidance's words."""
    came = [one.agency for one in attendance if one.present]
    if any(agency and agency.sector == Agency.Sector.CHILDRENS_SOCIAL_CARE for agency in came):
        yield standing.CHILDRENS_SOCIAL_CARE
    if None in came:
        yield standing.FAMILY
