"""What somebody answered when they were shown a fact from an earlier record: is it still so?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.cases.models import Case
from alongside.keys import new_key


class StillTrue(models.Model):
    """One fact of an earlier record, shown to whoever writes a new one, and what they said of it.

    asked_for: the key of the new record. fact, topic: the key of the earlier record, and what it was offered
    under. source, recorded_on, words: as it was shown. now_so: what is so instead, where it has changed.
    """

    class Answer(models.TextChoices):
        YES = "yes", "Yes, it is still so"
        CHANGED = "changed", "It has changed"
        NOT_ASKED = "not-asked", "Not asked"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    asked_for = models.UUIDField()
    fact = models.UUIDField()
    topic = models.CharField(max_length=60)
    source = models.CharField(max_length=200)
    recorded_on = models.DateField(null=True, blank=True)
    words = models.TextField()
    answer = models.CharField(max_length=10, choices=Answer)
    now_so = models.TextField("what is so now", blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "facts that were asked about"
        indexes = [models.Index(fields=("case", "answer"), name="still_true_by_case")]
        constraints = [
            models.UniqueConstraint(fields=("asked_for", "topic", "fact"), name="still_true_asked_once"),
            models.CheckConstraint(
                condition=(Q(answer="changed") & ~Q(now_so="")) | (~Q(answer="changed") & Q(now_so="")),
                name="still_true_says_what_has_changed",
                violation_error_message="Say what is so now, where it has changed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_answer_display()}"
