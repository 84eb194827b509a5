"""The front door's local figures: what an area chose where the guidance gives no number. Shown as local, never as law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.deadlines.calendars import calendar_in_force
from alongside.front_door.models import Figures
from alongside.guidance.kernel.rules import Force
from alongside.guidance.kernel.spans import WorkingDays
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import count, day


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFigures:
    """The figures of an area on a day. ``from_on`` is None where the area has chosen none: they are then ours."""

    notices: int = 3
    notice_months: int = 3
    check_days: int = 2
    unhappy_days: int = 5
    undelivered_minutes: int = 15
    most_drafts: int = 20
    because: str = ""
    from_on: date | None = None

    @property
    def force(self) -> Force:
        return Force.LOCAL

    @property
    def source(self) -> str:
        """Whose figures these are, and since when."""
        if self.from_on is None:
            return "Proposed by this software; this area has not set its own. No guidance gives a number."
        return f"This area’s own since {day(self.from_on)}: {self.because}"

    @property
    def pattern(self) -> PatternRule:
        return PatternRule(notices=self.notices, months=self.notice_months, source=self.source)

    def check_by(self, asked_on: date) -> date:
        """The last day on which a check asked on a day is answered in time."""
        return WorkingDays(self.check_days).after(asked_on, calendar_in_force())

    def answer_by(self, said_on: date) -> date:
        """The last day on which a referrer who is not happy is answered in time."""
        return WorkingDays(self.unhappy_days).after(said_on, calendar_in_force())


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRule:
    """So many police notices about one child within so many months are shown as a pattern. Nothing follows by itself."""

    notices: int
    months: int
    source: str
    id: str = "local.police-notices.pattern"
    force: Force = Force.LOCAL

    @property
    def words(self) -> str:
        return f"{count(self.notices, 'notice')} within {count(self.months, 'month')}"

    def holds(self, days: list[date]) -> bool:
        """Whether any such stretch holds that many of these days."""
        ordered = sorted(days)
        return any(
            last <= _months_after(first, self.months)
            for first, last in zip(ordered, ordered[self.notices - 1 :], strict=False)
        )


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.month - 1 + months, 12)
    for number in (start.day, 30, 29, 28):
        try:
            return date(start.year + year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("Every month has 28 days.")


def figures_of(area: UUID, on: date) -> LocalFigures:
    """The figures of the area with this key on a day. One query."""
    chosen = Figures.objects.filter(area=area, from_on__lte=on).order_by("-from_on").first()
    if chosen is None:
        return LocalFigures()
    return LocalFigures(
        notices=chosen.notices, notice_months=chosen.notice_months, check_days=chosen.check_days,
        unhappy_days=chosen.unhappy_days, undelivered_minutes=chosen.undelivered_minutes,
        most_drafts=chosen.most_drafts, because=chosen.because, from_on=chosen.from_on,
    )  # fmt: skip


@transaction.atomic
def set_figures(
    *, by: Practitioner, area: Area, from_on: date, notices: int, notice_months: int, check_days: int,
    unhappy_days: int, undelivered_minutes: int = 15, most_drafts: int = 20, because: str, now: datetime,
) -> Figures:  # fmt: skip
    """Set an area's figures from a day on. What ran before keeps the figures of its own day."""
    if not policies.SET_FRONT_DOOR_FIGURES.allows(area, by):
        raise PermissionDenied(f"You cannot set the figures of {area}.")
    if from_on < day_of(now):
        raise Refusal(
            "Figures are set for the days to come.", f"You entered {day(from_on)}, which is over.",
            "Enter today or a later day; what ran before keeps the figures it had.", field="from_on",
        )  # fmt: skip
    if Figures.objects.filter(area=area, from_on=from_on).exists():
        raise Refusal(
            "Figures from this day are set already.", f"They begin on {day(from_on)}.",
            "Choose another day; the later ones hold from then on.", field="from_on",
        )  # fmt: skip
    figures = Figures(
        area=area, from_on=from_on, notices=notices, notice_months=notice_months, check_days=check_days,
        unhappy_days=unhappy_days, undelivered_minutes=undelivered_minutes, most_drafts=most_drafts, because=because, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    figures.full_clean()
    figures.save()
    write(Action.CHANGE, area=area, by=by, about=figures.pk, about_kind="front-door-figures", now=now)
    return figures
