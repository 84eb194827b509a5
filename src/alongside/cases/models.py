"""A case is one episode of one child; who leads it, and which agencies are involved."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Team
from alongside.keys import new_key
from alongside.people.models import Person


class Case(models.Model):
    """One episode of one child, from the referral or the offer of early help that opened it to its closure.

    Nothing here says how things stand: states are read from the dates of what happened.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cases")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    closure_reason = models.CharField(max_length=40, blank=True)
    primary_need = models.CharField(max_length=4, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("opened_on",)
        indexes = [models.Index(fields=("area", "closed_on", "opened_on"), name="case_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=("child",),
                condition=Q(closed_on=None),
                name="case_one_open_for_each_child",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closure_reason="")
                | (Q(closed_on__gte=F("opened_on")) & ~Q(closure_reason="")),
                name="case_closes_on_a_day_for_a_reason",
                violation_error_message="A closure needs a day, not before the case opened, and a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child}, from {self.opened_on:%-d %B %Y}"


class InNeed(models.Model):
    """From when to when section 17 of the Children Act 1989 was the basis of a case.

    A case without one on a day is early help on that day. ``to_on`` is the day from which section 17 was
    the basis no longer; a case that closes ends it.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="times_in_need")
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "times in need"
        ordering = ("from_on",)
        indexes = [models.Index(fields=("area", "to_on", "from_on"), name="in_need_by_area")]
        constraints = [
            models.UniqueConstraint(fields=("case",), condition=Q(to_on=None), name="in_need_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="in_need_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}, under section 17 from {self.from_on:%-d %B %Y}"


class CaseRecord(models.Model):
    """What every record about a case carries: the case, its area, and who told us when."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


M = TypeVar("M", bound=models.Model)


class CurrentQuerySet(models.QuerySet[M]):
    """Queries that read as phrases, for things that last from one day to another."""

    def current(self) -> Self:
        return self.filter(to_on=None)


class Allocation(models.Model):
    """A practitioner's part in a case from one day to another."""

    class Capacity(models.TextChoices):
        LEAD_PRACTITIONER = "lead-practitioner", "Lead practitioner"
        CONFERENCE_CHAIR = "conference-chair", "Conference chair"
        CO_WORKER = "co-worker", "Co-worker"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="allocations")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="allocations"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="allocations")
    capacity = models.CharField(max_length=20, choices=Capacity, default=Capacity.LEAD_PRACTITIONER)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CurrentQuerySet["Allocation"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(to_on=None, capacity="lead-practitioner"),
                name="allocation_one_lead_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="allocation_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}, {self.get_capacity_display().lower()} of {self.case}"


class Involvement(models.Model):
    """An agency that works with a child during a case, and through whom."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involvements")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="involvements")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    why = models.CharField(max_length=200)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CurrentQuerySet["Involvement"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("case", "agency"),
                condition=Q(to_on=None),
                name="involvement_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="involvement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} with {self.case}"


def lead_practitioner(case: Case, day: date | None = None) -> Allocation | None:
    """The allocation of the case's lead practitioner now, or on a day; None while nobody leads."""
    leads = case.allocations.select_related("practitioner", "team").filter(
        capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    if day is None:
        return leads.filter(to_on=None).first()
    return leads.filter(Q(to_on=None) | Q(to_on__gte=day), from_on__lte=day).order_by("-from_on").first()
