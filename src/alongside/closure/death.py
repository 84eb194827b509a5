"""A child dies: everything that is open for the child ends with one act, and nothing that was recorded is lost.

What must be done when a child dies (the child death review, telling the Secretary of State of a serious incident) is
in other chapters and not here. Brothers and sisters are untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.care.models import LookedAfter, LookedAfterEnding
from alongside.care.status import end_looked_after
from alongside.cases.episodes import end_everyones_part, open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.closure.guards import open_work
from alongside.closure.services import TOLD, outcome_words, tell_systems
from alongside.conferences.models import Booking, BookingChild
from alongside.deadlines.projection import refresh
from alongside.early_help.services.standing import end_team
from alongside.family_help.models import ChildInNeedPlanEnding
from alongside.family_help.services.end import end_plan_for
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lifespan
from alongside.plans.models import ChildProtectionPlan, Ending, StayHere, StayHereEnding
from alongside.plans.notices import give_notices
from alongside.referrals.models import Decision, Referral
from alongside.refusals import Refusal
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    Exclusion,
    ExclusionEnding,
    PoliceProtection,
    ProtectionEnding,
    RecoveryEnding,
    RecoveryOrder,
)
from alongside.strands.models import Strand

DIED = "died"
WORDS = "The child died."
#: Why a conference that was about this child alone is not held.
CALLED_OFF = "The child died."


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """What is recorded when a child dies. told: keys of ``closure.services.TOLD``, without the child."""

    died_on: date
    words: str
    told: Sequence[str] = ()


@transaction.atomic
def record_death(*, by: Practitioner, child: Person, death: Death, now: datetime) -> Case:
    """Record that a child died: the case closes, and plans, orders, bookings, strands and limits end with it.

    Raises Refusal where there is no open case, and for a day in the future or before the birth. An assessment or
    enquiries that were not finished stay as they were written.
    """
    child = policies.CLOSE_CASE.lock(child, by)
    case = open_case(child)
    _refuse_impossible(child, death, now)
    today = day_of(now)
    ended = [work.words for work in open_work(case)]
    child.died_on = death.died_on
    check(child)
    keep(child, update_fields=("died_on",))
    entry = kinds.CASE_CLOSED.record(
        case, on=today, by=by, now=now, decided=DIED, outcome=outcome_words(DIED, today), reasons=death.words,
        died_on=death.died_on.isoformat(), told=list(death.told), told_words=_told_words(death), ended=ended,
    )  # fmt: skip
    _end_plans(case, entry, death, by, now)
    _end_protection(case, death, by, now)
    _decide_referrals(case, today, by, now)
    _call_off(case)
    for strand in Strand.objects.filter(case=case, ended_on=None):
        strand.ended_on, strand.outcome = max(death.died_on, strand.opened_on), DIED
        keep(strand, update_fields=("ended_on", "outcome"))
    end_team(case, today)
    case.closed_on, case.closure_reason = today, DIED
    check(case)
    keep(case, update_fields=("closed_on", "closure_reason"))
    tell_systems(case, now)
    end_everyones_part(case, today)
    refresh(case)
    return case


def _end_plans(case: Case, entry: Entry, death: Death, by: Practitioner, now: datetime) -> None:
    plan = ChildProtectionPlan.objects.open().filter(case=case).first()
    if plan is not None:
        on = max(death.died_on, plan.started_on + timedelta(days=1))
        lifespan.end_plan(plan, on=on, because=Ending.DIED, reasons=death.words, entry=entry)
        give_notices(plan, ())
    end_plan_for(
        case, entry=entry, ended_on=death.died_on, by=by, now=now, outcome=ChildInNeedPlanEnding.Outcome.DIED,
        reasons=death.words,
    )  # fmt: skip
    looked_after = LookedAfter.objects.filter(case=case, ending=None).first()
    if looked_after is not None:
        end_looked_after(
            looked_after, entry=entry, ceased_on=max(death.died_on, looked_after.began_on), how=LookedAfterEnding.How.DIED,
            reasons=death.words, approved_by="", by=by, now=now,
        )  # fmt: skip
    stay = StayHere.objects.filter(case=case, ending=None).first()
    if stay is not None:
        stay.ending = StayHereEnding.objects.create(
            **_record(case, by, now), ended_on=max(death.died_on, stay.from_on), how=StayHereEnding.How.ELSEWHERE,
            told="To be told that the child died", words=WORDS,
        )  # fmt: skip
        keep(stay, update_fields=("ending",))


def _end_protection(case: Case, death: Death, by: Practitioner, now: datetime) -> None:
    """Police protection, orders, exclusions and recovery orders: over, for the child died."""
    about = _record(case, by, now)
    for model in (PoliceProtection, EmergencyProtectionOrder, ChildAssessmentOrder):
        for one in model._default_manager.filter(case=case, ending=None):
            one.ending = ProtectionEnding.objects.create(
                **about, ended_on=death.died_on, how=ProtectionEnding.How.OTHER, what_next=WORDS
            )
            keep(one, update_fields=("ending",))
    for exclusion in Exclusion.objects.filter(case=case, ending=None):
        exclusion.ending = ExclusionEnding.objects.create(
            **about, ended_on=death.died_on, how=ExclusionEnding.How.CHANGED, what_next=WORDS
        )
        keep(exclusion, update_fields=("ending",))
    for order in RecoveryOrder.objects.filter(case=case, ending=None):
        order.ending = RecoveryEnding.objects.create(
            **about, ended_on=death.died_on, how=RecoveryEnding.How.OTHER, what_next=WORDS
        )
        keep(order, update_fields=("ending",))


def _decide_referrals(case: Case, today: date, by: Practitioner, now: datetime) -> None:
    """A referral that waits for a decision waits no longer."""
    for referral in Referral.objects.filter(case=case, decision=None):
        Decision.objects.create(
            **_record(case, by, now), referral=referral, decided_on=today, decided_at=now, outcome="no-further-action",
            reasons=WORDS, decided_by=by,
        )  # fmt: skip


def _call_off(case: Case) -> None:
    """Conferences to come: of this child alone they are called off; of brothers and sisters too, they go on for them."""
    for booking in Booking.objects.to_come().about(case):
        others = BookingChild.objects.filter(booking=booking).exclude(case=case)
        if others.exists():
            BookingChild.objects.filter(booking=booking, case=case).delete()
            continue
        booking.cancelled_because = CALLED_OFF
        keep(booking, update_fields=("cancelled_because",))


def _record(case: Case, by: Practitioner, now: datetime) -> dict[str, object]:
    return {"area_id": case.area_id, "case": case, "recorded_at": now, "recorded_by": by}


def _told_words(death: Death) -> str:
    told = [words for key, _, words in TOLD if key in death.told]
    return f"Told: {'; '.join(told)}." if told else ""


def _refuse_impossible(child: Person, death: Death, now: datetime) -> None:
    if death.died_on > day_of(now):
        raise Refusal(
            "This day is in the future.",
            f"You entered {death.died_on:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter the day on which the child died.", field="died_on",
        )  # fmt: skip
    if child.born_on and death.died_on < child.born_on:
        raise Refusal(
            "This day is before the birth.",
            f"You entered {death.died_on:%-d %B %Y}, and {child} was born on {child.born_on:%-d %B %Y}.",
            "Check the day, or correct the date of birth first.", field="died_on",
        )  # fmt: skip
