"""What is kept about signing in beside the password and the second factor."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class TemporaryPassword(models.Model):
    """Somebody else knows this practitioner's password: it was made for them, and must be changed at once."""

    practitioner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Temporary password of {self.practitioner}"
