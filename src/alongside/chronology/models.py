"""What happened to a child: entries written once, in order, with two kinds of time."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.access.marks import Mark
from alongside.agencies.models import Area
from alongside.cases.models import Case, CaseRecord
from alongside.keys import new_key
from alongside.people.models import Person


class EntryQuerySet(models.QuerySet["Entry"]):
    """Queries over what happened that read as phrases."""

    def standing(self) -> EntryQuerySet:
        """Entries that no later entry corrects."""
        return self.filter(corrected_by=None)

    def in_order(self) -> EntryQuerySet:
        """As it happened; within a day by the time where there is one, then as recorded."""
        return self.order_by("happened_on", F("happened_at").asc(nulls_last=True), "recorded_at", "id")


class Entry(models.Model):
    """One thing that happened.

    ``happened_on`` is the day it happened to the child. ``recorded_at`` is when someone told us.
    Rules read the first; only audit reads the second. ``sealed_for`` names why it is for named eyes only
    (see ``alongside.access.marks``); empty for nearly all.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="chronology")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="chronology")
    kind = models.CharField(max_length=80)
    happened_on = models.DateField()
    happened_at = models.DateTimeField(null=True, blank=True)
    details = models.JSONField(default=dict)
    source = models.CharField(max_length=100, blank=True)
    sealed_for = models.CharField(
        "marked as", max_length=20, choices=Mark, blank=True, default="", db_default=""
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    corrects = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
    )
    correction_reason = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=("child", "happened_on"), name="entry_by_child"),
            models.Index(fields=("case", "happened_on"), name="entry_by_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(correction_reason=""),
                name="correction_gives_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.happened_on:%-d %B %Y}"


class Shortfall(models.Model):
    """Something the guidance expected that was not there when an act was recorded. Written once, never a bar."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shortfalls")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="shortfalls")
    rule_id = models.CharField(max_length=80)
    words = models.TextField()
    explanation = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=("case",), name="shortfall_by_case")]

    def __str__(self) -> str:
        return self.words


class ActRecord(CaseRecord):
    """A record made by one act: it knows the entry in the chronology that tells of it.

    ``day_field`` names the record's own day, so that a correction can move both together.
    """

    day_field = ""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="%(class)s", null=True)

    class Meta:
        abstract = True
