"""Who has opened a record and why; what was changed of who works here."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class Opening(models.Model):
    """One opening of a child's record: by whom, when, on what ground. Written once."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="openings")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="openings"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    page = models.CharField(max_length=200)
    reasons = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=("child", "opened_at"), name="opening_by_child")]

    def __str__(self) -> str:
        return f"{self.practitioner} opened {self.child}"


class AdministrativeChange(models.Model):
    """One change to an area's agencies, teams, practitioners or settings: who made it, when. Written once."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.CharField(max_length=500)

    class Meta:
        indexes = [models.Index(fields=("area", "id"), name="change_by_area")]
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="change_says_something")]

    def __str__(self) -> str:
        return self.words
