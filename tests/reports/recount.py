"""Timeliness counted again, straight from the XML of a return, with loops anyone can follow.

It shares nothing with the service: not its reader, its calendar, its months or its arithmetic.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

#: Bank holidays in England and Wales on weekdays, from the official list.
BANK_HOLIDAYS = {
    date.fromisoformat(day)
    for day in [
        "2024-01-01",
        "2024-03-29",
        "2024-04-01",
        "2024-05-06",
        "2024-05-27",
        "2024-08-26",
        "2024-12-25",
        "2024-12-26",
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-26",
        "2025-08-25",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
    ]
}


class Limit(NamedTuple):
    """One limit of one child: when it began, its last day in time, when it was done, whether it fell away."""

    rule: str
    start: date
    due: date
    done: date | None
    fell_away: bool
    took: int | None


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def working_days_after(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working(day)
    return day


def working_days_between(start: date, end: date) -> int:
    day, count = start, 0
    while day < end:
        day += timedelta(days=1)
        count += is_working(day)
    return count


def months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def limits(path: Path) -> Iterator[Limit]:
    """Every limit the return tells enough about."""
    root = ElementTree.parse(path).getroot()
    last = date.fromisoformat(root.findtext("Header/CollectionDetails/ReferenceDate"))
    first = date(last.year - 1, 4, 1)
    for episode in root.iterfind("Children/Child/CINdetails"):
        yield from _episode(episode, first)


def _episode(episode: ElementTree.Element, first: date) -> Iterator[Limit]:
    referred = _day(episode, "CINreferralDate")
    closed = _day(episode, "CINclosureDate")
    nothing_more = episode.findtext("ReferralNFA") in ("1", "true")
    assert referred
    assessments = [
        (_day(each, "AssessmentActualStartDate"), _day(each, "AssessmentAuthorisationDate"))
        for each in episode.iterfind("Assessments")
    ]
    if referred >= first:
        ended = min((end for _, end in assessments if end), default=None)
        away = nothing_more or (ended is None and closed is not None)
        yield _working_days("assessment.completion", 45, referred, ended, away)
    for start, end in assessments:
        yield _working_days(
            "assessment.completion-statistics", 45, start, end, end is None and closed is not None
        )
    for each in episode.iterfind("Section47"):
        start, held = _day(each, "S47ActualStartDate"), _day(each, "DateOfInitialCPC")
        away = held is None and (each.findtext("ICPCnotRequired") in ("1", "true") or closed is not None)
        yield _working_days("child-protection.initial-conference", 15, start, held, away)
        yield _working_days("child-protection.initial-conference-statistics", 15, start, held, away)
    for each in episode.iterfind("ChildProtectionPlans"):
        yield from _reviews(each, first, closed)


def _reviews(plan: ElementTree.Element, first: date, closed: date | None) -> Iterator[Limit]:
    start, end = _day(plan, "CPPstartDate"), _day(plan, "CPPendDate")
    reviews = sorted(date.fromisoformat(each.text) for each in plan.iter("CPPreviewDate"))
    over = end is not None or closed is not None
    assert start
    if months_after(start, 3) >= first or (reviews and reviews[0] < first):
        yield _months("child-protection.first-review", 3, start, reviews[0] if reviews else None, over)
    for place, review in enumerate(reviews):
        if review != end:
            following = reviews[place + 1] if place + 1 < len(reviews) else None
            yield _months("child-protection.next-review", 6, review, following, over)


def _working_days(rule: str, count: int, start: date, done: date | None, away: bool) -> Limit:
    took = working_days_between(start, done) if done else None
    return Limit(rule, start, working_days_after(start, count), done, away and not done, took)


def _months(rule: str, count: int, start: date, done: date | None, away: bool) -> Limit:
    took = (done - start).days if done else None
    return Limit(rule, start, months_after(start, count), done, away and not done, took)


def _day(element: ElementTree.Element, tag: str) -> date | None:
    text = element.findtext(tag)
    return date.fromisoformat(text) if text else None


def recount(path: Path, first: date | None = None, last: date | None = None) -> dict[str, dict[str, object]]:
    """The figures of each rule: due, met, late, open, ended, median, quartiles."""
    figures: dict[str, dict[str, object]] = {}
    for rule in dict.fromkeys(limit.rule for limit in limits(path)):
        mine = [
            limit
            for limit in limits(path)
            if limit.rule == rule
            and (first is None or limit.due >= first)
            and (last is None or limit.due <= last)
        ]
        standing = [limit for limit in mine if not limit.fell_away]
        took = sorted(limit.took for limit in standing if limit.took is not None)
        figures[rule] = {
            "due": len(standing),
            "met": sum(1 for limit in standing if limit.done and limit.done <= limit.due),
            "late": sum(1 for limit in standing if limit.done and limit.done > limit.due),
            "open": sum(1 for limit in standing if not limit.done),
            "ended": len(mine) - len(standing),
            "median": _at(took, 0.5),
            "quartiles": [_at(took, 0.25), _at(took, 0.75)] if took else None,
        }
    return {rule: each for rule, each in figures.items() if each["due"] or each["ended"]}


def _at(ordered: list[int], share: float) -> float | None:
    """The value so far along an ordered list, between two values where it falls between them."""
    if not ordered:
        return None
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
