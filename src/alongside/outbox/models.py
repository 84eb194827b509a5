"""Messages that leave the service, each try to send one, and the duties of each day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency, Area, Team
from alongside.keys import new_key


class Endpoint(models.Model):
    """An address of another system, to which events are sent as they happen.

    ``turn`` counts how often its signing secret was changed. The secret itself is kept nowhere: see
    ``webhooks.secret_of``.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="endpoints"
    )
    url = models.URLField(max_length=500)
    events = models.JSONField("the events it hears of", default=list)
    turn = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(url__startswith="https://"),
                name="endpoint_is_encrypted",
                violation_error_message="The address has to start with https://, so that nobody reads along.",
            ),
        ]

    def __str__(self) -> str:
        return self.url


class OutgoingMessage(models.Model):
    """One e-mail or one event, written in the transaction of the act that it tells of.

    ``claimed_until`` is set while a worker is sending it. ``claimed_by`` is the key of that try.
    ``instead`` says what to do where it does not go, and is empty for what can wait. Whoever sent it (``by``) and
    their ``team`` are then told, once: ``escalated_at``.
    """

    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail"
        WEBHOOK = "webhook", "Event to another system"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    to = models.EmailField(blank=True)
    endpoint = models.ForeignKey(
        Endpoint, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    subject = models.CharField("subject, or the event", max_length=200)
    body = models.TextField()
    about = models.CharField("what it is about", max_length=100, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    claimed_by = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    instead = models.CharField("what to do where it does not go", max_length=300, blank=True)
    link = models.CharField(max_length=300, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=("due_at",),
                condition=Q(sent_at=None, failed_at=None),
                name="message_to_send",
            ),
            models.Index(fields=("area", "id"), name="message_by_area"),
            models.Index(
                fields=("made_at",),
                condition=Q(sent_at=None, escalated_at=None) & ~Q(instead=""),
                name="message_that_matters",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="email", endpoint=None) & ~Q(to="")
                | Q(kind="webhook", endpoint__isnull=False),
                name="message_goes_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None), name="message_is_sent_or_failed_not_both"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.made_at:%-d %B %Y}: {self.state}"

    @property
    def state(self) -> str:
        """“sent”, “failed” or “not sent yet”."""
        if self.sent_at:
            return "sent"
        return "failed" if self.failed_at else "not sent yet"


class Attempt(models.Model):
    """One try to send a message. Written before the try, so that one that broke off leaves its trace."""

    class Outcome(models.TextChoices):
        UNKNOWN = "", "Begun; how it ended is not known"
        SENT = "sent", "Taken by the other side"
        REFUSED = "refused", "Refused for good"
        NOT_YET = "not-yet", "Not taken this time"
        BROKEN_OFF = "broken-off", "Broken off: it may or may not have been taken"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    message = models.ForeignKey(OutgoingMessage, on_delete=models.PROTECT, related_name="attempts")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.UNKNOWN, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.get_outcome_display()


class DutyRun(models.Model):
    """One daily duty on one day: when it was begun, when it ended, and what it said."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=100)
    day = models.DateField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.BooleanField(default=False)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-day", "name")
        constraints = [models.UniqueConstraint(fields=("name", "day"), name="duty_once_a_day")]

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%-d %B %Y}"
