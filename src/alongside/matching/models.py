"""By what people are found again, which records may be the same person's, and which have been joined."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class Spelling(models.Model):
    """One way in which a person's name may be written or heard, by which they are found again.

    Worked out from the names, and always able to be: ``alongside matching rebuild`` makes the same rows.
    words: a given and a family name, folded. sounds: what both sound like, in the order of the letters, so
    that names told the other way round are found. begins and ends: the first and the last two letters of each.
    by_birth: whether it stands for those of the person that differ from it in sound alone, where people are found
    by their day of birth. area and born_on are the person's: so one index finds people and knows who may see them.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="spellings")
    words = models.CharField(max_length=200)
    given_sound = models.CharField(max_length=40)
    family_sound = models.CharField(max_length=40, blank=True)
    sounds = models.CharField(max_length=81)
    begins = models.CharField(max_length=5)
    ends = models.CharField(max_length=5)
    by_birth = models.BooleanField(default=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", db_index=False)
    born_on = models.DateField(null=True)

    class Meta:
        # What follows what is asked for is there to be read from the index alone.
        indexes = [
            models.Index(fields=("sounds", "born_on", "area", "person", "words"), name="spelling_by_sounds"),
            models.Index(
                fields=("begins", "ends", "born_on", "area", "person", "words"), name="spelling_by_begins"
            ),
            models.Index(
                fields=("born_on", "by_birth", "begins", "area", "person", "words"), name="spelling_by_birth"
            ),
            models.Index(fields=("ends",), name="spelling_by_ends"),
            models.Index(fields=("given_sound",), name="spelling_by_given_sound"),
            models.Index(fields=("family_sound",), name="spelling_by_family_sound"),
        ]

    def __str__(self) -> str:
        return self.words


class MaybeSame(models.Model):
    """Two records that may be the same person's, and what a person has said about them.

    levels: how each field compared when they were found, by the names in ``comparing``. Never a number.
    ``one`` has the smaller key, so that two records are listed once.
    """

    class Found(models.TextChoices):
        SEARCH = "search", "When a record was made"
        BATCH = "batch", "By going through all records"

    class Settled(models.TextChoices):
        OPEN = "", "Nobody has said yet"
        NOT_SAME = "not-same", "Not the same"
        JOINED = "joined", "Joined"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    found = models.CharField(max_length=10, choices=Found)
    found_at = models.DateTimeField(default=timezone.now)
    levels: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    band = models.CharField(max_length=10)
    settled = models.CharField(max_length=10, choices=Settled, default=Settled.OPEN, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=("area", "settled", "found_at"), name="maybe_same_by_area")]
        constraints = [
            models.UniqueConstraint(fields=("one", "other"), name="maybe_same_listed_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="maybe_same_in_order"),
            models.CheckConstraint(
                condition=Q(settled="") | (Q(settled_by__isnull=False) & ~Q(why="")),
                name="maybe_same_settled_by_somebody_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class Joining(models.Model):
    """Two records joined because they are one person's, by whom and why, until they are parted again.

    No row of either record moves: what reads a record reads those joined to it. ``kept`` is the one whose
    page shows both. choices: for each field in which they differed, which was chosen, and what ``kept`` said
    before. While it is in force what closes one of the two closes both (``access.policies``).
    It is in force from ``joined_at`` to ``parted_at``; before that it waits for a second person.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="joinings")
    joined = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="joined_into")
    reason = models.TextField()
    choices: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    needs_second = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    joined_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("joined",), condition=Q(parted_at=None), name="joining_into_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(kept=F("joined")), name="joining_is_of_two"),
            models.CheckConstraint(condition=~Q(reason=""), name="joining_has_a_reason"),
            models.CheckConstraint(
                condition=Q(parted_at=None) | (Q(parted_by__isnull=False) & ~Q(parted_because="")),
                name="joining_is_parted_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(needs_second=False) | Q(joined_at=None) | Q(confirmed_by__isnull=False),
                name="joining_confirmed_where_a_second_is_needed",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")),
                name="joining_confirmed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.joined} joined to {self.kept}"


class Together(models.Model):
    """Two of the records that are joined now, one row each way round, and each with itself: what the policies follow.

    Worked out from the joinings in force, in the transaction of each joining and parting.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="together")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("child", "other"), name="together_once")]

    def __str__(self) -> str:
        return f"{self.child} with {self.other}"
