"""Notices from the police about children, and what the front door did with each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Area
from alongside.chronology.models import Entry
from alongside.keys import new_key
from alongside.people.models import Person


class PoliceNotice(models.Model):
    """One notice about one child, as the force sent it. It stands with the child's other notices.

    ``child`` is set where a person said so, or a number that is only this child's did. Until then notices
    that describe a child alike share a ``stack``. Triage never changes what was sent.
    """

    class Matched(models.TextChoices):
        NO = "", "Not matched to a record"
        IDENTIFIER = "identifier", "By a number that is only this child's"
        PERSON = "person", "By a practitioner"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    force = models.CharField(max_length=100)
    number = models.CharField("the force's own number", max_length=60)
    happened_at = models.DateTimeField()
    taken_in_at = models.DateTimeField()
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True, blank=True)
    address = models.CharField(max_length=300, blank=True)
    identifiers = models.JSONField("numbers of the child, by scheme", default=dict)
    kind = models.CharField("what it was", max_length=100)
    words = models.TextField()
    officer = models.CharField(max_length=100, blank=True)
    grading = models.CharField("the officer's own grading, in the force's words", max_length=60, blank=True)
    described_key = models.CharField("digest of how the child is described", max_length=40)
    stack = models.CharField("what it stands with", max_length=48)
    child = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="police_notices"
    )
    matched = models.CharField(max_length=10, choices=Matched, blank=True, default="")
    matched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    triage = models.ForeignKey(
        "Triage", on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )

    class Meta:
        indexes = [
            models.Index(fields=("area", "stack"), condition=Q(triage=None), name="notice_waiting"),
            models.Index(fields=("area", "stack", "happened_at"), name="notice_in_stack"),
        ]
        constraints = [
            models.UniqueConstraint(fields=("area", "force", "number", "described_key"), name="notice_taken_in_once"),
            models.CheckConstraint(condition=Q(child=None, matched="") | (Q(child__isnull=False) & ~Q(matched="")),
                                   name="notice_says_how_it_was_matched"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind}, {self.happened_at:%-d %B %Y}"

    @property
    def described(self) -> str:
        """The child as the force describes them."""
        return f"{self.given} {self.family}".strip() or "Child (name not given)"

    @property
    def called(self) -> str:
        """The child as our record calls them, where there is one; otherwise as the force describes them."""
        return self.child.called if self.child else self.described


class NoticeReceipt(models.Model):
    """What became of each notice of one sending: all were taken in, each once, or none.

    lines: for each its line, the force's number and the outcome, and what was wrong with it where it was refused.
    whole: what was wrong with all of it, where its notices could not be told apart: field, what, why and what to do.
    It names no child, and says of none whether they are known.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Taken in"
        DUPLICATE = "duplicate", "Was here already"
        REFUSED = "refused", "Refused"
        LEFT_OUT = "left-out", "Not taken in, because another was refused"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    force = models.CharField(max_length=100)
    name = models.CharField("of the file", max_length=200, blank=True)
    received_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken = models.PositiveIntegerField(default=0)
    again = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    lines = models.JSONField(default=list)
    whole = models.JSONField("what was wrong with all of it", default=list)
    digest = models.CharField("SHA-256 of the file", max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=("area", "received_at"), name="notice_receipt_by_area")]

    def __str__(self) -> str:
        return f"{self.force}, {self.received_at:%-d %B %Y}"


class Triage(models.Model):
    """What was done with the notices of one stack, by whom and why. One that was undone stays, and says so."""

    class Action(models.TextChoices):
        REFERRAL = "referral", "Made a referral"
        JOINED = "joined", "Added to the open case"
        NOTHING_FURTHER = "nothing-further", "No further action"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=20, choices=Action)
    reason = models.TextField(blank=True)
    words = models.CharField("whom it was about", max_length=200)
    count = models.PositiveIntegerField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "triages"
        indexes = [models.Index(fields=("by", "at"), name="triage_by_whom")]
        constraints = [
            models.CheckConstraint(condition=~Q(action="nothing-further") | ~Q(reason=""),
                                   name="triage_without_action_says_why"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.words}"
