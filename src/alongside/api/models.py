"""Systems of agencies that may ask: for whom, for what, and until when."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.keys import new_key
from alongside.outbox.models import Endpoint


class Permission(models.TextChoices):
    """What a token may be used for. What it then finds is for the policies, as on the pages."""

    REFER = "refer", "Send referrals, and follow them"
    POLICE_NOTICES = "police-notices", "Send police notices"
    READ_CHILDREN = "read-children", "Read about the children its agency works with"
    READ_CHRONOLOGY = "read-chronology", "Read what happened to them"
    READ_DEADLINES = "read-deadlines", "Read what is due for them"
    SEND_INFORMATION = "send-information", "Send information about the children its agency works with"
    CHANGE_DETAILS = "change-details", "Change their details"
    HEAR_EVENTS = "hear-events", "Hear of events as they happen"


class ApiClient(models.Model):
    """One system of one agency. It sees what ``practitioner`` sees, in ``areas`` and nowhere else.

    ``practitioner`` is not a person and can never sign in: it carries the post by which the policies
    decide. Of the token only a digest is kept.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="systems")
    areas = models.ManyToManyField(Area, related_name="systems")
    practitioner = models.OneToOneField(Practitioner, on_delete=models.PROTECT, related_name="system")
    permissions = models.JSONField(default=list)
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    #: The minute of the last request, and how many there were in it.
    last_used_at = models.DateTimeField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("agency", "name"), condition=Q(revoked_at=None), name="system_named_once",
                violation_error_message="This agency has a system of this name already.",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="token_ends_after_it_begins"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def is_good(self, now: datetime) -> bool:
        """Whether its token opens anything at this moment."""
        return self.revoked_at is None and now < self.expires_at

    def state(self, now: datetime) -> str:
        if self.revoked_at:
            return "revoked"
        return "expired" if now >= self.expires_at else "in use"


class Subscription(models.Model):
    """A system that hears of events, and at which address. The events are on the endpoint."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    client = models.ForeignKey(ApiClient, on_delete=models.PROTECT, related_name="subscriptions")
    endpoint = models.OneToOneField(Endpoint, on_delete=models.PROTECT, related_name="subscription")

    def __str__(self) -> str:
        return str(self.endpoint)
