"""Playing a script through the domain's own acts: slow, and right by definition."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatch

from alongside.agencies.models import Area
from alongside.assessments.approval import approve_assessment
from alongside.assessments.services import explain_over_run, start_assessment
from alongside.closure.services import close_case
from alongside.conferences.services import allocate_chair, record_initial_conference, record_review_conference
from alongside.demo.fast import steps
from alongside.demo.fast.steps import Script, Step
from alongside.family.homes import change_address
from alongside.family.relatives import NewRelative, add_relative, set_household
from alongside.family_help.services import end_plan, record_review, start_plan
from alongside.people.models import Person
from alongside.plans.services import record_core_group
from alongside.referrals.front_door import acknowledge, allocate_lead, decide, tell_referrer
from alongside.referrals.models import Decision, Referral
from alongside.referrals.services import ReferredChild, make_referral
from alongside.section47.services import conclude_section_47, record_strategy_discussion
from alongside.visits.services import record_child_seen


@dataclass(slots=True)
class Family:
    """Those whom the script is about, as far as it has come."""

    area: Area
    children: list[Person] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    living_together: list[Person] = field(default_factory=list)


def play(area: Area, script: Script) -> list[Person]:
    """Do everything in the script; the children it is about. Raises whatever the acts raise."""
    family = Family(area)
    for step in script.steps:
        act(step, family)
    return family.children


@singledispatch
def act(step: Step, family: Family) -> None:
    """Do one step through its act."""
    raise TypeError(f"No act plays {type(step).__name__}.")


@act.register
def _(step: steps.Refer, family: Family) -> None:
    children = step.children or tuple(ReferredChild(known=child) for child in family.children)
    family.referrals = make_referral(
        by=step.by, area=family.area, children=children, given=step.given, now=step.now
    )
    family.children = [referral.case.child for referral in family.referrals]


@act.register
def _(step: steps.Acknowledge, family: Family) -> None:
    for referral in family.referrals:
        acknowledge(by=step.by, referral=referral, how=step.how, now=step.now)


@act.register
def _(step: steps.Decide, family: Family) -> None:
    family.decisions = decide(by=step.by, referrals=family.referrals, decided=step.decided, now=step.now)


@act.register
def _(step: steps.TellReferrer, family: Family) -> None:
    for decision in family.decisions:
        tell_referrer(by=step.by, decision=decision, told=step.told, how=step.how, now=step.now)


@act.register
def _(step: steps.AddRelative, family: Family) -> None:
    known = None
    for child in family.children:
        relative = NewRelative(
            kind=step.kind, known=known, called=step.called, parental_responsibility=step.parental_responsibility
        )  # fmt: skip
        made = add_relative(by=step.by, child=child, relative=relative, now=step.now)
        if known is None:
            known = made.person
            # The act draws a reference by lot; the script chose one, so that its borough is the same each time.
            known.reference = step.reference
            known.save(update_fields=("reference",))
    if step.lives_with_children and known:
        family.living_together.append(known)


@act.register
def _(step: steps.ShareHousehold, family: Family) -> None:
    eldest, *others = family.children
    set_household(by=step.by, child=eldest, people=[*others, *family.living_together], now=step.now)


@act.register
def _(step: steps.MoveHome, family: Family) -> None:
    for child in family.children:
        change_address(by=step.by, child=child, home=step.home, now=step.now)


@act.register
def _(step: steps.AllocateLead, family: Family) -> None:
    for child in family.children:
        allocate_lead(
            by=step.by, child=child, practitioner=step.practitioner, team=step.team, reason=step.reason, now=step.now
        )  # fmt: skip


@act.register
def _(step: steps.SeeChildren, family: Family) -> None:
    found = zip(family.children, step.seen, strict=True)
    record_child_seen(
        by=step.by, visit=step.visit, now=step.now, children=[seen(child=child) for child, seen in found if seen]
    )  # fmt: skip


@act.register
def _(step: steps.StartAssessment, family: Family) -> None:
    for child in family.children:
        start_assessment(
            by=step.by, child=child, started_on=step.started_on, basis=step.basis, lead=step.lead, why=step.why,
            now=step.now,
        )  # fmt: skip


@act.register
def _(step: steps.ExplainOverRun, family: Family) -> None:
    for child in family.children:
        explain_over_run(
            by=step.by, child=child, explained_on=step.explained_on, why=step.why,
            discussed_with=step.discussed_with, now=step.now,
        )  # fmt: skip


@act.register
def _(step: steps.ApproveAssessment, family: Family) -> None:
    for child in family.children:
        approve_assessment(
            by=step.by, child=child, approved_on=step.approved_on, outcome=step.outcome, reasons=step.reasons,
            factors=step.factors, told=step.told, now=step.now,
        )  # fmt: skip


@act.register
def _(step: steps.StartHelp, family: Family) -> None:
    for child in family.children:
        start_plan(
            by=step.by,
            child=child,
            started_on=step.started_on,
            plan=step.plan,
            needs=step.needs,
            now=step.now,
        )


@act.register
def _(step: steps.ReviewHelp, family: Family) -> None:
    for child in family.children:
        record_review(
            by=step.by, child=child, reviewed_on=step.reviewed_on, decision=step.decision, reasons=step.reasons,
            agreed_with=step.agreed_with, next_review_on=step.next_review_on, now=step.now,
        )  # fmt: skip


@act.register
def _(step: steps.EndHelp, family: Family) -> None:
    for child in family.children:
        end_plan(
            by=step.by, child=child, ended_on=step.ended_on, outcome=step.outcome, reasons=step.reasons, now=step.now
        )  # fmt: skip


@act.register
def _(step: steps.DiscussStrategy, family: Family) -> None:
    about = [step.about(child=child) for child in family.children]
    record_strategy_discussion(by=step.by, children=about, discussion=step.discussion, now=step.now)


@act.register
def _(step: steps.ConcludeEnquiries, family: Family) -> None:
    for child in family.children:
        conclude_section_47(
            by=step.by, child=child, concluded_on=step.concluded_on, outcome=step.outcome, reasons=step.reasons,
            decided_by=step.decided_by, reviewed_by=step.reviewed_by, analysis=step.analysis,
            childs_views=step.childs_views, told=step.told, now=step.now,
        )  # fmt: skip


@act.register
def _(step: steps.AllocateChair, family: Family) -> None:
    allocate_chair(by=step.by, children=family.children, chair=step.chair, from_on=step.from_on, now=step.now)


@act.register
def _(step: steps.HoldInitialConference, family: Family) -> None:
    decisions = [step.decided(child=child) for child in family.children]
    record_initial_conference(by=step.by, sitting=step.sitting, decisions=decisions, now=step.now)


@act.register
def _(step: steps.HoldReviewConference, family: Family) -> None:
    decisions = [step.decided(child=child) for child in family.children]
    record_review_conference(by=step.by, sitting=step.sitting, decisions=decisions, now=step.now)


@act.register
def _(step: steps.MeetCoreGroup, family: Family) -> None:
    record_core_group(
        by=step.by, children=family.children, held_on=step.held_on, decisions=step.decisions,
        attendance=step.attendance, next_on=step.next_on, now=step.now,
    )  # fmt: skip


@act.register
def _(step: steps.CloseCase, family: Family) -> None:
    for child in family.children:
        close_case(by=step.by, child=child, closure=step.closure, now=step.now)
