"""A family while its life is written down: what its children's cases have come to, without asking the database."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.assessments.models import Assessment
from alongside.cases.models import Allocation, Case, InNeed, Involvement
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.shortfalls import expected_but_absent
from alongside.deadlines.projection import reckon
from alongside.demo.fast.rows import Rows
from alongside.family_help.models import ChildInNeedPlan
from alongside.guidance import catalogue
from alongside.guidance.kernel.calendar import Calendar
from alongside.people.models import HouseholdMember, Person, Residence
from alongside.plans.models import Action, ChildProtectionPlan, CoreGroupMember, EndingNotice, Need
from alongside.referrals.models import Decision, Referral
from alongside.section47.models import Section47Enquiry


def facts(told: Any, *apart: str) -> dict[str, Any]:
    """What a dataclass of facts says, by field, for a record whose fields have the same names."""
    return {name: getattr(told, name) for name in _names(cast(Hashable, type(told)), apart)}


@cache
def _names(kind: Hashable, apart: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cast(Any, kind)) if each.name not in apart)


class NotWrittenFast(ValueError):
    """A script asks for something that the fast path has not been proven to do."""


@dataclass(slots=True)
class Episode:
    """One case of one child, and what the next step needs to know of it."""

    rows: Rows
    case: Case
    in_need: InNeed | None = None
    entries: list[Entry] = field(default_factory=list)
    referral: Referral | None = None
    decision: Decision | None = None
    lead: Allocation | None = None
    allocations: list[Allocation] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    assessment: Assessment | None = None
    over_runs: int = 0
    seen: bool = False
    help: ChildInNeedPlan | None = None
    enquiry: Section47Enquiry | None = None
    plan: ChildProtectionPlan | None = None
    core_group: list[CoreGroupMember] = field(default_factory=list)
    needs: list[tuple[Need, list[Action]]] = field(default_factory=list)
    notices: dict[str, EndingNotice] = field(default_factory=dict)

    def tell(
        self, kind: Kind, *, on: date, by: Practitioner, now: datetime, at: datetime | None = None, **details: Any
    ) -> Entry:  # fmt: skip
        """The one entry of an act, as ``Kind.record`` writes it."""
        case = self.case
        entry = Entry(
            area_id=case.area_id, child_id=case.child_id, case=case, kind=kind.id, happened_on=on, happened_at=at,
            details=details, source="", recorded_at=now, recorded_by=by,
        )  # fmt: skip
        self.entries.append(entry)
        return self.rows.add(entry)

    def fell_short(self, entry: Entry, rule_id: str, missing: Iterable[str], explanation: str = "") -> None:
        """Keep a shortfall with the entry, if anything is missing, as ``record_shortfall`` does."""
        missing = list(missing)
        if missing:
            title = catalogue.rule(rule_id).title
            self.note_shortfall(entry, rule_id, f"{title}: {'; '.join(missing)} not recorded.", explanation)

    def expected(self, entry: Entry, rule_id: str, present: Iterable[str], on: date) -> None:
        """Keep what a rule misses in what is present."""
        self.fell_short(entry, rule_id, expected_but_absent(rule_id, present, on))

    def note_shortfall(self, entry: Entry, rule_id: str, words: str, explanation: str = "") -> None:
        """Keep a shortfall in these words."""
        self.rows.add(
            Shortfall(
                area_id=entry.area_id, case_id=entry.case_id, entry=entry, rule_id=rule_id, words=words,
                explanation=explanation, recorded_at=entry.recorded_at,
            )
        )  # fmt: skip

    def about(self, by: Practitioner, now: datetime) -> dict[str, Any]:
        """What every record about the case carries."""
        return {"area_id": self.case.area_id, "case": self.case, "recorded_at": now, "recorded_by": by}

    def involve(
        self, agency: Agency, *, why: str, on: date, now: datetime, through: Practitioner | None
    ) -> None:
        """An agency works with the child from this day, unless it did already."""
        if any(one.agency_id == agency.pk and one.to_on is None for one in self.involvements):
            return
        involvement = Involvement(
            area_id=self.case.area_id, case=self.case, agency=agency, practitioner=through, why=why, from_on=on,
            recorded_at=now,
        )  # fmt: skip
        self.involvements.append(self.rows.add(involvement))

    def allocate(self, allocation: Allocation, on: date) -> None:
        """A part in the case, in place of whoever had it."""
        for earlier in self.allocations:
            if earlier.capacity == allocation.capacity and earlier.to_on is None:
                earlier.to_on = max(on, earlier.from_on)
        self.allocations.append(self.rows.add(allocation))
        if allocation.capacity == Allocation.Capacity.LEAD_PRACTITIONER:
            self.lead = allocation

    def end_in_need(self, on: date) -> None:
        """Section 17 is the basis no longer, as ``basis.end_in_need`` leaves it."""
        if self.in_need and self.in_need.to_on is None:
            self.in_need.to_on = max(on, self.in_need.from_on)

    def leading_on(self, day: date) -> Allocation | None:
        """Who led on a day, as ``lead_practitioner`` finds."""
        capacity = Allocation.Capacity.LEAD_PRACTITIONER
        led = [
            one
            for one in self.allocations
            if one.capacity == capacity and one.from_on <= day and (one.to_on is None or one.to_on >= day)
        ]
        return max(led, key=lambda one: one.from_on, default=None)

    def in_order(self) -> list[Entry]:
        """The entries as ``EntryQuerySet.in_order`` gives them."""
        return sorted(
            self.entries,
            key=lambda entry: (
                entry.happened_on,
                entry.happened_at is None,
                entry.happened_at or entry.recorded_at,
                entry.recorded_at,
                entry.pk,
            ),
        )

    def reckon(self, calendar: Calendar) -> None:
        """Keep every deadline the case has, by the projection's own reckoning."""
        for deadline in reckon(self.case, self.in_order(), calendar):
            self.rows.add(deadline)


@dataclass(slots=True)
class Child:
    """A child, and the episode that is open; ``episodes`` are all there have been."""

    person: Person
    episodes: list[Episode] = field(default_factory=list)
    residence: Residence | None = None

    @property
    def episode(self) -> Episode:
        """The open episode. Raises NotWrittenFast when there is none."""
        if not self.episodes or self.episodes[-1].case.closed_on is not None:
            raise NotWrittenFast(f"There is no open case for {self.person} at this step.")
        return self.episodes[-1]

    @property
    def last_episode(self) -> Episode:
        """The open episode, or else the last one."""
        return self.episodes[-1]


@dataclass(slots=True)
class Family:
    """Those whom the script is about, as far as it has come."""

    area: Area
    rows: Rows
    calendar: Calendar
    children: list[Child] = field(default_factory=list)
    living_together: list[Person] = field(default_factory=list)
    household: list[HouseholdMember] = field(default_factory=list)

    def finish(self) -> None:
        """Reckon every deadline; nothing more happens in this script."""
        for child in self.children:
            for episode in child.episodes:
                episode.reckon(self.calendar)
