"""Telling a story through the domain's own acts: each at its moment, by somebody who may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from alongside.agencies.models import Agency, Practitioner
from alongside.demo.organisation import Borough
from alongside.moments import LONDON


def at(on: date, clock: str = "14:00") -> datetime:
    """A moment in England: the day, and a time such as "09:20"."""
    return datetime.combine(on, time.fromisoformat(clock), LONDON)


@dataclass(frozen=True, slots=True)
class Cast:
    """The borough's people and agencies, for reading a story aloud: ``cast.staff("dana")``."""

    borough: Borough

    def staff(self, key: str) -> Practitioner:
        return self.borough.staff[key]

    def agency(self, key: str) -> Agency:
        return self.borough.agencies[key]
