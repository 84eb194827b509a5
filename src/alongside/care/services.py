"""Recording that a looked-after child comes home. One function, one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.care.models import LookedAfter, LookedAfterEnding, ReturnHome
from alongside.care.status import end_looked_after, refuse_before_it_began, standing_looked_after
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
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
    ceased_on: date | None = None


@transaction.atomic
def record_return_home(
    *, by: Practitioner, child: Person, home: ComingHome, led_by: Practitioner, now: datetime
) -> ReturnHome:
    """Record how a looked-after child comes home, or that the plan is still being assessed.

    A social worker should lead this decision, and the plan should set out six things: what is missing is
    a shortfall. Where an unplanned return leaves concern for immediate safety, a strategy discussion is
    wanted at once. Where ``ceased_on`` is given, the child is no longer looked after from that day, by the same act.
    Raises Refusal for a day that cannot be, an unknown way, or safety not looked at.
    Working Together 2023, paragraphs 167 and 176, page 77 and flow chart 2.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    refuse_impossible_day(home.decided_on, what="This return home", field="decided_on", case=case, now=now)
    step = _step(home)
    record = ReturnHome(
        area_id=case.area_id, case=case, led_by=led_by, recorded_at=now, recorded_by=by,
        **{name: getattr(home, name) for name in home.__slots__ if name != "ceased_on"},
    )  # fmt: skip
    check(record, exclude=("entry",))
    looked_after = _ceases(case, home, now)
    record.entry = kinds.RETURN_HOME_DECIDED.record(
        case, on=home.decided_on, by=by, now=now, decided=home.way, outcome=step.label, reasons=home.reasons,
        immediate_concern=home.immediate_concern, ceases=looked_after is not None,
    )  # fmt: skip
    keep(record)
    if looked_after and home.ceased_on:
        how = (
            LookedAfterEnding.How.HOME_UNPLANNED
            if home.way == UNPLANNED
            else LookedAfterEnding.How.HOME_PLANNED
        )
        end_looked_after(
            looked_after, entry=record.entry, ceased_on=home.ceased_on, how=how, reasons=home.reasons,
            approved_by=home.approved_by, by=by, now=now,
        )  # fmt: skip
    if home.way in ("planned-return", UNPLANNED):
        filled = {key for key, name in FILLS.items() if getattr(home, name)}
        record_shortfall(record.entry, PLAN, expected_but_absent(PLAN, filled, home.decided_on))
    missing = expected_but_absent(LEAD, led_by.standing_on(home.decided_on), home.decided_on)
    record_shortfall(record.entry, LEAD, missing)
    refresh(case)
    return record


def _ceases(case: Case, home: ComingHome, now: datetime) -> LookedAfter | None:
    """The time of being looked after that ends with this, locked; None where nothing says that it ends."""
    if home.ceased_on is None:
        return None
    if home.way not in ("planned-return", UNPLANNED):
        raise Refusal(
            "This child stays looked after.",
            "You entered a day on which the child stopped being looked after, and a way in which they do not.",
            "Leave that day out, or choose another way.", field="ceased_on",
        )  # fmt: skip
    found = standing_looked_after(case)
    refuse_impossible_day(home.ceased_on, what="This", field="ceased_on", case=case, now=now)
    refuse_before_it_began(found, home.ceased_on, field="ceased_on")
    return found


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
