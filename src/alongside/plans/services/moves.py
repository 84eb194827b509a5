"""Moves of a child on a plan to another authority, stays here on another's plan, and planning for 18.

Neither side may lose the child: the plan here goes on, with its visits, core groups and reviews, until the
receiving authority has held its conference and said in writing what that decided (Working Together 2023, page 100).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.guidance.sources import WT2023_JUNE_2025
from alongside.guidance.working_together.introduction import ADULT_AT, birthday
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lifespan
from alongside.plans.models import (
    ChildProtectionPlan,
    ComingOfAge,
    MoveContact,
    MoveTold,
    PlanMove,
    PlanMoveEnding,
    ReceivingConference,
    StayHere,
    StayHereEnding,
)
from alongside.refusals import Refusal
from alongside.ui.words import date_words

PLACE = WT2023_JUNE_2025.at("page 100")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """A move to another authority. Fields as on ``PlanMove``."""

    known_on: date
    lasting: str
    authority: str
    meanwhile: str
    moves_on: date | None = None
    back_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staying:
    """A stay here on another authority's plan. Fields as on ``StayHere``."""

    from_on: date
    authority: str
    their_lead: str
    agreed: str
    plan_there_since: date | None = None
    plan_there: str = ""
    until_on: date | None = None


@transaction.atomic
def record_move_away(*, by: Practitioner, child: Person, moving: Moving, now: datetime) -> PlanMove:
    """Record that a child on a plan here moves to another authority. The plan goes on.

    Raises Refusal where there is no open plan, where a move is recorded already, and for a day that cannot be.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case, plan = open_case(child), lifespan.open_plan(child)
    lifespan.check_in_plan(moving.known_on, plan.started_on, day_of(now), field="known_on")
    if standing := PlanMove.objects.filter(plan=plan, ending=None).first():
        raise Refusal(
            "A move of this child is recorded already.",
            f"It is to {standing.authority}, known since {date_words(standing.known_on)}.",
            "Go on with that one. If the family does not move there after all, record that first.",
            field="authority",
        )
    move = PlanMove(
        area_id=case.area_id, case=case, plan=plan, recorded_at=now, recorded_by=by,
        **{each.name: getattr(moving, each.name) for each in fields(moving)},
    )  # fmt: skip
    check(move, exclude=("entry",))
    move.entry = kinds.PLAN_MOVES.record(
        case, on=move.known_on, by=by, now=now, decided=move.lasting, way=move.get_lasting_display(),
        authority=move.authority, words=move.meanwhile,
    )  # fmt: skip
    keep(move)
    refresh(case)
    return move


@transaction.atomic
def tell_of_move(
    *, by: Practitioner, child: Person, move: UUID, told_on: date, told_by: str, sent: str, whom: str = "", now: datetime
) -> MoveTold:  # fmt: skip
    """Record that the receiving authority was told. Of a move for good, its 15 working days run from this day.

    Raises Refusal where it was told already, and for a day in the future or before the plan began.
    """
    case, found = _standing(by, child, move)
    earlier = MoveTold.objects.filter(move=found).first()
    if earlier:
        raise Refusal(
            f"{found.authority} has been told already.",
            f"That was on {date_words(earlier.told_on)}, by {earlier.told_by}.",
            "Record instead what it answered, or that somebody asked again.",
            field="told_on",
        )
    refuse_impossible_day(told_on, what="This", field="told_on", case=case, now=now)
    told = MoveTold(
        area_id=case.area_id, case=case, move=found, told_on=told_on, told_by=told_by, whom=whom, sent=sent,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(told, exclude=("entry",))
    told.entry = kinds.PLAN_MOVE_TOLD.record(
        case, on=told_on, by=by, now=now, authority=found.authority, who=told_by, whom_words=_of(whom), sent=sent,
        lasting=found.lasting == PlanMove.Lasting.FOR_GOOD,
    )  # fmt: skip
    keep(told)
    refresh(case)
    return told


@transaction.atomic
def ask_about_move(
    *, by: Practitioner, child: Person, move: UUID, rung_on: date, rung_by: str, answer: str, words: str, whom: str = "",
    booked_for: date | None = None, now: datetime,
) -> MoveContact:  # fmt: skip
    """Record that somebody asked the receiving authority, and what it answered. A refusal leaves the move open.

    Raises Refusal for a day that cannot be.
    """
    case, found = _standing(by, child, move)
    refuse_impossible_day(rung_on, what="This", field="rung_on", case=case, now=now)
    contact = MoveContact(
        area_id=case.area_id, case=case, move=found, rung_on=rung_on, rung_by=rung_by, whom=whom, answer=answer,
        booked_for=booked_for, words=words, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(contact, exclude=("entry",))
    booked = f" for {date_words(booked_for)}" if booked_for else ""
    contact.entry = kinds.PLAN_MOVE_CONTACT.record(
        case, on=rung_on, by=by, now=now, authority=found.authority, who=rung_by, whom_words=_of(whom),
        answer=f"{contact.get_answer_display()}{booked}", words=words,
    )  # fmt: skip
    keep(contact)
    refresh(case)
    return contact


@transaction.atomic
def receive_answer(
    *, by: Practitioner, child: Person, move: UUID, held_on: date, written_on: date, decided: str, words: str, now: datetime
) -> ReceivingConference:  # fmt: skip
    """Record the receiving authority's conference and its word in writing. The plan here may then end, and does not
    end by this.

    Raises Refusal for a stay for a time, where it was recorded already, and for a day that cannot be.
    """
    case, found = _standing(by, child, move)
    if found.lasting != PlanMove.Lasting.FOR_GOOD:
        raise Refusal(
            "This stay is for a time.",
            f"The plan stays here while the child is in {found.authority}, and no conference there takes it over.",
            "If the family moves there for good, end this stay and record the move.",
            field="held_on",
            citation=PLACE,
        )
    refuse_impossible_day(held_on, what="This conference", field="held_on", case=case, now=now)
    refuse_impossible_day(written_on, what="This answer", field="written_on", case=case, now=now)
    if ReceivingConference.objects.filter(move=found).exists():
        raise Refusal(
            "The answer of the other authority is recorded already.",
            "Somebody recorded it before you did.",
            "Look at the move. If something is wrong there, correct its entry on the timeline.",
            field="held_on",
        )
    answer = ReceivingConference(
        area_id=case.area_id, case=case, move=found, held_on=held_on, written_on=written_on, decided=decided,
        words=words, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(answer, exclude=("entry",))
    answer.entry = kinds.RECEIVING_CONFERENCE_TOLD.record(
        case, on=written_on, by=by, now=now, decided=decided, authority=found.authority, held_on=held_on.isoformat(),
        held_words=date_words(held_on), outcome=answer.get_decided_display(), words=words,
    )  # fmt: skip
    keep(answer)
    refresh(case)
    return answer


@transaction.atomic
def end_move(*, by: Practitioner, child: Person, move: UUID, ended_on: date, how: str, words: str, now: datetime) -> PlanMoveEnding:  # fmt: skip
    """Record that the family does not move, or that the child came back. Raises Refusal for a day that cannot be."""
    case, found = _standing(by, child, move)
    _refuse_before(ended_on, found.known_on, case, now)
    ending = PlanMoveEnding(
        area_id=case.area_id,
        case=case,
        ended_on=ended_on,
        how=how,
        words=words,
        recorded_at=now,
        recorded_by=by,
    )
    check(ending, exclude=("entry",))
    ending.entry = kinds.PLAN_MOVE_ENDED.record(
        case, on=ended_on, by=by, now=now, decided=how, authority=found.authority, outcome=ending.get_how_display(),
        words=words,
    )  # fmt: skip
    keep(ending)
    found.ending = ending
    keep(found, update_fields=("ending",))
    refresh(case)
    return ending


@transaction.atomic
def record_stay_here(*, by: Practitioner, child: Person, staying: Staying, now: datetime) -> StayHere:
    """Record that a child is here for a time on another authority's plan, which stays that authority's.

    Raises Refusal where the child has a plan here, where a stay is recorded already, and for a day in the future.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    plan = ChildProtectionPlan.objects.open().filter(child=child).first()
    if plan is not None:
        raise Refusal(
            f"{child} has a child protection plan here.",
            f"It began on {date_words(plan.started_on)}. A child has one plan at a time, and this one is ours.",
            "Check that this is the right child.",
            field="authority",
        )
    if staying.from_on > day_of(now):
        refuse_impossible_day(staying.from_on, what="This stay", field="from_on", case=case, now=now)
    stay = StayHere(
        area_id=case.area_id, case=case, recorded_at=now, recorded_by=by,
        **{each.name: getattr(staying, each.name) for each in fields(staying)},
    )  # fmt: skip
    check(stay, exclude=("entry",))
    stay.entry = kinds.STAYS_HERE_ON_PLAN.record(
        case, on=stay.from_on, by=by, now=now, authority=stay.authority,
        words=f"{stay.their_lead} leads there. {stay.agreed}",
    )  # fmt: skip
    keep(stay)
    refresh(case)
    return stay


@transaction.atomic
def end_stay_here(*, by: Practitioner, child: Person, ended_on: date, how: str, told: str, words: str = "", now: datetime) -> StayHereEnding:  # fmt: skip
    """Record that the child left, or stays for good. Raises Refusal where there is no stay, or for a day that cannot be."""
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    stay = StayHere.objects.select_for_update(of=("self",)).filter(case=case, ending=None).first()
    if stay is None:
        raise Refusal(
            f"{child} is not here for a time on another authority's plan.",
            "No such stay is recorded, or it has ended.",
            "There is nothing to end.",
        )
    _refuse_before(ended_on, stay.from_on, case, now)
    ending = StayHereEnding(
        area_id=case.area_id, case=case, ended_on=ended_on, how=how, told=told, words=words, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(ending, exclude=("entry",))
    ending.entry = kinds.STAY_HERE_ENDED.record(
        case, on=ended_on, by=by, now=now, decided=how, authority=f"{stay.authority} ({told})",
        outcome=ending.get_how_display(), words=words,
    )  # fmt: skip
    keep(ending)
    stay.ending = ending
    keep(stay, update_fields=("ending",))
    refresh(case)
    return ending


@transaction.atomic
def plan_for_eighteen(
    *, by: Practitioner, child: Person, planned_on: date, review_on: date, how: str, adult_services: str = "", views: str = "",
    now: datetime,
) -> ComingOfAge:  # fmt: skip
    """Set the review around the eighteenth birthday and say who helps from then on. It may be planned again.

    Raises Refusal where there is no open plan, for a day that cannot be, and for a review more than a year from the
    birthday. Working Together 2023, page 100, gives no number of days.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case, plan = open_case(child), lifespan.open_plan(child)
    lifespan.check_in_plan(planned_on, plan.started_on, day_of(now), field="planned_on")
    _refuse_far_from_birthday(child, review_on)
    planned = ComingOfAge(
        area_id=case.area_id, case=case, plan=plan, planned_on=planned_on, review_on=review_on, how=how,
        adult_services=adult_services, views=views, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(planned, exclude=("entry",))
    passing = f" From then on: {adult_services}" if adult_services else ""
    planned.entry = kinds.COMING_OF_AGE_PLANNED.record(
        case, on=planned_on, by=by, now=now, decided="planned", review_on=review_on.isoformat(), words=f"{how}{passing}",
        review_words=date_words(review_on),
    )  # fmt: skip
    keep(planned)
    refresh(case)
    return planned


def _refuse_far_from_birthday(child: Person, review_on: date) -> None:
    if child.born_on is None:
        return
    grown = birthday(child.born_on, ADULT_AT)
    if abs((review_on - grown).days) > 366:
        raise Refusal(
            "This review is not around the eighteenth birthday.",
            f"You entered {date_words(review_on)}, and {child} turns 18 on {date_words(grown)}.",
            "Enter the day of the review around the birthday, or correct the date of birth.",
            field="review_on",
            citation=PLACE,
        )


def _standing(by: Practitioner, child: Person, key: UUID) -> tuple[Case, PlanMove]:
    """The child's open case and the move, both locked. Raises Refusal where the move is over."""
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    moves = PlanMove.objects.select_for_update(of=("self",)).filter(
        case=case, plan__ended_on=None, ending=None
    )
    move = moves.filter(pk=key).first()
    if move is None:
        raise Refusal(
            "This move is over.",
            "The plan has ended, or somebody recorded that the family does not move.",
            "Look at the timeline. If there is another move, record it.",
        )
    return case, move


def _refuse_before(day: date, began: date, case: Case, now: datetime) -> None:
    if day < began:
        raise Refusal(
            "This is before it began.",
            f"You entered {date_words(day)}, and it is recorded from {date_words(began)}.",
            "Enter that day or a later one.",
            field="ended_on",
        )
    refuse_impossible_day(day, what="This", field="ended_on", case=case, now=now)


def _of(whom: str) -> str:
    return f" ({whom})" if whom else ""
