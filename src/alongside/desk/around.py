"""What stands around a child: enough for the banner and the acts of any page about them, in one query.

A page that shows more asks for more lists (``also``), which come in the same query.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from alongside.access.holding import Holding
from alongside.access.policies import POLICIES
from alongside.access.policy import Policy
from alongside.agencies.models import Absence, Practitioner
from alongside.cases.models import Allocation
from alongside.chronology.kinds import COVERED
from alongside.chronology.models import Entry
from alongside.chronology.states import CHANGES, States, states
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.early_help.models import FamilyTeamMember
from alongside.facts import Fact, listed_as, read
from alongside.guidance.kernel.rules import Timescale
from alongside.moments import day_of
from alongside.people.models import Danger, Person, Residence

ABOUT_CHILDREN = tuple(policy for policy in POLICIES if policy.about == "child")
Lists = Callable[[Person, Practitioner], Iterable[QuerySet]]


@dataclass(frozen=True, slots=True)
class Running:
    """A limit that is running for the child: the last day or moment in time, and what it counts from."""

    rule: Timescale
    key: UUID
    on: date | None
    at: datetime | None
    starts_on: date
    because: str


@dataclass
class Around:
    """What stands around one child for one practitioner. ``facts`` holds what a page asked for besides."""

    child: Person
    may: set[Policy]
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    reader: UUID | None = None

    def __getitem__(self, what: str) -> list[Fact]:
        """The facts of one list; none when it is empty."""
        return self.facts.get(what, [])

    @property
    def dangers(self) -> list[Fact]:
        """name: the words. key: the note's. Oldest first."""
        return sorted(self["danger"], key=lambda one: one.from_on or date.min)

    @property
    def lead(self) -> Fact | None:
        """name: who. role: their job title. detail: their team, or agency. from_on: since when.

        Who leads early help, where nobody leads under section 17.
        """
        return next(iter(self["lead"]), None) or next(iter(self["early-help-lead"]), None)

    @property
    def covering(self) -> list[Fact]:
        """For whom the reader covers as to this child: name: who is away. to_on: their last day away."""
        return [one for one in self["cover"] if one.key == self.reader]

    @property
    def lives_at_protected_address(self) -> bool:
        return bool(self["protected"])

    @cached_property
    def running(self) -> list[Running]:
        """The limits that run, soonest first; those without a number last."""
        found = [
            Running(timescale(one.name), one.key, one.from_on, one.at, one.to_on, one.detail)
            for one in self["due"]
            if one.key and one.to_on
        ]
        return sorted(found, key=lambda one: (one.on or date.max, one.rule.clock, one.rule.id))

    @property
    def next_due(self) -> Running | None:
        """The soonest limit of the guidance that has a date. The statistics' own clocks do not count."""
        return next((one for one in self.running if one.on and one.rule.clock == "guidance"), None)

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries that states are read from, in order; not for saving."""
        return entries_in_order(self["entry"])

    @cached_property
    def states(self) -> States:
        return states(self.entries)


def entries_in_order(facts: Iterable[Fact]) -> list[Entry]:
    """Entries made again from facts of ``entries_of_state``, as ``EntryQuerySet.in_order`` orders them."""

    def place(one: Fact) -> tuple[object, ...]:
        moment = one.at.timestamp() if one.at else float("inf")
        return one.from_on, moment, one.recorded_at, one.key

    return [_entry(one) for one in sorted(facts, key=place)]


def _entry(one: Fact) -> Entry:
    assert one.from_on is not None
    assert one.recorded_at is not None
    return Entry(
        id=one.key,
        kind=one.name,
        happened_on=one.from_on,
        happened_at=one.at,
        recorded_at=one.recorded_at,
        details=json.loads(one.detail),
        source=one.role,
    )


def entries_of_state(what: str, entries: QuerySet[Entry], key: str = "pk") -> QuerySet:
    """name: the kind. detail: the details, as JSON. role: where it came from."""
    return listed_as(
        what, entries.filter(corrected_by=None, kind__in=CHANGES), name="kind", role="source",
        detail=Cast("details", TextField()), from_on="happened_on", at="happened_at", recorded_at="recorded_at",
        key=key,
    )  # fmt: skip


def around(child: Person, practitioner: Practitioner, also: Lists | None = None) -> Around:
    """What stands around this child. One query, however much there is."""
    holding = Holding(ABOUT_CHILDREN, practitioner)
    this = Person.objects.filter(pk=child.pk)
    lists = [
        listed_as("may", this, detail=holding.expression(), key="pk"),
        listed_as(
            "danger", Danger.objects.filter(person=child, to_on=None), name="words", from_on="from_on", key="pk"
        ),
        listed_as("protected", Residence.objects.filter(person=child, to_on=None, protected=True), key="pk"),
        listed_as(
            "lead",
            Allocation.objects.current().filter(
                case__child=child, case__closed_on=None, capacity=Allocation.Capacity.LEAD_PRACTITIONER
            ),
            name="practitioner__name", role="practitioner__job_title", detail="team__name", from_on="from_on",
        ),
        listed_as(
            "early-help-lead", FamilyTeamMember.objects.filter(case__child=child, case__closed_on=None, leads=True, to_on=None),
            name="name", role="part", detail="agency__name", from_on="from_on",
        ),
        # name: who is away. role: their part in the case. detail: who covers. to_on: their last day away. key: who covers.
        listed_as(
            "cover", Absence.objects.running(day_of(timezone.now())).exclude(covered_by=None).filter(
                practitioner__allocations__case__child=child, practitioner__allocations__to_on=None,
                practitioner__allocations__capacity__in=COVERED,
            ),
            name="practitioner__name", role="practitioner__allocations__capacity", detail="covered_by__name", to_on="to_on",
            key="covered_by",
        ),
        listed_as(
            "due", Deadline.objects.outstanding().filter(child=child), name="rule_id", detail="because",
            from_on="due_on", to_on="starts_on", at="due_at", key="pk",
        ),
        entries_of_state("entry", Entry.objects.filter(child=child)),
        *(also(child, practitioner) if also else ()),
    ]  # fmt: skip
    found: dict[str, list[Fact]] = {}
    for fact in read(lists):
        found.setdefault(fact.what, []).append(fact)
    may = holding.read(found.pop("may")[0].detail)
    return Around(child, may, found, practitioner.pk)
