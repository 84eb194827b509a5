"""Emergency protection orders and child assessment orders, with the days printed on them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from alongside.chronology.models import ActRecord
from alongside.section47.models.protection import ProtectionEnding, ProtectionForATime


class EmergencyProtectionOrder(ProtectionForATime):
    """An emergency protection order. ``expires_on`` is printed on it; the law's most is only a check.

    ``runs_from`` is the day it was made, or the first day of police protection where the designated
    police officer applied for it.
    """

    day_field = "made_on"

    class AppliedBy(models.TextChoices):
        LOCAL_AUTHORITY = "local-authority", "The local authority"
        DESIGNATED_OFFICER = "designated-officer", "The designated police officer, after police protection"
        NSPCC = "nspcc", "The NSPCC"
        OTHER = "other", "Somebody else"

    court = models.CharField(max_length=100)
    made_on = models.DateField("day the order was made")
    applied_by = models.CharField(max_length=20, choices=AppliedBy)
    runs_from = models.DateField()
    expires_on = models.DateField("last day, as printed on the order")
    directions = models.TextField("directions and requirements", blank=True)
    ending = models.OneToOneField(
        ProtectionEnding, on_delete=models.PROTECT, null=True, blank=True, related_name="protection_order"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(court=""),
                name="protection_order_names_the_court",
                violation_error_message="Enter the court that made the order.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("made_on")) & Q(runs_from__lte=F("made_on")),
                name="protection_order_runs_forward",
                violation_error_message="The order expires before it was made. Change one of the days.",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ending=None),
                name="protection_order_one_at_a_time",
                violation_error_message="An emergency protection order already stands for this child.",
            ),
        ]

    def __str__(self) -> str:
        return f"Emergency protection order made on {self.made_on:%-d %B %Y}"

    @property
    def last_day(self) -> date:
        """The last day, as printed on the order or on its extension."""
        extension = getattr(self, "extension", None)
        return extension.expires_on if extension else self.expires_on


class ProtectionOrderExtension(ActRecord):
    """The one extension the Act allows an emergency protection order."""

    day_field = "made_on"

    order = models.OneToOneField(EmergencyProtectionOrder, on_delete=models.PROTECT, related_name="extension")
    court = models.CharField(max_length=100)
    made_on = models.DateField("day the order was extended")
    runs_from = models.DateField("day the first period ends")
    expires_on = models.DateField("last day, as printed on the order")
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(court=""),
                name="order_extension_names_the_court",
                violation_error_message="Enter the court that extended the order.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("runs_from")) & Q(made_on__lte=F("runs_from")),
                name="order_extension_adds_days",
                violation_error_message=(
                    "An extension is made while the order lasts, and expires after it would have. "
                    "Change one of the days."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Extended on {self.made_on:%-d %B %Y}"


class ChildAssessmentOrder(ProtectionForATime):
    """A child assessment order: the court names the day on which the assessment begins."""

    day_field = "made_on"

    court = models.CharField(max_length=100)
    made_on = models.DateField("day the order was made")
    runs_from = models.DateField("day named for the assessment to begin")
    expires_on = models.DateField("last day, as printed on the order")
    what = models.TextField("what is to be assessed, and any direction", blank=True)
    ending = models.OneToOneField(
        ProtectionEnding, on_delete=models.PROTECT, null=True, blank=True, related_name="assessment_order"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(court=""),
                name="assessment_order_names_the_court",
                violation_error_message="Enter the court that made the order.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("runs_from")) & Q(runs_from__gte=F("made_on")),
                name="assessment_order_runs_forward",
                violation_error_message=(
                    "The assessment begins before the order was made, or ends before it begins. "
                    "Change one of the days."
                ),
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ending=None),
                name="assessment_order_one_at_a_time",
                violation_error_message="A child assessment order already stands for this child.",
            ),
        ]

    def __str__(self) -> str:
        return f"Child assessment order made on {self.made_on:%-d %B %Y}"
