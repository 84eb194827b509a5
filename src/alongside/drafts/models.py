"""What somebody is still writing."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.keys import new_key
from alongside.people.models import Person


class Draft(models.Model):
    """What somebody has typed on one page and not sent: sealed, and given back to nobody else.

    child: whose record the page is of, where it is one's: it goes when that record is destroyed.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    practitioner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    address = models.CharField("the address of the page", max_length=500)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.TextField("what the page is called, encrypted")
    sealed = models.BinaryField("the fields, encrypted")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("practitioner", "address"), name="one_draft_for_each_page")
        ]

    def __str__(self) -> str:
        return f"What {self.practitioner} has not finished"
