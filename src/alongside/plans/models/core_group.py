"""The core group: who is in it, and what its meetings decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.keys import new_key
from alongside.plans.models.plan import ChildProtectionPlan


class CoreGroupMember(models.Model):
    """Someone in a child's core group from one day to another: a practitioner or one of the family."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="core_group")
    name = models.CharField(max_length=150)
    part = models.CharField("their part", max_length=100, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("plan", "name"), condition=Q(to_on=None), name="core_group_member_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="core_group_member_is_named"),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="core_group_member_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CoreGroupMeeting(ActRecord):
    """One meeting of a child's core group: its decisions, and when it meets next."""

    day_field = "held_on"

    plan = models.ForeignKey(
        ChildProtectionPlan, on_delete=models.PROTECT, related_name="core_group_meetings"
    )
    held_on = models.DateField()
    decisions = models.TextField()
    next_on = models.DateField("next meeting", null=True, blank=True)

    class Meta:
        ordering = ("held_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(decisions=""),
                name="core_group_records_its_decisions",
                violation_error_message="Enter what the core group decided.",
            ),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("held_on")),
                name="core_group_meets_again_later",
                violation_error_message="The next meeting is not after this one. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"Core group on {self.held_on:%-d %B %Y}"


class CoreGroupAttendance(models.Model):
    """Whether a member came, and, where not, the views they sent in writing (Working Together 2023, page 97)."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    meeting = models.ForeignKey(CoreGroupMeeting, on_delete=models.PROTECT, related_name="attendance")
    name = models.CharField(max_length=150)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    present = models.BooleanField()
    written_views = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("meeting", "name"), name="core_group_attendance_once_for_each"),
            models.CheckConstraint(condition=~Q(name=""), name="core_group_attendance_is_named"),
        ]

    def __str__(self) -> str:
        return self.name
