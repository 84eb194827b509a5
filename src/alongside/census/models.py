"""What was read in: each return, and what it said of each child, so that reading it again changes nothing."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class ImportedReturn(models.Model):
    """One reading of one file. ``digest`` is the SHA-256 of the file, so that it can be told which it was."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("year in which the collection ends")
    serial = models.CharField(max_length=20, blank=True)
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("started_at",)

    def __str__(self) -> str:
        return f"{self.file_name}, {self.year}"


class ReturnedChild(models.Model):
    """What the latest return that was loaded said of one child, in a form that can be compared.

    ``number`` is the authority's own for the child. ``facts`` are the steps and details that were
    loaded, by their keys; the records of the child themselves are elsewhere, and grow on.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="returned")
    number = models.CharField("local authority child identifier", max_length=20)
    facts = models.JSONField()
    imported = models.ForeignKey(ImportedReturn, on_delete=models.PROTECT, related_name="children")
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("area", "number"), name="returned_child_once_for_each_number")
        ]

    def __str__(self) -> str:
        return self.number
