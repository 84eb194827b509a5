"""What an agency says became of an action that a plan gave it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.family_help.models import ChildInNeedPlanAction
from alongside.plans.models import Action


class ActionAnswer(ActRecord):
    """One answer: done, not done yet, or cannot be done. The latest of them stands."""

    class Answer(models.TextChoices):
        DONE = "done", "It is done"
        NOT_YET = "not-yet", "It is not done yet"
        CANNOT = "cannot", "We cannot do it"

    day_field = "answered_on"

    protection_action = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    in_need_action = models.ForeignKey(
        ChildInNeedPlanAction, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer)
    words = models.TextField()
    answered_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(protection_action=None, in_need_action__isnull=False)
                | Q(protection_action__isnull=False, in_need_action=None),
                name="action_answer_is_about_one_action",
            ),
            models.CheckConstraint(
                condition=~Q(words=""),
                name="action_answer_says_something",
                violation_error_message="Say in a sentence what was done, or why it was not.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.get_answer_display()}"
