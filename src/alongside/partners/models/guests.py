"""A way in for one purpose, for somebody without an account."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Area
from alongside.conferences.models import Invitation
from alongside.front_door.models import CheckRequest
from alongside.keys import new_key


class GuestLink(models.Model):
    """A link for one invitation, or one question of the front door: to whom it went, until when, and what became of it.

    Neither the link nor the code is kept: only digests, which show that what is brought is what was sent.
    wrong_codes: since the last code was sent. codes_sent: in all.
    """

    class Purpose(models.TextChoices):
        REPORT = "conference-report", "Write a report to a conference"
        REPLY = "meeting-reply", "Answer an invitation to a conference"
        CHECK = "front-door-check", "Answer a question of the front door"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, null=True, blank=True, related_name="guest_links"
    )
    asked = models.ForeignKey(
        CheckRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="guest_links"
    )
    name = models.CharField("who answers the front door", max_length=150, blank=True)
    purpose = models.CharField(max_length=20, choices=Purpose)
    email = models.EmailField()
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    code_digest = models.CharField(max_length=64, blank=True)
    code_sent_at = models.DateTimeField(null=True, blank=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(purpose="front-door-check", invitation=None, asked__isnull=False) & ~Q(name=""))
                | (Q(invitation__isnull=False, asked=None) & ~Q(purpose="front-door-check")),
                name="guest_link_is_for_what_it_says",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="guest_link_lasts_a_while"),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="guest_link_is_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Link for {self.name or self.invitation}"

    def stands(self, now: datetime) -> bool:
        """Whether it still leads anywhere: not used, not withdrawn, not run out."""
        return self.done_at is None and self.revoked_at is None and now < self.expires_at
