"""What a child needs, and what people have promised to do about it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.keys import new_key
from alongside.plans.models.plan import ChildProtectionPlan


class Need(models.Model):
    """One thing the child needs: what must change, by how much, by when (Working Together 2023, pages 93, 97).

    aim: which of the plan's aims it serves, by the key of its heading in the guidance; may be empty.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="needs")
    aim = models.CharField(max_length=60, blank=True)
    need = models.TextField("what the child needs")
    must_change = models.TextField("what must change")
    how_much = models.TextField("by how much", blank=True)
    by_when = models.DateField(null=True, blank=True)
    agreed_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(need="") & ~Q(must_change=""),
                name="plan_need_says_what_must_change",
                violation_error_message="Say what the child needs and what must change.",
            ),
        ]

    def __str__(self) -> str:
        return self.need


class Action(models.Model):
    """One promise: who does what, by when, and how everyone will know.

    owner: the person's name in words, because a parent or grandparent owns an action as much as a nurse.
    agency, practitioner: where the owner is from an agency, or can sign in.
    """

    TO_DO, LATE, DONE, DROPPED = "to-do", "late", "done", "dropped"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    owner = models.CharField("who does it", max_length=150)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_actions"
    )
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_actions"
    )
    by_when = models.DateField()
    how_we_will_know = models.TextField(blank=True)
    agreed_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_words = models.TextField("what was done", blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    dropped_because = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("by_when", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(owner=""),
                name="plan_action_says_what_and_who",
                violation_error_message="Say what will be done and who will do it.",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(dropped_on=None), name="plan_action_is_done_or_dropped_not_both"
            ),
            models.CheckConstraint(
                condition=Q(dropped_on=None, dropped_because="")
                | (Q(dropped_on__isnull=False) & ~Q(dropped_because="")),
                name="plan_action_is_dropped_for_a_reason",
                violation_error_message="Say why the action is no longer needed.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_settled(self) -> bool:
        """Whether it is done, or no longer to be done."""
        return self.done_on is not None or self.dropped_on is not None

    def state_on(self, day: date) -> str:
        """Read from the dates: done, dropped, late, or still to do."""
        if self.done_on:
            return self.DONE
        if self.dropped_on:
            return self.DROPPED
        return self.LATE if self.by_when < day else self.TO_DO
