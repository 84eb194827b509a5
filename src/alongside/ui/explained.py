"""A due date explained so that a manager could recount it by hand and agree.

Takes what a rule gave (`alongside.guidance.kernel.due.Due`) and lays it out for the "why?" panel.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from alongside.guidance.explain import FORCES
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Judgement, Rule, Timescale
from alongside.guidance.kernel.spans import Day, Hours, Months, Weeks, WorkingDays, day_of
from alongside.ui.words import capitalize_first, date_words, day_long, day_short, listed, moment


@dataclass(frozen=True, slots=True)
class Counted:
    """One entry of a count: a day with its number, or days skipped with the reason."""

    day: str
    number: str = ""
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """Everything the panel says of one due date, in its order."""

    title: str
    by: str
    force: str
    force_means: str
    sentence: str
    citation: str
    edition: str
    checked: str
    count: tuple[Counted, ...]
    remark: str
    elsewhere: tuple[str, ...]
    responsible: str
    rule_href: str


def rule_href(rule_id: str) -> str:
    """The address of a rule's own page."""
    return f"/guidance/rules/{rule_id}/"


def explained(due: Due) -> Explained:
    """Lay out a due date: by when, why, under what, and the count day by day."""
    return Explained(
        title=due.rule.title,
        by=_by_when(due),
        force=due.force.value,
        force_means=FORCES[due.force].partition(": ")[2],
        sentence=_sentence(due),
        citation=str(due.citation),
        edition=due.edition,
        checked=due.provision.standing,
        count=tuple(_count(due)),
        remark=due.remark,
        elsewhere=tuple(_elsewhere(due)),
        responsible=due.rule.responsible,
        rule_href=rule_href(due.rule.id),
    )


def _by_when(due: Due) -> str:
    if due.at is not None:
        return f"by {moment(due.at)}"
    return f"by {day_long(due.on)}" if due.on else str(due.span)


def _sentence(due: Due) -> str:
    if isinstance(due.span, Hours) and isinstance(due.starts, datetime):
        return f"{due.span} from {due.rule.runs_from}, on {moment(due.starts)}."
    said = f"{capitalize_first(due.because)}."
    if isinstance(due.span, WorkingDays):
        return f"{said} The day it starts is not counted."
    return said


def _elsewhere(due: Due) -> list[str]:
    """What each other edition says, in its latest issue: the same, or something else, and where."""
    latest = {provision.citation.source.title: provision for provision in due.rule.within.provisions}
    latest.pop(due.source.title, None)
    return [
        f"{title}: {'the same' if provision.value == due.span else provision.value}, {provision.citation.locator}"
        for title, provision in latest.items()
    ]


def _count(due: Due) -> list[Counted]:
    if isinstance(due.span, Hours) and isinstance(due.starts, datetime) and due.at is not None:
        return [Counted(moment(due.starts), "start"), Counted(moment(due.at), str(due.span))]
    unit = next(
        (name for kind, name in ((Months, "month"), (Weeks, "week")) if isinstance(due.span, kind)), ""
    )
    count = [Counted(day_short(day_of(due.starts)), "start")] if due.days else []
    for skipped, days in groupby(due.days, key=lambda one: one.number is None):
        together = list(days)
        count += _skipped(together) if skipped else [_numbered(one, unit) for one in together]
    return count


def _numbered(one: Day, unit: str) -> Counted:
    return Counted(day_short(one.date), f"{unit} {one.number}".strip())


def _skipped(days: list[Day]) -> list[Counted]:
    """Days passed over, a weekend told as one."""
    told = []
    for because, group in groupby(days, key=_why_skipped):
        dates = [one.date for one in group]
        told.append(Counted(listed([day_short(each) for each in dates]), skipped=because))
    return told


def _why_skipped(one: Day) -> str:
    return "weekend" if one.date.weekday() > 4 else str(one.skipped_because)


@dataclass(frozen=True, slots=True)
class InMargin:
    """The rule that shapes a page, in one look: what it asks, how strongly, and where it says so."""

    title: str
    force: str
    says: tuple[str, ...]
    citation: str
    checked: str
    href: str


def in_margin(rule: Rule, on: date) -> InMargin:
    """A rule as its margin note reads on a day. What has not begun says so, and has no force."""
    first: tuple[str, ...] = ()
    try:
        provision, force = rule.dated.at(on), rule.force.value
    except NotCovered:
        provision, force, first = rule.dated.provisions[0], "not begun", (_not_begun(rule.dated.first_day),)
    if isinstance(rule, Judgement):
        force = "judgement"
    return InMargin(
        title=rule.title,
        force=force,
        says=(*first, *_says(rule, provision.value)),
        citation=str(provision.citation),
        checked=provision.standing,
        href=rule_href(rule.id),
    )


def _not_begun(first_day: date | None) -> str:
    if first_day is None:
        return "Passed, and not begun. It is shown here and enforces nothing."
    return f"In force from {date_words(first_day)}. Before then it enforces nothing."


def _says(rule: Rule, value: Any) -> tuple[str, ...]:
    if isinstance(rule, Judgement):
        return (f"For {rule.decided_by} to decide. The software never answers it.", *rule.must_record)
    if isinstance(rule, Timescale):
        return (f"{capitalize_first(str(value))} from {rule.runs_from}.", f"By {rule.responsible}.")
    if isinstance(value, str):
        return (value,)
    return tuple(str(getattr(one, "label", one)) for one in value)


def gap(last: date, next_: date) -> str:
    """“No contact recorded for 41 days”, for a stretch of a timeline; "" for a short one."""
    days = (next_ - last - timedelta(days=1)).days
    return f"No contact recorded for {days} days" if days >= 28 else ""
