"""What was changed of who works here."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.agencies.models import Area
from alongside.keys import new_key


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
