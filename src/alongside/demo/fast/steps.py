"""What can happen in a script. Each step is facts alone: the day or moment, who, and what they said.

``by`` records it and ``now`` is when. A step concerns every child of the family unless it says
otherwise. Where an act takes facts about a child, the step holds them without the child, as a
``partial`` that lacks only ``child``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from alongside.agencies.models import Practitioner, Team
from alongside.assessments.telling import ToldInWriting
from alongside.closure.services import Closure
from alongside.conferences.sitting import DecidedForChild, Sitting
from alongside.family.homes import NewHome
from alongside.family_help.services.contents import NewNeed, PlanAgreed
from alongside.people.models import NOT_ASKED
from alongside.plans.agreed import AtCoreGroup
from alongside.referrals.front_door import Decided
from alongside.referrals.services import ReferralGiven, ReferredChild
from alongside.section47.said import ChildDiscussed, DiscussionHeld
from alongside.visits.services import ChildSeen, VisitMade


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Anything that happens: who records it, and when."""

    by: Practitioner
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer(Step):
    """A referral of all the family's children; ``children`` is empty when they are known already."""

    given: ReferralGiven
    children: tuple[ReferredChild, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Step):
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(Step):
    decided: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class TellReferrer(Step):
    told: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRelative(Step):
    """Somebody in every child's life, recorded once. ``reference`` was chosen beforehand, and names them later."""

    kind: str
    called: str
    reference: str
    parental_responsibility: str = NOT_ASKED
    lives_with_children: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareHousehold(Step):
    """The children, and the relatives who live with them, are one household."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveHome(Step):
    home: NewHome


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateLead(Step):
    practitioner: Practitioner
    team: Team
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeChildren(Step):
    """A visit. ``seen`` says how each child was found, in the family's order; None for one who was not seen."""

    visit: VisitMade
    seen: tuple[partial[ChildSeen] | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAssessment(Step):
    started_on: date
    basis: str
    lead: Practitioner
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainOverRun(Step):
    explained_on: date
    why: str
    discussed_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveAssessment(Step):
    approved_on: date
    outcome: str
    reasons: str
    factors: tuple[str, ...]
    told: tuple[ToldInWriting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartHelp(Step):
    """A child-in-need plan begins."""

    started_on: date
    plan: PlanAgreed
    needs: tuple[NewNeed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHelp(Step):
    """The child-in-need plan is reviewed."""

    reviewed_on: date
    decision: str
    reasons: str
    agreed_with: Practitioner | None = None
    next_review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndHelp(Step):
    """The child-in-need plan ends."""

    ended_on: date
    outcome: str
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussStrategy(Step):
    discussion: DiscussionHeld
    about: partial[ChildDiscussed]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludeEnquiries(Step):
    concluded_on: date
    outcome: str
    reasons: str
    decided_by: Practitioner
    reviewed_by: Practitioner | None = None
    analysis: str = ""
    childs_views: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateChair(Step):
    chair: Practitioner
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldInitialConference(Step):
    sitting: Sitting
    decided: partial[DecidedForChild]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldReviewConference(Step):
    sitting: Sitting
    decided: partial[DecidedForChild]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetCoreGroup(Step):
    held_on: date
    decisions: str
    attendance: tuple[AtCoreGroup, ...] = ()
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(Step):
    closure: Closure


@dataclass(slots=True)
class Script:
    """One family's life, in the order in which it was recorded."""

    steps: list[Step] = field(default_factory=list)

    def until(self, end: datetime) -> Script:
        """As far as it had come by this moment."""
        return Script([step for step in self.steps if step.now < end])
