"""Ending a plan on a ground that needs no conference here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import CHILD_PROTECTION_PLAN_ENDED
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.projection import refresh
from alongside.guidance.sources import WT2023_JUNE_2025
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lifespan
from alongside.plans.models import ChildProtectionPlan, Ending, PlanMove
from alongside.plans.notices import AgreedNotice, give_notices
from alongside.refusals import Refusal

GROUNDS = WT2023_JUNE_2025.at("page 100")
ONLY_A_REVIEW = WT2023_JUNE_2025.at("pages 98 and 100")
GROUNDS_HERE = (Ending.TRANSFERRED, Ending.EIGHTEEN, Ending.DIED, Ending.LEFT_UK)


@transaction.atomic
def end_plan_without_conference(
    *,
    by: Practitioner,
    child: Person,
    ended_on: date,
    ground: str,
    reasons: str,
    receiving_authority: str = "",
    receiving_conference_on: date | None = None,
    review_held_on: date | None = None,
    core_group_views: str = "",
    support: str = "",
    notices: Sequence[AgreedNotice] = (),
    now: datetime,
) -> ChildProtectionPlan:
    """End a plan because the child moved to another authority, turned 18, died or left the country.

    That the child is no longer at risk is for a review conference to decide, and is refused here. That is
    derived from Working Together 2023, pages 98 and 100: the text itself says only that it "is judged".

    receiving_conference_on: the day of the new authority's conference; a plan transferred without one is
    refused (page 100). review_held_on: the review around the eighteenth birthday; without one the plan
    still ends, with a shortfall. notices: who is told; support: what help goes on.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    plan = lifespan.open_plan(child)
    lifespan.check_in_plan(ended_on, plan.started_on, day_of(now), field="ended_on")
    lifespan.check_may_end(plan, ended_on, field="ended_on")
    _check_ground(child, ground, ended_on, receiving_conference_on)
    if ground == Ending.TRANSFERRED:
        _check_move(plan)
    plan.receiving_authority, plan.receiving_conference_on = receiving_authority, receiving_conference_on
    label = Ending(ground).label
    entry = CHILD_PROTECTION_PLAN_ENDED.record(
        case, on=ended_on, by=by, now=now, decided=ground, outcome=label[0].lower() + label[1:], reasons=reasons,
    )  # fmt: skip
    lifespan.end_plan(plan, on=ended_on, because=ground, reasons=reasons, entry=entry)
    give_notices(plan, notices)
    _record_shortfalls(entry, ground, review_held_on, core_group_views, support)
    refresh(case)
    return plan


def _check_ground(child: Person, ground: str, ended_on: date, conference_there_on: date | None) -> None:
    if ground == Ending.NO_LONGER_AT_RISK:
        raise Refusal(
            "You can't end this plan here.",
            f"Only a review conference can decide that {child} is no longer suffering, "
            "or likely to suffer, significant harm.",
            "Book a review.",
            field="ground",
            citation=ONLY_A_REVIEW,
        )
    if ground not in GROUNDS_HERE:
        raise Refusal(
            "This is not a ground on which a plan ends.",
            f"You gave “{ground}”. A plan ends by a move, at 18, on a death, on leaving the United Kingdom for good, "
            "or by a review conference.",
            "Choose the ground that applies, or book a review.",
            field="ground",
            citation=GROUNDS,
        )
    if ground == Ending.TRANSFERRED:
        _check_transfer(ended_on, conference_there_on)
    if ground == Ending.EIGHTEEN:
        _check_eighteen(child, ended_on)
    if ground == Ending.DIED and child.died_on and ended_on < child.died_on:
        raise Refusal(
            f"{child} was alive on this day.",
            f"You entered {ended_on:%-d %B %Y}, and the record says that {child} died on {child.died_on:%-d %B %Y}.",
            "Enter that day or a later one, or correct the day of death first.",
            field="ended_on",
        )


def _check_transfer(ended_on: date, conference_there_on: date | None) -> None:
    if conference_there_on is None:
        raise Refusal(
            "This plan cannot be transferred yet.",
            "A plan passes to another authority only once that authority has held its own conference, "
            "and no day is recorded for it.",
            "Enter the day of the conference there. Until it has been held, this plan goes on.",
            field="receiving_conference_on",
            citation=GROUNDS,
        )
    if conference_there_on > ended_on:
        raise Refusal(
            "This plan ended before the conference there.",
            f"You entered {ended_on:%-d %B %Y} for the end, and {conference_there_on:%-d %B %Y} for the new "
            "authority's conference.",
            "Enter an end on the day of that conference or later.",
            field="ended_on",
            citation=GROUNDS,
        )


def _check_move(plan: ChildProtectionPlan) -> None:
    """Raises Refusal where a move is recorded, and its new authority has not said in writing what it decided."""
    move = PlanMove.objects.filter(plan=plan, ending=None).select_related("conference").first()
    if move is not None and not hasattr(move, "conference"):
        raise Refusal(
            "This plan cannot be transferred yet.",
            f"{move.authority} has not told us in writing what its conference decided.",
            "Ask it, and record its answer with the move. Until then this plan goes on.",
            field="ground",
            citation=GROUNDS,
        )


def _check_eighteen(child: Person, ended_on: date) -> None:
    age = child.age_on(ended_on)
    if child.born_on is None or age is None or age >= 18:
        return
    raise Refusal(
        f"{child} was not yet 18 on this day.",
        f"You entered {ended_on:%-d %B %Y}, and {child} was born on {child.born_on:%-d %B %Y}.",
        "Enter the eighteenth birthday or a later day. If the plan should end sooner, book a review.",
        field="ended_on",
        citation=GROUNDS,
    )


def _record_shortfalls(
    entry: Entry, ground: str, review_held_on: date | None, core_group_views: str, support: str
) -> None:
    if ground == Ending.EIGHTEEN and review_held_on is None:
        record_shortfall(
            entry, "child-protection.review-around-eighteen", ["a review around the eighteenth birthday"]
        )
    if ground == Ending.DIED:
        return
    absent = [
        words
        for words, given in (
            ("what core group members said", core_group_views),
            ("what support is still needed, discussed with the child and family", support),
        )
        if not given
    ]
    record_shortfall(entry, "child-protection.plan-ending-record", absent)
