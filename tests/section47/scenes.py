"""What the tests of section 47 have said and agreed, unless a test says otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from alongside.agencies.models import Agency, Practitioner
from alongside.people.models import Person
from alongside.section47 import services
from alongside.section47.models import StrategyDiscussion
from alongside.section47.said import (
    ActionAgreed,
    ChildDiscussed,
    DiscussionHeld,
    Participant,
)

SECTION_47, SECTION_17 = "section-47-enquiry", "section-17-assessment"
FURTHER, NO_ROLE = "further-discussion", "no-further-role"


def noon(day: date) -> datetime:
    """Noon in Greenwich on a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def from_agency(agency: Agency, **said: Any) -> Participant:
    """Somebody senior who took part for an agency and shared what it knows."""
    words = {"name": f"Somebody of {agency}", "may_decide": "yes", "information": "Knows the family."}
    return Participant(agency=agency, **(words | said))


def held(by: Practitioner, on: date, *agencies: Agency, **facts: Any) -> DiscussionHeld:
    """A meeting with every heading filled."""
    filled = {
        "form": "meeting", "convened_by": by, "decided_by": by, "criminal_investigation": "None planned.",
        "participants": tuple(from_agency(agency) for agency in agencies),
        "actions": (ActionAgreed(what="Speak to the school"),), "legal_action": "Not needed now.",
        "child_kept_safe": "Stays with her grandmother.", "family_told": "told", "police_tasks": "Speak to the neighbour.",
        "health_tasks": "A paediatrician sees her today.", "other_children": "None live there.",
    }  # fmt: skip
    return DiscussionHeld(held_on=on, **(filled | facts))


def discuss(
    by: Practitioner, child: Person, on: date, *agencies: Agency, decision: str = SECTION_47, **facts: Any
) -> StrategyDiscussion:
    """A strategy discussion about one child, recorded at noon of its day."""
    enquiry_by = "joint" if decision == SECTION_47 else ""
    about = ChildDiscussed(child=child, decision=decision, reasons="A bruise.", enquiry_by=enquiry_by)
    [record] = services.record_strategy_discussion(
        by=by, children=[about], discussion=held(by, on, *agencies, **facts), now=noon(on)
    )
    return record
