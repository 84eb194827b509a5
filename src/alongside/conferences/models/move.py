"""Being told that a child with a plan elsewhere has moved here."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.chronology.models import ActRecord


class MoveNotice(ActRecord):
    """Another authority's word that a child on its plan has moved here for good.

    It starts the limit for the transfer-in conference (Working Together 2023, page 100). The plan there is
    not a plan here: until our conference decides, it is theirs, and it is not counted.
    """

    day_field = "notified_on"

    notified_on = models.DateField()
    authority = models.CharField(max_length=100)
    told_by = models.CharField("who told us, and how", max_length=200, blank=True)
    moved_on = models.DateField(null=True, blank=True)
    plan_there_since = models.DateField(null=True, blank=True)
    plan_there = models.TextField("what the plan there is for", blank=True)

    class Meta:
        ordering = ("notified_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority=""),
                name="move_notice_names_the_authority",
                violation_error_message="Enter the authority that the child has moved from.",
            ),
            models.CheckConstraint(
                condition=Q(plan_there_since=None) | Q(plan_there_since__lte=F("notified_on")),
                name="move_notice_follows_the_plan_there",
                violation_error_message="The plan there began after we were told of the move. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"Moved here from {self.authority}"
