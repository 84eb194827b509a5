"""Checks on child in need plans and child protection plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from ..records import ChildInNeedPlan, ChildProtectionPlan, Episode, Header, ReadChild
from .finding import Finding, Findings, compare


def check(child: ReadChild, episode: Episode, header: Header, where: str) -> Findings:
    """The plans of one episode."""
    for n, need in enumerate(episode.child_in_need_plans, start=1):
        yield from _need(need, child, episode, header, f"{where}/CINPlanDates[{n}]")
    for n, plan in enumerate(episode.child_protection_plans, start=1):
        place = f"{where}/ChildProtectionPlans[{n}]"
        yield from _protection(plan, child, episode, header, place)
        yield from _reviews(plan, child, header, place)
    yield from _open_together(episode, where)


def check_all(child: ReadChild) -> Findings:
    """How all plans of the child lie to each other, whatever their episodes."""
    need = [plan for episode in child.episodes for plan in episode.child_in_need_plans]
    protection = [plan for episode in child.episodes for plan in episode.child_protection_plans]
    yield from _overlaps("4014", "CINPlanDates", need)
    yield from _overlaps("8940", "ChildProtectionPlans", protection)
    if sum(plan.ended_on is None for plan in protection) > 1:
        days = ", ".join(str(plan.started_on) for plan in protection if plan.ended_on is None)
        yield Finding("8935", protection[-1].line, "ChildProtectionPlans", f"They began on {days}.")
    for one in need:
        for other in protection:
            why = compare("The child in need plan", one.started_on, "the protection plan", other.started_on)
            if _runs(other.started_on, other.ended_on, one.started_on):
                yield Finding("4016", one.line, "CINPlanDates", why, str(one.started_on))
            elif _runs(one.started_on, one.ended_on, other.started_on):
                yield Finding("4017", other.line, "ChildProtectionPlans", why, str(other.started_on))


def _need(plan: ChildInNeedPlan, child: ReadChild, episode: Episode, header: Header, where: str) -> Findings:
    started, ended, line = plan.started_on, plan.ended_on, plan.line
    first, last = header.period
    died = child.identifiers.died_on
    start, end = f"{where}/CINPlanStartDate", f"{where}/CINPlanEndDate"
    if started < episode.referred_on:
        why = compare("Its start", started, "the referral", episode.referred_on)
        yield Finding("4015", line, start, why, str(started))
    if started > last:
        yield Finding("4010", line, start, f"The year is {first} to {last}.", str(started))
    if died and started > died:
        yield Finding("4008", line, start, compare("Its start", started, "the death", died), str(started))
    if ended is None:
        return
    if ended < started:
        yield Finding("4011", line, end, compare("Its end", ended, "its start", started), str(ended))
    if ended == started:
        yield Finding("4012Q", line, end, f"Both are {ended}.", str(ended))
    if died and ended > died:
        yield Finding("4009Q", line, end, compare("Its end", ended, "the death", died), str(ended))
    yield from _end_in_year("4013", ended, line, end, header)


def _protection(
    plan: ChildProtectionPlan, child: ReadChild, episode: Episode, header: Header, where: str
) -> Findings:
    started, ended, line = plan.started_on, plan.ended_on, plan.line
    first, last = header.period
    died = child.identifiers.died_on
    start, end = f"{where}/CPPstartDate", f"{where}/CPPendDate"
    if started < episode.referred_on:
        why = compare("Its start", started, "the referral", episode.referred_on)
        yield Finding("1105", line, start, why, str(started))
    if started > last:
        yield Finding("8720", line, start, f"The year is {first} to {last}.", str(started))
    if died and started > died:
        yield Finding("8915", line, start, compare("Its start", started, "the death", died), str(started))
    if first <= started <= last and started not in _conferences_that_count(episode):
        held = ", ".join(map(str, _conferences_that_count(episode))) or "none"
        yield Finding(
            "2885", line, start, f"It began on {started}; initial conferences: {held}.", str(started)
        )
    if ended is None:
        return
    if ended < started:
        yield Finding("8925", line, end, compare("Its end", ended, "its start", started), str(ended))
    if ended == started:
        yield Finding("8840", line, end, f"Both are {ended}.", str(ended))
    if died and ended > died:
        yield Finding("8920", line, end, compare("Its end", ended, "the death", died), str(ended))
    yield from _end_in_year("8930", ended, line, end, header)


def _conferences_that_count(episode: Episode) -> list[date]:
    if episode.enquiries:
        return [each.conference_on for each in episode.enquiries if each.conference_on]
    return list(episode.conferences())


def _end_in_year(number: str, ended: date, line: int, where: str, header: Header) -> Findings:
    first, last = header.period
    if ended > last:
        yield Finding(f"{number}/after", line, where, f"The year is {first} to {last}.", str(ended))
    elif ended < first:
        yield Finding(f"{number}/before", line, where, f"The year is {first} to {last}.", str(ended))


def _reviews(plan: ChildProtectionPlan, child: ReadChild, header: Header, where: str) -> Findings:
    place, line = f"{where}/Reviews", plan.line
    for day in sorted(set(plan.reviews)):
        if day <= plan.started_on:
            why = compare("The review", day, "the plan's start", plan.started_on)
            yield Finding("8841", line, place, why, str(day))
        if day > (latest := min(plan.ended_on or header.reference_date, header.reference_date)):
            yield Finding(
                "own/review-outside", line, place, compare("The review", day, "the last day", latest)
            )
        if plan.reviews.count(day) > 1:
            yield Finding("own/review-twice", line, place, f"{day} is given more than once.", str(day))
        for need in (need for episode in child.episodes for need in episode.child_in_need_plans):
            if day != plan.ended_on and _runs(need.started_on, need.ended_on, day):
                why = compare("The review", day, "the child in need plan's start", need.started_on)
                yield Finding("4003", line, place, why, str(day))


def _open_together(episode: Episode, where: str) -> Findings:
    need = [plan for plan in episode.child_in_need_plans if plan.ended_on is None]
    protection = [plan for plan in episode.child_protection_plans if plan.ended_on is None]
    if len(need) > 1:
        days = ", ".join(str(plan.started_on) for plan in need)
        yield Finding("4004", need[-1].line, f"{where}/CINPlanDates", f"They began on {days}.")
    if need and protection:
        why = compare("They began: the one", need[0].started_on, "the other", protection[0].started_on)
        yield Finding("4001", need[0].line, f"{where}/CINPlanDates", why)


def _overlaps(key: str, where: str, plans: Iterable[ChildInNeedPlan | ChildProtectionPlan]) -> Findings:
    ordered: Sequence[ChildInNeedPlan | ChildProtectionPlan] = sorted(plans, key=lambda each: each.started_on)
    for before, after in pairwise(ordered):
        if before.ended_on is None or after.started_on <= before.ended_on:
            why = compare("The first's start", before.started_on, "the second's", after.started_on)
            yield Finding(key, after.line, where, why, str(after.started_on))


def _runs(started: date, ended: date | None, day: date) -> bool:
    """Whether a plan runs on ``day``: its first day counts, its last does not."""
    return started <= day and (ended is None or day < ended)
