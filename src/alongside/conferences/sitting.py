"""What is told of a conference before it is recorded: who came, and what was decided for each child."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from alongside.agencies.models import Agency, Practitioner
from alongside.conferences.models import Attendance, Booking
from alongside.people.models import Person
from alongside.plans.agreed import AgreedMember, AgreedNeed, Timetable
from alongside.plans.models import LeadStatutoryBody
from alongside.plans.notices import AgreedNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class AtConference:
    """Someone invited or there. part: "mother", "class teacher". agency is None for family and friends."""

    name: str
    came: str = Attendance.Came.PRESENT
    part: str = ""
    agency: Agency | None = None
    practitioner: Practitioner | None = None
    invited: bool = True
    report: str = Attendance.Report.NOT_ASKED
    report_received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The conference itself, shared by every child it was about."""

    held_on: date
    chair: Practitioner | None = None
    chair_name: str = ""
    place: str = ""
    attendance: tuple[AtConference, ...] = ()
    booking: Booking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Someone who disagreed with the decision for a child, and why."""

    name: str
    reasons: str
    agency: Agency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedForChild:
    """What the conference heard and decided for one child. Nothing here has a default that decides.

    decided: "plan" or "no-plan" at an initial or transfer-in conference; "continue" or "end" at a review.
    category: a key of ``plans.models.Category``, needed where there is a plan.
    needs, members, timetable: the outline plan, or at a review what is added to the plan.
    child_views_answer, parents_views_answer: "unknown", "not-asked" or "declined", where there are no views.
    support, support_words: what help follows where there is no plan. notices: who is told of an end.
    considered, not_considered: the other children of the household, each with what a review said; and the names of
    those of whom it said nothing.
    plan_given: everybody who is to have the plan was given it in the room.
    """

    child: Person
    decided: str
    reasons: str
    category: str = ""
    child_views: str = ""
    child_views_answer: str = ""
    child_took_part: str = ""
    parents_views: str = ""
    parents_views_answer: str = ""
    advocacy: str = ""
    progress: str = ""
    dissent: tuple[Disagreement, ...] = ()
    lead_statutory_body: str = LeadStatutoryBody.LOCAL_AUTHORITY
    needs: tuple[AgreedNeed, ...] = ()
    members: tuple[AgreedMember, ...] = ()
    timetable: Timetable = field(default_factory=Timetable)
    support: str = ""
    support_words: str = ""
    proceedings: str = ""
    household: str = ""
    considered: tuple[tuple[Person, str], ...] = ()
    not_considered: tuple[str, ...] = ()
    notices: tuple[AgreedNotice, ...] = ()
    plan_given: bool = False
