"""The plan in words for the child, with what the child said about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.keys import new_key
from alongside.plans.models.plan import ChildProtectionPlan


class PlanForTheChild(models.Model):
    """One version of the child's own plan. The latest is shown; earlier ones are kept.

    The lead practitioner explains the plan to the child and agrees it with them, in a way that suits
    their age and understanding (Working Together 2023, page 96).
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="for_the_child")
    written_on = models.DateField()
    who_helps = models.TextField("who is helping", blank=True)
    worries = models.TextField("what we are worried about")
    promises = models.TextField("what grown-ups promised, and by when")
    what_next = models.TextField("what happens next", blank=True)
    disagree = models.TextField("how to say “I don't agree”", blank=True)
    explained_on = models.DateField("explained to the child on", null=True, blank=True)
    child_said = models.TextField("what the child said about it", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-written_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(worries="") & ~Q(promises=""),
                name="plan_for_the_child_says_something",
                violation_error_message="Say what people are worried about and what they promised.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.child}'s own version of the plan"
