"""Referrals by people without an account: their drafts, their receipts, and what they say when unhappy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person


class Draft(models.Model):
    """A referral somebody is writing. Found only by a key that they hold; we keep no more than its digest."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    key_digest = models.CharField(max_length=64, unique=True)
    answers = models.JSONField("what was typed, page by page, as it was sent", default=dict)
    email = models.EmailField("address of a practitioner without an account", blank=True)
    proof_digest = models.CharField(max_length=64, blank=True, db_index=True)
    email_proven_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField(db_index=True)
    source = models.CharField(
        "digest of the address it was begun from", max_length=64, blank=True, db_index=True
    )
    is_short = models.BooleanField("whether it is kept for a day only", default=False)

    def __str__(self) -> str:
        return f"Draft of {self.saved_at:%-d %B %Y}"


class Receipt(models.Model):
    """That a referral was received, through which door and when. One for each submission.

    The secret of its status page is kept only as a digest. What came over the limits, or filled in what only
    machines see, is held: it stays here, whole, until somebody at the front door has looked at it.
    """

    class Door(models.TextChoices):
        PUBLIC = "public-form", "The public form"
        API = "api", "Another system"
        POLICE = "police-notices", "Police notices"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True)
    reference = models.CharField(max_length=20, unique=True)
    door = models.CharField(max_length=20, choices=Door)
    sender = models.CharField("who sent it, to tell repeats apart", max_length=200)
    idempotency_key = models.CharField(max_length=200)
    digest = models.CharField("digest of what was sent", max_length=64)
    status_digest = models.CharField(max_length=64, unique=True)
    children_typed = models.JSONField("the children, as the referrer named them", default=list)
    made_at = models.DateTimeField()
    email = models.EmailField(blank=True)
    proof_digest = models.CharField(max_length=64, blank=True, db_index=True)
    email_proven_at = models.DateTimeField(null=True, blank=True)
    held_because = models.CharField(max_length=200, blank=True)
    payload = models.JSONField("what was sent, while it is held", null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_aside_because = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=("area", "made_at"), condition=~Q(held_because="") & Q(looked_at=None),
                         name="receipt_held"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=("sender", "idempotency_key"), name="receipt_once_for_each_sending"),
            models.CheckConstraint(condition=Q(held_because="") | Q(looked_at__isnull=False) | Q(payload__isnull=False),
                                   name="receipt_held_keeps_what_was_sent"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def is_held(self) -> bool:
        return bool(self.held_because) and self.looked_at is None


class Unhappy(models.Model):
    """A referrer who is not happy with what happened to their referral, and what they were answered."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(db_index=True)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    contact = models.CharField("how they can be reached", max_length=200, blank=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_by = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "unhappy referrers"
        indexes = [
            models.Index(fields=("area", "said_at"), condition=Q(answered_at=None), name="unhappy_waiting")
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="unhappy_says_why"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="unhappy_answer_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"Unhappy since {self.said_at:%-d %B %Y}"
