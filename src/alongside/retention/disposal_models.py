"""Destroying records at the end of their time: what was proposed, who signed, and what is left to prove it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person

#: The one key that a row of ``Erasing`` may have, and so the one that its own reference can never name.
ONLY = UUID(int=1)


class CoolingPeriod(models.Model):
    """How many days an area waits between the second signature and the destruction. The latest that began holds.

    No law gives this number: ``decided_by`` says whose decision it is.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cooling_periods")
    days = models.PositiveSmallIntegerField()
    decided_by = models.CharField("where this was decided", max_length=200)
    from_on = models.DateField("from")
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=365),
                name="cooling_period_is_a_day_to_a_year",
                violation_error_message="The wait is between 1 and 365 days.",
            ),
            models.CheckConstraint(condition=~Q(decided_by=""), name="cooling_period_is_somebodys_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.days} days, from {self.from_on:%-d %B %Y}"


class DisposalQuerySet(models.QuerySet["Disposal"]):
    """Queries over disposals that read as phrases."""

    def standing(self) -> DisposalQuerySet:
        """Neither cancelled nor ended."""
        return self.filter(cancelled_at=None, ended_at=None)

    def ready(self) -> DisposalQuerySet:
        """Signed by two, whatever the day."""
        return self.standing().filter(second_at__isnull=False)


class Disposal(models.Model):
    """A proposal to destroy what is due in an area, until two people have signed and some days have gone by.

    Once it has ended it is the certificate, and names nobody whose record was destroyed.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="disposals")
    on = models.DateField("due on")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    first_at = models.DateTimeField("first signed", null=True, blank=True)
    first_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    second_at = models.DateTimeField("signed a second time", null=True, blank=True)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    not_before = models.DateField("destroyed from", null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_because = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    rows = models.JSONField("other rows that were removed, by kind", default=dict, blank=True)

    objects = DisposalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("area", "proposed_at"), name="disposal_by_area")]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_by=None, first_at=None) | Q(first_by__isnull=False, first_at__isnull=False),
                name="disposal_is_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(second_by=None, second_at=None, not_before=None)
                | (
                    Q(second_by__isnull=False, second_at__isnull=False, not_before__isnull=False)
                    & Q(first_by__isnull=False)
                    & ~Q(second_by=F("first_by"))
                ),
                name="disposal_is_signed_again_by_another",
                violation_error_message="Two different people sign, and a day is set.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_by=None, cancelled_at=None, cancelled_because="")
                | (
                    Q(cancelled_by__isnull=False, cancelled_at__isnull=False, ended_at=None)
                    & ~Q(cancelled_because="")
                ),
                name="disposal_is_cancelled_before_it_ends",
                violation_error_message="Cancelling needs a reason, and something that was not destroyed yet.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(second_by__isnull=False),
                name="disposal_ends_once_signed_by_two",
            ),
        ]

    def __str__(self) -> str:
        return f"Disposal proposed on {self.proposed_at:%-d %B %Y}"

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if self.cancelled_at:
            return "Cancelled"
        if self.ended_at:
            return "Ended"
        if self.second_at and self.not_before:
            return f"Signed by two; destroyed from {self.not_before:%-d %B %Y}"
        return "Waits for a second signature" if self.first_at else "Waits for a first signature"


class DisposalLine(models.Model):
    """One child's record in a disposal. What is left of it once the record is destroyed names nobody.

    reference_digest: keyed, so that whoever knows a reference can ask whether it is this one. counts: rows
    destroyed, by kind of record. entries: the digests of the chronology's entries among them, which the
    audit holds too, so that their absence is explained.
    """

    class Outcome(models.TextChoices):
        WAITS = "", "Not destroyed yet"
        DESTROYED = "destroyed", "Destroyed"
        LEFT_OUT = "left-out", "Left out"
        CANCELLED = "cancelled", "Cancelled"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    disposal = models.ForeignKey(Disposal, on_delete=models.PROTECT, related_name="lines")
    child = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="disposals"
    )
    reference_digest = models.CharField(max_length=32)
    rule = models.CharField(max_length=80)
    force = models.CharField(max_length=10)
    because = models.TextField()
    source = models.TextField(blank=True)
    kept_until = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITS, blank=True)
    left_out_because = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    entries = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("child",), condition=Q(outcome=""), name="disposal_line_is_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="destroyed") | Q(child=None, done_at__isnull=False),
                name="disposal_line_names_nobody_once_destroyed",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="left-out") | ~Q(left_out_because=""),
                name="disposal_line_left_out_says_why",
            ),
        ]
        indexes = [models.Index(fields=("reference_digest",), name="disposal_by_reference")]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, kept until {self.kept_until:%-d %B %Y}"


class Erasing(models.Model):
    """That one child's record is being destroyed now, by the transaction that is open. No row is ever there.

    The database lets go of what is written once for this child alone, and takes this row only for a line signed
    by two. ``never`` names a row that cannot be, so that a transaction which leaves this row behind cannot be saved.
    """

    id = models.UUIDField(primary_key=True, default=ONLY, editable=False)
    never = models.ForeignKey("self", on_delete=models.PROTECT, default=new_key, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(DisposalLine, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        verbose_name_plural = "erasing"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=ONLY) & ~Q(never=ONLY), name="erasing_is_one_and_never_stays"
            )
        ]

    def __str__(self) -> str:
        return "A record is being destroyed"
