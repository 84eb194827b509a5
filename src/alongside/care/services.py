"""Recording that a looked-after child comes home. One function, one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.care.models import ReturnHome
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway, Step
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

PATHWAY, PLAN, LEAD = "care.return-home", "care.return-home-plan", "authority.return-home"
UNPLANNED = "unplanned"
#: Which fields fill which headings of the plan that the guidance describes.
FILLS = {
    "assessment": "assessment", "seen-alone": "seen_alone", "wishes": "wishes",
    "support-and-contact": "support_and_contact", "timeline": "timeline", "monitoring": "monitoring",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingHome:
    """What was decided, or what happened. Fields as on ``ReturnHome``; ``way`` is a key of the pathway."""

    decided_on: date
    way: str
    reasons: str
    immediate_concern: str = ""
    assessment: str = ""
    seen_alone: str = ""
    wishes: str = ""
    support_and_contact: str = ""
    timeline: str = ""
    monitoring: str = ""
    family_group: str = ""
    approved_by: str = ""


@transaction.atomic
def record_return_home(
    *, by: Practitioner, child: Person, home: ComingHome, led_by: Practitioner, now: datetime
) -> ReturnHome:
    """Record how a looked-after child comes home, or that the plan is still being assessed.

    A social worker should lead this decision, and the plan should set out six things: what is missing is
    a shortfall. Where an unplanned return leaves concern for immediate safety, a strategy discussion is
    wanted at once. Raises Refusal for a day that cannot be, an unknown way, or safety not looked at.
    Working Together 2023, paragraphs 167 and 176, page 77 and flow chart 2.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    refuse_impossible_day(home.decided_on, what="This return home", field="decided_on", case=case, now=now)
    step = _step(home)
    record = ReturnHome(
        area_id=case.area_id, case=case, led_by=led_by, recorded_at=now, recorded_by=by,
        **{name: getattr(home, name) for name in home.__slots__},
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.RETURN_HOME_DECIDED.record(
        case, on=home.decided_on, by=by, now=now, decided=home.way, outcome=step.label, reasons=home.reasons,
        immediate_concern=home.immediate_concern,
    )  # fmt: skip
    keep(record)
    if home.way in ("planned-return", UNPLANNED):
        filled = {key for key, name in FILLS.items() if getattr(home, name)}
        record_shortfall(record.entry, PLAN, expected_but_absent(PLAN, filled, home.decided_on))
    missing = expected_but_absent(LEAD, led_by.standing_on(home.decided_on), home.decided_on)
    record_shortfall(record.entry, LEAD, missing)
    refresh(case)
    return record


def ways(on: date) -> tuple[Step, ...]:
    """The ways in which a child comes home, as the edition of the day has them."""
    rule = catalogue.rule(PATHWAY)
    assert isinstance(rule, Pathway)
    return rule.steps(on)


def _step(home: ComingHome) -> Step:
    found = next((step for step in ways(home.decided_on) if step.key == home.way), None)
    if found is None:
        raise Refusal(
            "Choose how the child comes home.", f"“{home.way}” is not one of the ways.", "Choose one from the list.",
            field="way",
        )  # fmt: skip
    if home.way == UNPLANNED and not home.immediate_concern:
        raise Refusal(
            "Say whether the child is safe now.", "After an unplanned return the child's immediate safety is looked at first.",
            "Answer whether there is concern for the child's immediate safety.", field="immediate_concern",
            citation=catalogue.rule(PATHWAY).dated.at(home.decided_on).citation,
        )  # fmt: skip
    return found
