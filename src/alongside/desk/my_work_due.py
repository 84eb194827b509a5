"""What is due, as rows of a list: for whom, what, by when, why, and the one act that answers it. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, JSONField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Absence, Practitioner
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import IN_TURN, Deadline
from alongside.desk.my_work_acts import act_for, waits_on
from alongside.desk.offers import address
from alongside.ui.frames import Link
from alongside.ui.words import date_words

AHEAD = timedelta(days=28)
#: Birthdays are planned ahead: from 17 and a half. Local, for the text sets no number.
PLANNED_AHEAD = ("child-protection.review-around-eighteen", "child-in-need.change-planned")
LONG_AHEAD = timedelta(days=183)
SHOWN = 50
LEAD, CHAIR = Allocation.Capacity.LEAD_PRACTITIONER.value, Allocation.Capacity.CONFERENCE_CHAIR.value
#: The capacity, for these lists, of whoever works at the front door.
FRONT_DOOR = "front-door"


@dataclass(frozen=True, slots=True)
class Row:
    """One limit that runs. ``waits_on`` says for whom the reader waits; empty where it is theirs to meet."""

    key: UUID
    child: str
    child_href: str
    what: str
    on: date | None
    at: datetime | None
    no_number: str
    why_href: str
    late_reason: str
    act: Link | None
    waits_on: str
    who: str
    covering: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in the order in which they fall due, and where the list goes on; empty where it ends."""

    rows: list[Row]
    more: str = ""

    def groups(self, now: date) -> list[tuple[str, list[Row]]]:
        """The rows by when they are due. A limit without a number stands right after what is late."""
        sunday = now + timedelta(days=6 - now.weekday())
        groups: dict[str, list[Row]] = {title: [] for title in GROUPS}
        for row in self.rows:
            if row.on is None:
                groups["As soon as possible"].append(row)
            elif row.on <= now:
                groups["Today and late"].append(row)
            elif row.on <= now + AHEAD:
                groups["This week" if row.on <= sunday else "Next four weeks"].append(row)
            else:
                groups["Planned ahead"].append(row)
        return [(title, rows) for title, rows in groups.items() if rows]


GROUPS = ("Today and late", "As soon as possible", "This week", "Next four weeks", "Planned ahead")


@dataclass(frozen=True, slots=True)
class Part:
    """How the reader stands to a case, or who leads on it. capacity: lead, chair, front door or none of these.

    covering: “Dana Wright until 3 June 2026”, where it is another’s part that the reader covers.
    """

    capacity: str = ""
    who: str = ""
    who_key: UUID | None = None
    covering: str = ""


Parts = Mapping[UUID, Part]


def parts_of(me: Practitioner, today: date) -> Parts:
    """The cases this practitioner leads on or chairs for, or covers for somebody who does. One query.

    Whoever does both, leads; and what is one's own is not another's that one covers.
    """
    away = Absence.objects.running(today).filter(covered_by=me)
    until: Subquery = Subquery(
        away.filter(practitioner=OuterRef("practitioner")).order_by("-to_on").values("to_on")[:1]
    )
    current = Allocation.objects.current().filter(capacity__in=(LEAD, CHAIR))
    shown = ("case", "capacity", "practitioner", "practitioner__name", "until")
    mine = current.filter(practitioner=me).annotate(until=Cast(Value(None), DateField())).values_list(*shown)
    theirs = current.filter(practitioner__in=away.order_by().values("practitioner")).annotate(until=until)
    # Two lists and not an “or” between them: either is then found in an index.
    found = mine.union(theirs.values_list(*shown), all=True)
    parts = {}
    for case, capacity, who, name, last in sorted(
        found, key=lambda one: (one[2] == me.pk, one[1] == LEAD, str(one[3]))
    ):
        parts[case] = Part(capacity, covering="" if who == me.pk else f"{name} until {date_words(last)}")
    return parts


def parts_of_teams(teams: Iterable[Any]) -> Parts:
    """The cases with which these teams work, each with who leads. One query."""
    allocated = Allocation.objects.filter(team__in=list(teams), to_on=None, capacity=LEAD)
    found = allocated.values_list("case", "practitioner", "practitioner__name")
    return {case: Part(who=name, who_key=key) for case, key, name in found}


def of_cases(parts: Parts, me: Practitioner, today: date) -> QuerySet[Deadline]:
    """What runs in these cases. By their keys: a database with millions of limits then reads only theirs."""
    return _shown(Deadline.objects.filter(case__in=list(parts)), me, today)


def of_front_door(me: Practitioner, areas: Iterable[object], today: date) -> QuerySet[Deadline]:
    """What runs at the front door of these areas: acknowledging and deciding."""
    waiting = Deadline.objects.filter(
        area__in=list(areas), rule_id__in=("referral.acknowledgement", "referral.decision")
    )
    return _shown(waiting, me, today)


def _shown(deadlines: QuerySet[Deadline], me: Practitioner, today: date) -> QuerySet[Deadline]:
    soon = Q(due_on=None) | Q(due_on__lte=today + AHEAD)
    soon |= Q(rule_id__in=PLANNED_AHEAD, due_on__lte=today + LONG_AHEAD)
    running = deadlines.filter(soon, clock="guidance", met_on=None, ended_on=None)
    return READ_CHILD.filter_through("child", running, me, own_area=True)


def page(deadlines: QuerySet[Deadline], parts: Parts | Part, after: str = "") -> Page:
    """The next rows, by key: those without a number first, then the soonest. One query."""
    because = Entry.objects.filter(case=OuterRef("case"), kind=kinds.OVER_RUN_EXPLAINED.id, corrected_by=None)
    explained = Subquery(because.order_by("-recorded_at").values("details")[:1], output_field=JSONField())
    # Which rows, first, out of an index that has them in this order; and then all that is shown of those few.
    few = deadlines.filter(_past(after)).order_by(IN_TURN, "id").values("pk")[: SHOWN + 1]
    found: list[Any] = list(
        Deadline.objects.filter(pk__in=few)
        .annotate(
            over_run=Case(When(rule_id="assessment.completion", then=explained), output_field=JSONField())
        )
        .select_related("child", "started_by")
        .order_by(IN_TURN, "id")
    )
    shown = found[:SHOWN]
    more = f"{shown[-1].due_on or 'none'}_{shown[-1].pk}" if len(found) > SHOWN else ""
    return Page([_row(deadline, parts) for deadline in shown], more)


def _past(after: str) -> Q:
    """Rows that come after this key. A key that cannot be read begins again."""
    day, _, key = after.partition("_")
    try:
        last = UUID(key)
        on = None if day == "none" else date.fromisoformat(day)
    except ValueError:
        return Q()
    if on is None:
        return Q(due_on=None, id__gt=last) | Q(due_on__isnull=False)
    return Q(due_on__gt=on) | Q(due_on=on, id__gt=last)


def _row(deadline: Any, parts: Parts | Part) -> Row:
    rule, child = timescale(deadline.rule_id), deadline.child
    part = parts if isinstance(parts, Part) else parts[deadline.case_id]
    return Row(
        key=deadline.pk,
        child=child.called,
        child_href=address("desk:child", child.reference),
        what=rule.title,
        on=deadline.due_on,
        at=deadline.due_at,
        no_number="" if deadline.due_on else deadline.because.partition(":")[0],
        why_href=address("desk:why", child.reference, deadline.pk),
        late_reason=(deadline.over_run or {}).get("why", ""),
        act=act_for(deadline, part.capacity, covering=bool(part.covering)),
        waits_on=waits_on(deadline, part.capacity),
        who=part.who,
        covering=part.covering,
    )
