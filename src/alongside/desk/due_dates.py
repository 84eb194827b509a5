"""Every limit of a child: what is due, what was met and when, and why each date is what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.access.doors import open_child, practitioner_of
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS, Clock
from alongside.deadlines.models import Deadline
from alongside.desk.around import Around, around
from alongside.desk.banner import banner_from
from alongside.desk.told import href_of, title_of
from alongside.facts import listed_as
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.due import Due
from alongside.people.models import Person
from alongside.ui.pages import render
from alongside.ui.words import day_long, moment

RULES = tuple({clock.rule.id for clock in CLOCKS})
STATISTICS = "-statistics"


@dataclass(frozen=True, slots=True)
class Told:
    """One limit as its page tells it. beside: the same matter as the statistics count it."""

    deadline: Deadline
    due: Due
    started_by: str
    started_by_href: str
    why_href: str
    late_reason: str = ""
    beside: Told | None = None


@require_safe
def due_dates(request: HttpRequest, reference: str) -> HttpResponse:
    """All limits: those that run, soonest first, then those met and those that fell away."""
    child = open_child(request, reference)
    known = around(child, practitioner_of(request), also=_reasons_given)
    calendar = calendar_in_force()
    told = side_by_side([tell(one, calendar, reference, known) for one in _deadlines(child)])
    return render(request, "desk/due_dates.html", {
        "child": child,
        "banner": banner_from(request, known),
        "outstanding": [one for one in told if one.deadline.is_outstanding],
        "met": [one for one in reversed(told) if one.deadline.met_on],
        "ended": [one for one in reversed(told) if one.deadline.ended_on],
    })  # fmt: skip


@require_safe
def why(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One due date explained in full, on a page that needs no script."""
    child = open_child(request, reference)
    known = around(child, practitioner_of(request), also=_reasons_given)
    deadline = _deadlines(child).filter(pk=key).first()
    if deadline is None:
        raise Http404("There is no due date here that you can open.")
    told = tell(deadline, calendar_in_force(), reference, known)
    return render(
        request, "desk/why.html", {"child": child, "banner": banner_from(request, known), "told": told}
    )


def tell(deadline: Deadline, calendar: Calendar, reference: str, known: Around) -> Told:
    """A stored deadline with its count made again from what started it."""
    entry, clock = deadline.started_by, clock_of(deadline)
    when = moment(entry.happened_at) if entry.happened_at else day_long(entry.happened_on)
    return Told(
        deadline=deadline,
        due=clock.rule.due(clock.starts(entry), calendar),
        started_by=f"{title_of(entry)}, {when}, recorded {moment(entry.recorded_at)} by {entry.recorded_by}",
        started_by_href=href_of(entry, reference),
        why_href=reverse("desk:why", args=(reference, deadline.pk)),
        late_reason=_late_reason(deadline, known),
    )


def clock_of(deadline: Deadline) -> Clock:
    """The clock that set this deadline running. A rule may have several, started by different things."""
    clocks = [clock for clock in CLOCKS if clock.rule.id == deadline.rule_id]
    return next((clock for clock in clocks if clock.started_by.matches(deadline.started_by)), clocks[0])


def side_by_side(told: Iterable[Told]) -> list[Told]:
    """The limits of the guidance, each with the statistics' own clock beside it where there is one."""
    told = list(told)
    statistics = [one for one in told if one.deadline.rule_id.endswith(STATISTICS)]
    paired = []
    for one in told:
        if one.deadline.rule_id.endswith(STATISTICS):
            continue
        beside = next((other for other in statistics if _same_matter(one.deadline, other.deadline)), None)
        if beside is not None:
            statistics.remove(beside)
        paired.append(
            Told(
                one.deadline,
                one.due,
                one.started_by,
                one.started_by_href,
                one.why_href,
                one.late_reason,
                beside,
            )
        )
    return sorted(
        [*paired, *statistics], key=lambda one: (str(one.deadline.due_on or "9"), one.deadline.rule_id)
    )


def _same_matter(guidance: Deadline, statistics: Deadline) -> bool:
    return (
        statistics.rule_id == guidance.rule_id + STATISTICS
        and statistics.case_id == guidance.case_id
        and statistics.starts_on >= guidance.starts_on
    )


def _deadlines(child: Person) -> QuerySet[Deadline]:
    found = Deadline.objects.filter(child=child, rule_id__in=RULES)
    return found.select_related("started_by__recorded_by").soonest_first()


def _reasons_given(child: Person, _: object) -> tuple[QuerySet[Any], ...]:
    entries = Entry.objects.standing().filter(child=child, kind=kinds.OVER_RUN_EXPLAINED.id)
    return (listed_as("over-run", entries, detail=Cast("details", TextField()), key="case"),)


def _late_reason(deadline: Deadline, known: Around) -> str:
    """Why an assessment took longer, once that is recorded."""
    if not deadline.rule_id.startswith("assessment.completion"):
        return ""
    given = [json.loads(one.detail)["why"] for one in known["over-run"] if one.key == deadline.case_id]
    return given[-1] if given else ""
