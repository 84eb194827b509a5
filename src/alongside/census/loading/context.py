"""What every step of a return is written with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry
from alongside.deadlines.clocks import OF_TELLING
from alongside.guidance.kernel.calendar import Calendar
from alongside.people.models import Person

from ..records import Header


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """One reading of one return into one area.

    by: the practitioner who stands for the import. now: when it began; every entry is recorded then.
    """

    area: Area
    by: Practitioner
    now: datetime
    header: Header
    calendar: Calendar

    @property
    def source(self) -> str:
        """Where entries say they come from."""
        return f"census {self.header.collection}"

    def stamp(self) -> dict[str, Any]:
        """Who recorded it and when, for a record."""
        return {"recorded_at": self.now, "recorded_by": self.by}


@dataclass(slots=True)
class ChildLoading:
    """The same, for one child: their record and their cases by the name of the episode."""

    loading: Loading
    child: Person
    cases: dict[str, Case] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)

    def entry(self, kind: Kind, case: Case, on: date, **details: Any) -> Entry:
        """Write one entry of the chronology."""
        loading = self.loading
        if telling := [rule for rule, kinds in OF_TELLING.items() if kind in kinds]:
            details["not_measured"] = [*details.get("not_measured", ()), *telling]
        return kind.record(case, on=on, by=loading.by, now=loading.now, source=loading.source, **details)

    def about(self, case: Case) -> dict[str, Any]:
        """What every record of the case carries."""
        return {"area_id": case.area_id, "case": case, **self.loading.stamp()}
