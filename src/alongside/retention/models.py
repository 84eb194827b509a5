"""Holds on records, and how long an area keeps what no law sets a time for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class HoldQuerySet(models.QuerySet["LegalHold"]):
    """Queries over holds that read as phrases."""

    def standing(self) -> HoldQuerySet:
        return self.filter(to_on=None)


class LegalHold(models.Model):
    """A child's record that must not be disposed of: for an inquiry, a claim, or a court. It always wins."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.TextField()
    from_on = models.DateField("from")
    review_on = models.DateField("reviewed on")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to_on = models.DateField("to", null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("child",), condition=Q(to_on=None), name="hold_standing")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="hold_gives_a_reason"),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("from_on")),
                name="hold_is_reviewed_later",
                violation_error_message="A hold is reviewed on a day after it begins.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None, lifted_by=None, lifted_because="")
                | (Q(to_on__gte=F("from_on"), lifted_by__isnull=False) & ~Q(lifted_because="")),
                name="hold_is_lifted_by_somebody_who_says_why",
                violation_error_message="Lifting a hold needs a day, not before it began, and a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hold on {self.child}, from {self.from_on:%-d %B %Y}"


class LocalPeriod(models.Model):
    """How long one area keeps records that no law sets a time for, from a day on. The latest that began holds.

    Nothing here is law: ``decided_by`` says whose decision it is.
    """

    class Group(models.TextChoices):
        PLAN = "plan", "Children who had a child protection plan"
        HELP = "help", "Children who were assessed or had a child-in-need plan"
        REFERRAL = "referral", "Children about whom there was a referral and no more"

    class Clock(models.TextChoices):
        BIRTH = "birth", "the child’s date of birth"
        CLOSED = "closed", "the day the last case was closed"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    group = models.CharField("whose records", max_length=10, choices=Group)
    clock = models.CharField("counted from", max_length=10, choices=Clock)
    years = models.PositiveSmallIntegerField()
    decided_by = models.CharField("where this was decided", max_length=200)
    from_on = models.DateField("from")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=("area", "group", "from_on"), name="local_period_by_group")]
        constraints = [
            models.CheckConstraint(
                condition=Q(years__gte=1, years__lte=150),
                name="local_period_is_years",
                violation_error_message="Enter between 1 and 150 years.",
            ),
            models.CheckConstraint(condition=~Q(decided_by=""), name="local_period_says_whose"),
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()}: {self.years} years from {self.get_clock_display()}"
