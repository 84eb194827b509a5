"""Conflicts of interest: a record closed to one practitioner, and what has still to be settled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class Restriction(models.Model):
    """A child's record closed to a practitioner, for example because they are a relative. It always wins."""

    class Ground(models.TextChoices):
        DECLARED = "declared", "They said so themselves"
        FOUND = "found", "A manager found it"
        ADMINISTRATION = "administration", "An administrator was told of it"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="restrictions")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="restrictions"
    )
    ground = models.CharField(max_length=20, choices=Ground, default=Ground.ADMINISTRATION)
    why = models.CharField(max_length=200)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_because = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("child", "practitioner"),
                condition=models.Q(to_on=None),
                name="restriction_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child} is closed to {self.practitioner}"


class ConflictReport(models.Model):
    """A possible conflict of interest that a manager of the front door has to settle, and how it was settled.

    ``declared``: a practitioner named a child or a family whose record they cannot open; ``words`` says whom.
    ``found``: the names on record match; the child is then known from the start.
    """

    class How(models.TextChoices):
        DECLARED = "declared", "Declared by the practitioner"
        FOUND = "found", "Found in the record"

    class Outcome(models.TextChoices):
        CLOSED = "closed", "The record is closed to them"
        NONE = "none", "There is no conflict"
        NOT_KNOWN = "not-known", "No record of these people is known"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    how = models.CharField(max_length=10, choices=How)
    words = models.TextField()
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    settled_because = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=("area", "made_at"), condition=Q(settled_at=None), name="conflict_to_settle")
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="conflict_report_says_something"),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, outcome="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(outcome="")),
                name="conflict_is_settled_by_somebody",
            ),
            models.UniqueConstraint(
                fields=("practitioner", "child"), condition=Q(how="found"), name="conflict_found_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.get_how_display().lower()}"
