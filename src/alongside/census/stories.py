"""Invented episodes, one function for each way a year can go. Nobody here exists.

A story is told from the day its referral is received; the days of its steps are counted on the
calendar of working days, so the same start always gives the same story.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.guidance.kernel.rules import Timescale

from .records import Assessment, ChildInNeedPlan, ChildProtectionPlan, Enquiry, Episode

Story = Callable[[date, date], tuple[Episode, ...]]
after = ENGLAND_AND_WALES.after


def _episode(referred: date, source: str = "6", need: str | None = "N1", **rest: object) -> Episode:
    parts = {"no_further_action": False, **rest}
    return Episode(line=0, referred_on=referred, source=source, primary_need=need, **parts)  # type: ignore[arg-type]


def _assessed(started: date, working_days: int | None, *factors: str) -> tuple[Assessment, ...]:
    """One assessment, complete after so many working days, or open and without factors."""
    ended = after(started, working_days) if working_days else None
    return (Assessment(line=0, started_on=started, authorised_on=ended, factors=factors),)


def _enquiry(started: date, conference: date | None = None, not_required: bool = False) -> Enquiry:
    limit = rule("child-protection.initial-conference-statistics")
    assert isinstance(limit, Timescale)
    return Enquiry(
        line=0,
        started_on=started,
        conference_target_on=limit.due(started).on,
        conference_on=conference,
        conference_not_required=not_required,
    )


def _plan(
    started: date, *reviews: date, ended: date | None = None, category: str = "NEG", previous: int = 0
) -> tuple[ChildProtectionPlan, ...]:
    return (
        ChildProtectionPlan(
            line=0,
            started_on=started,
            ended_on=ended,
            initial_category=category,
            latest_category=category,
            previous_plans=previous,
            reviews=reviews,
        ),
    )


def _need_plan(started: date, ended: date | None = None) -> tuple[ChildInNeedPlan, ...]:
    return (ChildInNeedPlan(line=0, started_on=started, ended_on=ended),)


def _months(day: date, months: int, less: int = 0) -> date:
    """A working day so many months on, ``less`` working days earlier."""
    target = day + relativedelta(months=months)
    return after(target - timedelta(days=10 + 2 * less), 5)


def no_further_action(start: date, last: date) -> tuple[Episode, ...]:
    """A referral that led to nothing more."""
    return (_episode(start, "1B", None, no_further_action=True),)


def assessed_and_closed(start: date, last: date) -> tuple[Episode, ...]:
    """Assessed, nothing found, closed."""
    assessed = _assessed(after(start, 1), 24, "21")
    ended = assessed[0].authorised_on
    return (_episode(start, "2A", "N5", assessments=assessed, closed_on=ended, closure_reason="RC8"),)


def passed_to_early_help(start: date, last: date) -> tuple[Episode, ...]:
    """Assessed on the day of the referral, and passed to early help a day after its end."""
    assessed = _assessed(start, 38, "4B", "7A")
    assert assessed[0].authorised_on
    closed = after(assessed[0].authorised_on, 1)
    return (_episode(start, "3B", "N3", assessments=assessed, closed_on=closed, closure_reason="RC9"),)


def in_need(start: date, last: date) -> tuple[Episode, ...]:
    """Assessed in time; a child in need plan is open."""
    assessed = _assessed(after(start, 2), 40, "3B", "16A")
    assert assessed[0].authorised_on
    plan = _need_plan(after(assessed[0].authorised_on, 3))
    return (_episode(start, "3A", "N4", assessments=assessed, child_in_need_plans=plan),)


def no_longer_in_need(start: date, last: date) -> tuple[Episode, ...]:
    """A child in need plan that ended, and a closure."""
    assessed = _assessed(after(start, 1), 30, "1B")
    assert assessed[0].authorised_on
    plan_ends = after(assessed[0].authorised_on, 70)
    plan = _need_plan(after(assessed[0].authorised_on, 2), plan_ends)
    return (
        _episode(
            start, "5D", "N5", assessments=assessed, child_in_need_plans=plan, closed_on=plan_ends,
            closure_reason="RC7",
        ),
    )  # fmt: skip


def enquiry_without_conference(start: date, last: date) -> tuple[Episode, ...]:
    """A section 47 enquiry that needed no conference."""
    assessed = _assessed(start, 44, "18C")
    assert assessed[0].authorised_on
    return (
        _episode(
            start, "2A", assessments=assessed, enquiries=(_enquiry(after(start, 1), None, True),),
            child_in_need_plans=_need_plan(after(assessed[0].authorised_on, 1)),
        ),
    )  # fmt: skip


def plan_in_time(start: date, last: date) -> tuple[Episode, ...]:
    """Conference on the last day in time, and each review in time."""
    discussed = after(start, 1)
    held = after(discussed, 15)
    reviews = [day for day in (_months(held, 3, 1), _months(held, 8)) if day <= last]
    return (
        _episode(
            start, assessments=_assessed(start, 35, "16A", "2B"), enquiries=(_enquiry(discussed, held),),
            child_protection_plans=_plan(held, *reviews),
        ),
    )  # fmt: skip


def plan_late(start: date, last: date) -> tuple[Episode, ...]:
    """Conference a day late, first review late, and another decision at the last."""
    discussed = after(start, 3)
    held = after(discussed, 16)
    review = after(held + relativedelta(months=3), 4)
    plan = _plan(held, review, category="EMO") if review <= last else _plan(held, category="EMO")
    return (
        _episode(
            start, "6", assessments=_assessed(after(start, 1), 52, "17A", "3B"),
            enquiries=(_enquiry(discussed, held),), child_protection_plans=plan,
        ),
    )  # fmt: skip


def plan_ended(start: date, last: date) -> tuple[Episode, ...]:
    """A plan from the year before that a review ended; a child in need plan from that day."""
    began = after(start - relativedelta(months=8), 1)
    ended = after(start, 10)
    reviews = (_months(began, 3, 1), ended)
    return (
        _episode(
            after(began - timedelta(days=40), 1), "3F",
            child_protection_plans=_plan(began, *reviews, ended=ended),
            child_in_need_plans=_need_plan(ended),
        ),
    )  # fmt: skip


def plan_for_long(start: date, last: date) -> tuple[Episode, ...]:
    """A second plan, open for more than a year, whose category changed."""
    began = after(start - relativedelta(months=10), 1)
    reviews = tuple(day for day in (_months(began, 3, 1), _months(began, 9, 1), _months(began, 15, 1)))
    (plan,) = _plan(began, *(day for day in reviews if day <= last), category="NEG", previous=1)
    return (
        _episode(
            after(began - timedelta(days=30), 1), "1A",
            child_protection_plans=(replace(plan, latest_category="EMO"),),
        ),
    )  # fmt: skip


def conference_without_plan(start: date, last: date) -> tuple[Episode, ...]:
    """A conference that made no child protection plan."""
    discussed = after(start, 2)
    held = after(discussed, 13)
    return (
        _episode(
            start, "4", assessments=_assessed(start, 42, "19B"), enquiries=(_enquiry(discussed, held),),
            child_in_need_plans=_need_plan(after(held, 5)),
        ),
    )  # fmt: skip


def assessment_late(start: date, last: date) -> tuple[Episode, ...]:
    """An assessment that took 61 working days."""
    assessed = _assessed(after(start, 1), 61, "5A", "6C")
    assert assessed[0].authorised_on
    closed = after(assessed[0].authorised_on, 15)
    return (_episode(start, "7", "N2", assessments=assessed, closed_on=closed, closure_reason="RC7"),)


def late_on_one_clock(start: date, last: date) -> tuple[Episode, ...]:
    """43 working days from the assessment's start, 47 from the referral."""
    assessed = _assessed(after(start, 4), 43, "10A")
    assert assessed[0].authorised_on
    return (
        _episode(
            start, "8", "N6", assessments=assessed,
            child_in_need_plans=_need_plan(after(assessed[0].authorised_on, 1)),
        ),
    )  # fmt: skip


def unborn(start: date, last: date) -> tuple[Episode, ...]:
    """A child not born yet, with a plan made before the birth."""
    referred = after(last - timedelta(days=120), 1)
    discussed = after(referred, 5)
    held = after(discussed, 12)
    return (
        _episode(
            referred, "3D", assessments=_assessed(referred, 37, "2B"),
            enquiries=(_enquiry(discussed, held),), child_protection_plans=_plan(held),
        ),
    )  # fmt: skip


def died(start: date, last: date) -> tuple[Episode, ...]:
    """A disabled child who died, of an illness, in the year."""
    closed = after(start, 60)
    return (
        _episode(
            start - relativedelta(years=2), "3E", "N2", closed_on=closed, closure_reason="RC2",
            child_in_need_plans=_need_plan(start - relativedelta(years=1), closed),
        ),
    )  # fmt: skip


def referred_again(start: date, last: date) -> tuple[Episode, ...]:
    """An episode that closed, and a second referral."""
    (first,) = assessed_and_closed(start, last)
    assert first.closed_on
    (second,) = in_need(after(first.closed_on, 20), last)
    return (first, second)


def disabled_for_years(start: date, last: date) -> tuple[Episode, ...]:
    """An open case of some years, assessed again in the year."""
    referred = after(start - relativedelta(years=4), 1)
    return (
        _episode(
            referred, "3C", "N2", assessments=_assessed(after(start, 5), 20, "5A", "6A"),
            child_in_need_plans=_need_plan(after(referred, 50)),
        ),
    )  # fmt: skip


def moved_here(start: date, last: date) -> tuple[Episode, ...]:
    """A child on a plan elsewhere who moved here: a transfer-in conference, no enquiry."""
    held = after(start, 14)
    reviews = [day for day in (_months(held, 3, 1),) if day <= last]
    return (
        _episode(
            start, "5C", conference_on=held, assessments=_assessed(after(start, 1), 33, "16A"),
            child_protection_plans=_plan(held, *reviews, category="PHY", previous=1),
        ),
    )  # fmt: skip


def being_assessed(start: date, last: date) -> tuple[Episode, ...]:
    """An assessment open at the year's end, still in time."""
    referred = after(last - timedelta(days=40), 1)
    return (_episode(referred, "9", "N0", assessments=_assessed(after(referred, 1), None)),)


def being_enquired(start: date, last: date) -> tuple[Episode, ...]:
    """A section 47 enquiry open at the year's end, still in time."""
    referred = after(last - timedelta(days=16), 1)
    return (
        _episode(
            referred, "5A", assessments=_assessed(referred, None), enquiries=(_enquiry(after(referred, 1)),)
        ),
    )


def alone_here(start: date, last: date) -> tuple[Episode, ...]:
    """A young person who sought asylum alone, and turned to adult services."""
    assessed = _assessed(start, 18, "9A", "12A")
    closed = after(start, 110)
    return (_episode(start, "1C", "N8", assessments=assessed, closed_on=closed, closure_reason="RC6"),)


def moved_away(start: date, last: date) -> tuple[Episode, ...]:
    """A plan that ended with no review here, because another authority took over."""
    began = after(start - relativedelta(months=5), 1)
    ended = after(start, 22)
    return (
        _episode(
            after(began - timedelta(days=35), 1), "1D", closed_on=ended, closure_reason="RC5",
            child_protection_plans=_plan(began, ended=ended, category="SAB"),
        ),
    )  # fmt: skip


def enquired_twice(start: date, last: date) -> tuple[Episode, ...]:
    """Two enquiries in one episode: the first needed no conference, the second did."""
    discussed = after(start, 60)
    held = after(discussed, 11)
    reviews = [day for day in (_months(held, 3, 1),) if day <= last]
    return (
        _episode(
            start, "5B", assessments=_assessed(after(start, 1), 45, "11A"),
            enquiries=(_enquiry(after(start, 2), None, True), _enquiry(discussed, held)),
            child_protection_plans=_plan(held, *reviews, category="MUL"),
        ),
    )  # fmt: skip


def nothing_new(start: date, last: date) -> tuple[Episode, ...]:
    """Open all year with a plan from before it, and nothing else to tell."""
    referred = after(start - relativedelta(years=1), 1)
    return (_episode(referred, "2B", "N4", child_in_need_plans=_need_plan(after(referred, 48))),)


STORIES: tuple[Story, ...] = (
    no_further_action, assessed_and_closed, passed_to_early_help, in_need, no_longer_in_need,
    enquiry_without_conference, plan_in_time, plan_late, plan_ended, plan_for_long,
    conference_without_plan, assessment_late, late_on_one_clock, unborn, died, referred_again,
    disabled_for_years, moved_here, being_assessed, being_enquired, alone_here, moved_away,
    enquired_twice, nothing_new,
)  # fmt: skip
