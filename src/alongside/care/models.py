"""A child who was looked after comes home to their family."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.chronology.models import ActRecord


class ReturnHome(ActRecord):
    """One return home from care, or the decision that a child stays looked after: planned or not, and what holds."""

    class SeenAlone(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_POSSIBLE = "not-possible", "It was not possible"

    class Concern(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    day_field = "decided_on"

    decided_on = models.DateField("day of the decision, or of an unplanned return")
    way = models.CharField("how the child comes home", max_length=30)
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField()
    immediate_concern = models.CharField(
        "concern for immediate safety", max_length=10, choices=Concern, blank=True
    )
    assessment = models.TextField("assessment made while looked after", blank=True)
    seen_alone = models.CharField(max_length=20, choices=SeenAlone, blank=True)
    wishes = models.TextField("what the child wants", blank=True)
    support_and_contact = models.TextField(blank=True)
    timeline = models.TextField("decisions, and when", blank=True)
    monitoring = models.TextField("how the effect is watched", blank=True)
    family_group = models.TextField("family group decision-making", blank=True)
    approved_by = models.CharField("nominated officer who approved", max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="return_home_gives_reasons",
                                   violation_error_message="Enter the reasons."),
            models.CheckConstraint(condition=~Q(way="unplanned") | ~Q(immediate_concern=""),
                                   name="unplanned_return_looks_at_safety",
                                   violation_error_message="Say whether there is concern for the child's immediate safety."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.way} on {self.decided_on:%-d %B %Y}"
