"""What is due: a projection of the chronology, stored so that lists can sort and filter, and rebuildable."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from alongside.agencies.models import Area
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.keys import new_key
from alongside.people.models import Person

#: The order of what is due: what has no number first, then the soonest. One expression, which an index has too.
IN_TURN = Coalesce("due_on", Value(date.min), output_field=models.DateField())
OUTSTANDING = Q(met_on=None, ended_on=None)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Queries over what is due that read as phrases."""

    def outstanding(self) -> DeadlineQuerySet:
        """Neither met nor ended by something that took the reason away."""
        return self.filter(met_on=None, ended_on=None)

    def counted(self) -> DeadlineQuerySet:
        """Those with a date; a limit such as “as soon as possible” has none."""
        return self.exclude(due_on=None)

    def overdue(self, today: date) -> DeadlineQuerySet:
        return self.outstanding().filter(due_on__lt=today)

    def soonest_first(self) -> DeadlineQuerySet:
        return self.order_by(
            F("due_on").asc(nulls_last=True),
            F("due_at").asc(nulls_last=True),
            "rule_id",
            "id",
        )


class Deadline(models.Model):
    """One limit running, met or ended for one case. Never edited by hand: ``projection.refresh`` writes it.

    ``due_on`` is the last day that is still in time; ``due_at`` the moment, for limits counted in hours.
    Both are empty for a limit without a number.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deadlines")
    rule_id = models.CharField(max_length=80)
    clock = models.CharField(max_length=20)
    force = models.CharField(max_length=10)
    started_by = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    because = models.TextField()
    citation = models.CharField(max_length=250)
    edition = models.CharField(max_length=100)
    checked = models.BooleanField()
    met_on = models.DateField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("area", IN_TURN, "id", condition=OUTSTANDING, name="deadline_outstanding"),
            models.Index(
                "area", "rule_id", IN_TURN, "id", condition=OUTSTANDING, name="deadline_outstanding_by_rule"
            ),
            models.Index(fields=("child", "due_on"), name="deadline_by_child"),
            models.Index(fields=("area", "rule_id", "due_on"), name="deadline_by_rule"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("case", "rule_id", "started_by"),
                name="deadline_once_for_each_start",
            ),
            models.CheckConstraint(
                condition=Q(met_on=None) | Q(ended_on=None),
                name="deadline_is_met_or_ended_not_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id}: {self.because}"

    @property
    def is_outstanding(self) -> bool:
        return self.met_on is None and self.ended_on is None

    @property
    def was_late(self) -> bool:
        """Met, but after the last day (or moment) that was in time."""
        if self.due_at and self.met_at:
            return self.met_at > self.due_at
        return bool(self.met_on and self.due_on and self.met_on > self.due_on)

    def is_overdue(self, now: datetime, today: date) -> bool:
        """Not met, and past the last day, or the moment, that would be in time."""
        if not self.is_outstanding:
            return False
        if self.due_at:
            return now > self.due_at
        return bool(self.due_on and self.due_on < today)


class RecordedHoliday(models.Model):
    """A bank holiday that an administrator recorded, such as one proclaimed after this version was made."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    day = models.DateField(unique=True)
    name = models.CharField(max_length=100)
    source = models.CharField("where it was announced", max_length=200)

    class Meta:
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%-d %B %Y}"
