"""What is set and what falls due for a team's children in the next four weeks. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation
from alongside.conferences.models import Booking, BookingChild
from alongside.conferences.models.conference import Kind
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.desk.offers import address
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanReview
from alongside.moments import day_of
from alongside.plans.models import CoreGroupMeeting
from alongside.section47.models import StrategyDiscussion
from alongside.ui.words import day_short

WEEKS = 4
NEW_LINE = Value("\n", TextField())
DEADLINE, CONFERENCE = "deadline", "conference"
#: What each list is called, where it is no limit and no conference, and the page it leads to.
SET = {
    "core-group": ("Core group", "plans:core-groups"),
    "strategy-discussion": ("Strategy discussion, again", "desk:decisions"),
    "help-plan-review": ("Review of the plan of help", "family_help:plan"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads on a case."""

    key: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing that is set, or a limit that ends. on: None for a limit without a number. key: stays the same when the day changes."""

    key: str
    what: str
    due: bool
    on: date | None
    at: datetime | None
    child: str
    reference: str
    href: str
    who: str
    who_key: UUID | None


def leads_of(teams: Any, me: Practitioner) -> Mapping[UUID, Lead]:
    """The open cases with which these teams work and whose record the reader may open, each with who leads. One query."""
    led = Allocation.objects.current().filter(
        team__in=list(teams), capacity=Allocation.Capacity.LEAD_PRACTITIONER, case__closed_on=None
    )
    found = READ_CHILD.filter_through("case__child", led, me).order_by()
    return {
        case: Lead(key, name)
        for case, key, name in found.values_list("case", "practitioner", "practitioner__name")
    }


def planned_for(leads: Mapping[UUID, Lead], today: date) -> list[Planned]:
    """What is set and what falls due for these cases from today on, the soonest first; without a number last. One query."""
    if not leads:
        return []
    found = [_planned(one, leads) for one in read(_lists(list(leads), today, last_day(today)))]
    return sorted(
        found, key=lambda one: (one.on or date.max, one.at.timestamp() if one.at else 0, one.child, one.what)
    )


def last_day(today: date) -> date:
    """The Sunday on which the fourth week ends."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=WEEKS, days=-1)


def weeks_of(planned: Iterable[Planned], today: date) -> list[tuple[str, list[Planned]]]:
    """By week from Monday to Sunday, this one first; a week in which nothing is set stands there empty."""
    monday = today - timedelta(days=today.weekday())
    weeks: list[list[Planned]] = [[] for _ in range(WEEKS)]
    for one in planned:
        if one.on is not None:
            weeks[(one.on - monday).days // 7].append(one)
    titles = ["This week", *(f"Week of {day_short(monday + timedelta(weeks=n))}" for n in range(1, WEEKS))]
    return list(zip(titles, weeks, strict=True))


def _lists(cases: list[UUID], first: date, last: date) -> Sequence[QuerySet[Any]]:
    """name: the child. role: their reference. detail: the record's key, and what it is. key: the case."""
    due = Deadline.objects.outstanding().filter(
        Q(due_on=None) | Q(due_on__range=(first, last)), case__in=cases, clock="guidance"
    )
    booked = BookingChild.objects.filter(
        case__in=cases, booking__in=Booking.objects.to_come().order_by().values("pk"),
        booking__starts_at__date__range=(first, last),
    )  # fmt: skip
    met = CoreGroupMeeting.objects.filter(plan=OuterRef("plan")).order_by()
    latest: Subquery = Subquery(met.values("plan").annotate(last=Max("held_on")).values("last"))
    groups = CoreGroupMeeting.objects.filter(
        case__in=cases, plan__ended_on=None, next_on__range=(first, last)
    ).annotate(latest=latest).filter(held_on=F("latest"))  # fmt: skip
    talks = StrategyDiscussion.objects.filter(case__in=cases, next_discussion_on__range=(first, last))
    plans = ChildInNeedPlan.objects.filter(case__in=cases, ending=None)
    reviewed = ChildInNeedPlanReview.objects.filter(plan=OuterRef("plan")).order_by()
    newest: Subquery = Subquery(reviewed.values("plan").annotate(last=Max("reviewed_on")).values("last"))
    again = ChildInNeedPlanReview.objects.filter(
        plan__in=plans.values("pk"), next_review_on__range=(first, last)
    ).annotate(newest=newest).filter(reviewed_on=F("newest"))  # fmt: skip
    return (
        listed_as(DEADLINE, due, name="child__called", role="child__reference", detail=_is("rule_id"), from_on="due_on",
                  at="due_at", key="case"),
        listed_as(CONFERENCE, booked, name="case__child__called", role="case__child__reference",
                  detail=_is("booking__kind"), at="booking__starts_at", key="case"),
        _of_case("core-group", groups, "next_on"),
        _of_case("strategy-discussion", talks, "next_discussion_on"),
        _of_case("help-plan-review", plans.filter(reviews=None, next_review_on__range=(first, last)), "next_review_on"),
        _of_case("help-plan-review", again, "next_review_on"),
    )  # fmt: skip


def _is(field: str) -> Concat:
    return Concat(Cast("pk", TextField()), NEW_LINE, Cast(field, TextField()), output_field=TextField())


def _of_case(what: str, records: QuerySet[Any], day: str) -> QuerySet[Any]:
    return listed_as(what, records, name="case__child__called", role="case__child__reference",
                     detail=Cast("pk", TextField()), from_on=day, key="case")  # fmt: skip


def _planned(one: Fact, leads: Mapping[UUID, Lead]) -> Planned:
    key, _, kind = one.detail.partition("\n")
    lead = leads[one.key] if one.key else None
    if one.what == DEADLINE:
        what, href = timescale(kind).title, address("desk:why", one.role, UUID(key))
    elif one.what == CONFERENCE:
        what = str(Kind(kind).label)
        href = address("conferences:history", one.role)
    else:
        what, page = SET[one.what]
        href = address(page, one.role)
    return Planned(
        key=f"{one.what}-{UUID(key)}", what=what, due=one.what == DEADLINE,
        on=one.from_on or (day_of(one.at) if one.at else None), at=one.at, child=one.name, reference=one.role,
        href=href, who=lead.name if lead else "", who_key=lead.key if lead else None,
    )  # fmt: skip
