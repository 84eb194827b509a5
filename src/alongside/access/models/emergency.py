"""A record opened in an emergency by somebody who otherwise may not, and what a manager made of it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Expression, F, Q

from alongside.keys import new_key
from alongside.people.models import Person


class EmergencyOpeningQuerySet(models.QuerySet["EmergencyOpening"]):
    """Queries over emergency openings that read as phrases."""

    def running(self, now: datetime | Expression) -> EmergencyOpeningQuerySet:
        return self.filter(began_at__lte=now, ends_at__gt=now)

    def to_review(self) -> EmergencyOpeningQuerySet:
        return self.filter(reviewed_at=None)


class EmergencyOpening(models.Model):
    """One record opened by breaking the glass: by whom, why, until when, and the manager's review."""

    class Outcome(models.TextChoices):
        APPROPRIATE = "appropriate", "It was right to open the record"
        NOT_APPROPRIATE = "not-appropriate", "It was not right to open the record"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="emergency_openings")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="emergency_openings"
    )
    why = models.TextField()
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    review_due_on = models.DateField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    review_words = models.TextField(blank=True)

    objects = EmergencyOpeningQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=("practitioner", "ends_at"), name="emergency_by_practitioner"),
            models.Index(fields=("child",), condition=Q(reviewed_at=None), name="emergency_to_review"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="emergency_opening_says_why"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("began_at")), name="emergency_opening_ends"),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by=None, outcome="", review_words="")
                | (
                    Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(review_words="")
                ),
                name="emergency_review_says_what_and_why",
                violation_error_message="A review says whether it was right, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner} opened {self.child} in an emergency"
