"""After how long a record that says nothing is shown as silent: an area's own numbers, or this service's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from alongside.agencies.models import SilenceRule
from alongside.facts import Fact, listed_as
from alongside.ui.words import count, date_words

#: Where an area has set nothing. No paragraph sets a number.
ALONE_WEEKS, UNHEARD_WEEKS, MEETINGS = 6, 8, 3
SPACE = Value(" ", TextField())


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers in force on a day. since: from when the area set them; None where they are this service's own."""

    alone_weeks: int = ALONE_WEEKS
    unheard_weeks: int = UNHEARD_WEEKS
    meetings: int = MEETINGS
    since: date | None = None
    because: str = ""

    @property
    def alone(self) -> timedelta:
        """How long a child may go without being seen alone."""
        return timedelta(weeks=self.alone_weeks)

    @property
    def unheard(self) -> timedelta:
        """How long an agency that works with a child may record nothing."""
        return timedelta(weeks=self.unheard_weeks)

    @property
    def words(self) -> str:
        """What counts as silent, whose numbers these are, and since when."""
        whose = (
            f"These numbers are this area’s own, from {date_words(self.since)}." if self.since else "These numbers are ours: this area has set none."
        )  # fmt: skip
        return (
            f"Shown after {count(self.alone_weeks, 'week')} without being seen alone, {count(self.unheard_weeks, 'week')} "
            f"without a word from an agency, and {count(self.meetings, 'core group')} running without a member. {whose} The guidance sets none."
        )


OURS = Thresholds()


def rules_list(areas: Any, today: date) -> QuerySet[Any]:
    """Facts of the rules of these areas that have begun. name: the three numbers. detail: why. key: the area."""
    numbers = Concat(
        Cast("alone_weeks", TextField()), SPACE, Cast("unheard_weeks", TextField()), SPACE, Cast("meetings", TextField()),
        output_field=TextField(),
    )  # fmt: skip
    begun = SilenceRule.objects.filter(area__in=areas, from_on__lte=today)
    return listed_as("silence-rule", begun, name=numbers, detail="reason", from_on="from_on", key="area")


def thresholds_in(facts: Iterable[Fact], area: UUID | None = None) -> Thresholds:
    """What is in force, from the facts of ``rules_list``: of this area, or of the only one there is."""
    mine = [one for one in facts if area in (None, one.key)]
    if not mine:
        return OURS
    last = max(mine, key=lambda one: one.from_on or date.min)
    alone, unheard, meetings = map(int, last.name.split())
    return Thresholds(alone, unheard, meetings, last.from_on, last.detail)
