"""What tests of conferences and plans take as given: a sitting, decisions, and the people who came."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.conferences.models import Conference
from alongside.conferences.services import record_initial_conference, record_review_conference
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed, Timetable
from alongside.plans.models import ChildProtectionPlan

#: The initial conference: Monday 14 April 2025, in the week before Easter.
HELD = date(2025, 4, 14)
CORE_GROUP_BY = date(2025, 4, 30)
REVIEW_BY = date(2025, 7, 14)


def noon(day: date) -> datetime:
    """Noon, in UTC, on a day: when somebody sits down to record it."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def need() -> AgreedNeed:
    return AgreedNeed(
        need="Amara needs a calm, safe home in the evenings",
        must_change="Adults stay sober while Amara is with them",
        how_much="Every evening, for three months",
        by_when=REVIEW_BY,
        aim="safe",
        actions=(
            AgreedAction(
                what="Go to the Tuesday group at the Quay",
                owner="Grace Okoye, Amara's mother",
                by_when=date(2025, 5, 6),
                how_we_will_know="The group tells Dana each week that Grace came",
            ),
        ),
    )


def members(council: Agency, school: Agency) -> tuple[AgreedMember, ...]:
    return (
        AgreedMember(name="Grace Okoye", part="Amara's mother"),
        AgreedMember(name="Dana Wright", part="social worker", agency=council),
        AgreedMember(name="Helen Marsh", part="safeguarding lead", agency=school),
    )


def decided(child: Person, outcome: str = "plan", **more: Any) -> DecidedForChild:
    """A full decision, short of nothing: change one thing to see what follows from it."""
    told: dict[str, Any] = {
        "child": child,
        "decided": outcome,
        "reasons": "The harm is recent and goes on.",
        "category": "neglect" if outcome in ("plan", "continue") else "",
        "child_views": "I like it when Nana comes.",
        "parents_views": "Grace wants help and agrees with the worry.",
        "advocacy": "declined",
        "progress": "Grace has been to each session." if outcome in ("continue", "end") else "",
        "support": "child-in-need-plan" if outcome in ("no-plan", "end") else "",
        "proceedings": "Considered; not needed now.",
        "household": "Ben was considered too.",
    }
    return DecidedForChild(**(told | more))


def sitting(held_on: date = HELD, *came: AtConference, **more: Any) -> Sitting:
    present = came or (AtConference(name="Grace Okoye", part="Amara's mother"),)
    return Sitting(held_on=held_on, place="Harbour House", attendance=present, **more)


def from_agency(name: str, agency: Agency, **more: Any) -> AtConference:
    return AtConference(name=name, agency=agency, **more)


def full_plan_decision(amara: Person, council: Agency, school: Agency, **more: Any) -> DecidedForChild:
    return decided(
        amara,
        needs=(need(),),
        members=members(council, school),
        timetable=Timetable(
            core_group_on=date(2025, 4, 28), ready_by=date(2025, 5, 9), review_on=date(2025, 7, 10)
        ),
        **more,
    )


def a_plan(
    amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    """Amara's plan, made by the initial conference on HELD."""
    came = (
        AtConference(name="Grace Okoye", part="Amara's mother"),
        from_agency("Dana Wright", council, practitioner=dana),
        from_agency("Helen Marsh", school, report="received", report_received_on=date(2025, 4, 10)),
    )
    record_initial_conference(
        by=dana,
        sitting=sitting(HELD, *came, chair=jamal),
        decisions=[full_plan_decision(amara, council, school)],
        now=noon(HELD),
    )
    return ChildProtectionPlan.objects.get(child=amara)


def review(dana: Practitioner, jamal: Practitioner, on: date, told: DecidedForChild) -> Conference:
    return record_review_conference(by=dana, sitting=sitting(on, chair=jamal), decisions=[told], now=noon(on))


def discussion(case: Case, on: date, by: Practitioner, begins: bool = True) -> None:
    """A strategy discussion in the chronology, as the act that records one writes it."""
    kinds.STRATEGY_DISCUSSION_HELD.record(
        case, on=on, by=by, now=noon(on), decided="section-47" if begins else "assessment",
        outcome="enquiries", reasons="Bruising", begins_enquiry=begins,
    )  # fmt: skip


def enquiry_concluded(case: Case, on: date, by: Practitioner) -> None:
    kinds.SECTION_47_CONCLUDED.record(
        case, on=on, by=by, now=noon(on), decided="conference", outcome="conference", reasons="Likely harm"
    )


def due_for(child: Person, rule_id: str) -> Deadline:
    """The one running limit of a rule for a child."""
    return Deadline.objects.outstanding().get(child=child, rule_id=rule_id)
