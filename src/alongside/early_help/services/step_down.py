"""Stepping down: section 17 is the basis no longer, and early help goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.basis import end_in_need, is_in_need
from alongside.cases.episodes import open_case
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.early_help.models import StepDown
from alongside.early_help.services.standing import refuse_day, refuse_what_goes_on
from alongside.early_help.services.team import put_in_the_lead
from alongside.family_help.expected import APPROVER, approver_missing
from alongside.family_help.models import Agreed, ChildInNeedPlan, PlanBasis
from alongside.family_help.names import works_by_family_help
from alongside.family_help.services import NewBasis, change_basis_of, end_plan_of
from alongside.family_help.services.end import Outcome
from alongside.guidance import standing
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

AGREEMENT = "early-help.agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedDown:
    """What is recorded when help under section 17 gives way to early help. Fields as on ``StepDown``."""

    stepped_on: date
    reasons: str
    family_agreed: str
    lead: Practitioner
    agreed_by: str = ""
    agreement_words: str = ""
    family_view: str = ""
    approved_by: Practitioner | None = None


@transaction.atomic
def step_down(*, by: Practitioner, child: Person, down: SteppedDown, now: datetime) -> StepDown:
    """End section 17 as the basis; the episode and its record go on as early help, with a lead of any agency.

    Where the area works by family help an open plan goes on; otherwise the child-in-need plan ends, and what is in it
    is offered to the early help plan that follows. Raises Refusal for a day that cannot be, and while anything under
    section 17 or 47 is open. An agreement that is missing, and an approver of another standing, are shortfalls.
    Working Together 2023, paragraphs 131, 156, 174 and 181, page 74.
    """
    case = open_case(policies.STEP_DOWN.lock(child, by))
    refuse_day(down.stepped_on, "stepped_on", case, now)
    if not is_in_need(case):
        raise Refusal(
            f"{child} is not helped under section 17.", "There is nothing to step down from.",
            "Early help goes on as it is.",
        )  # fmt: skip
    refuse_what_goes_on(case, f"{child} cannot step down to early help yet.")
    record = StepDown(
        area_id=case.area_id, case=case, stepped_on=down.stepped_on, reasons=down.reasons,
        family_agreed=down.family_agreed, agreed_by=down.agreed_by, agreement_words=down.agreement_words, lead=down.lead,
        family_view=down.family_view, approved_by=down.approved_by, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.STEPPED_DOWN.record(
        case, on=down.stepped_on, by=by, now=now, lead=down.lead.name, reasons=down.reasons,
        plan="goes-on" if works_by_family_help(case.area_id, down.stepped_on) else "ends",
    )  # fmt: skip
    keep(record)
    _plan(case, record.entry, down, by, now)
    end_in_need(case, on=down.stepped_on)
    _hand_over(case, down, by, now)
    _fall_short(record.entry, down)
    refresh(case)
    return record


def _plan(case: Case, entry: Entry, down: SteppedDown, by: Practitioner, now: datetime) -> None:
    plan = ChildInNeedPlan.objects.select_for_update().filter(case=case, ending=None).first()
    if plan is None:
        return
    if works_by_family_help(case.area_id, down.stepped_on):
        basis = NewBasis(
            reasons=down.reasons, family_agreed=down.family_agreed, agreed_by=down.agreed_by,
            agreement_words=down.agreement_words, approved_by=down.approved_by,
        )  # fmt: skip
        change_basis_of(
            plan, PlanBasis.EARLY_HELP, entry=entry, on=down.stepped_on, basis=basis, by=by, now=now
        )
    else:
        end_plan_of(
            plan,
            entry=entry,
            ended_on=down.stepped_on,
            by=by,
            now=now,
            outcome=Outcome.EARLY_HELP,
            reasons=down.reasons,
        )


def _hand_over(case: Case, down: SteppedDown, by: Practitioner, now: datetime) -> None:
    """Whoever led under section 17 leads no longer; somebody leads early help."""
    on = down.stepped_on
    for led in Allocation.objects.current().filter(case=case, capacity=Allocation.Capacity.LEAD_PRACTITIONER):
        led.to_on = max(on, led.from_on)
        led.save(update_fields=("to_on",))
    put_in_the_lead(case, down.lead, on, down.family_view, by, now)


def _fall_short(entry: Entry, down: SteppedDown) -> None:
    agrees = {standing.FAMILY} if down.family_agreed in (Agreed.YES, Agreed.IN_PART) else set()
    record_shortfall(entry, AGREEMENT, expected_but_absent(AGREEMENT, agrees, down.stepped_on))
    record_shortfall(entry, APPROVER, approver_missing(down.approved_by, down.stepped_on))
