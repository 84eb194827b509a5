"""What is kept about signing in beside the password and the second factor."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.keys import new_key


class TemporaryPassword(models.Model):
    """Somebody else knows this practitioner's password: it was made for them, and must be changed at once."""

    practitioner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Temporary password of {self.practitioner}"


class KeptForm(models.Model):
    """What somebody had typed when their sign-in ended: sealed, and given back to nobody else."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    practitioner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    address = models.CharField("the address of the page", max_length=500)
    sealed = models.BinaryField("the fields, encrypted")
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("practitioner", "address"), name="one_form_is_kept_for_each_page")
        ]

    def __str__(self) -> str:
        return f"What {self.practitioner} had typed"
