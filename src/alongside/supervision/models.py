"""Supervision: a talk between a supervisor and a practitioner. What is about a child is on the child's record.

What is about the practitioner is the two's own, is kept for its own time, and is bound to no child's record.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.chronology.models import ActRecord
from alongside.keys import new_key


class Supervision(models.Model):
    """One talk, and its personal part, which only the two who held it read."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supervisions_given"
    )
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supervisions"
    )
    held_on = models.DateField()
    words = models.TextField("the personal part", blank=True)
    next_on = models.DateField("next", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("held_on", "id")
        indexes = [models.Index(fields=("practitioner", "held_on"), name="supervision_by_practitioner")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(supervisor=F("practitioner")), name="supervision_is_between_two",
                violation_error_message="Nobody supervises themselves. Choose somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("held_on")), name="supervision_is_held_again_later",
                violation_error_message="The next one is not after this one. Change one of the days.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.supervisor} with {self.practitioner}, {self.held_on:%-d %B %Y}"


class CaseSupervision(ActRecord):
    """What was said about one child in supervision, what was decided, and why (Working Together 2023, paragraphs 158-159)."""

    day_field = "held_on"

    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    discussed = models.TextField()
    decision = models.TextField(blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        ordering = ("held_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(discussed=""), name="case_supervision_says_what_was_discussed",
                violation_error_message="Enter what was discussed.",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | ~Q(reasons=""), name="case_supervision_decides_with_reasons",
                violation_error_message="Enter the reasons for the decision.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Supervision about {self.case.child}, {self.held_on:%-d %B %Y}"


class SupervisionAction(models.Model):
    """What somebody will do about a child, as agreed in supervision."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    supervision = models.ForeignKey(CaseSupervision, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    who = models.CharField("who will do it", max_length=150)
    by_when = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField("what came of it", blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(who=""), name="supervision_action_says_what_and_who"),
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(came_of_it=""), name="supervision_action_says_what_came_of_it",
                violation_error_message="Enter what came of it.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what
