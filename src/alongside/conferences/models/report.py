"""What an agency tells a conference before it meets."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.conferences.models.booking import Booking
from alongside.keys import new_key


class ConferenceReport(models.Model):
    """One agency's report to one conference, and whether the family has had it.

    words: by the key of each heading of the rule ``child-protection.conference-report``.
    not_shared_because: whether and when a report may go to parents is considered with the police and the
    chair (Working Together 2023, page 94); where it has not gone, why. consulted: what they said.
    sent_as: whether children's social care wrote down what came, the agency sent it itself, or a guest did.
    What was sent is not changed any more: an addendum is added.
    """

    class SentAs(models.TextChoices):
        RECORDED = "recorded", "Written down by children's social care"
        AGENCY = "agency", "Sent by the agency"
        GUEST = "guest", "Sent by a guest of the conference"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="conference_reports")
    written_by = models.CharField(max_length=150)
    received_on = models.DateField()
    words = models.JSONField(default=dict, blank=True)
    shared_on = models.DateField("shared with the family on", null=True, blank=True)
    not_shared_because = models.TextField(blank=True)
    consulted = models.TextField(
        "who was asked whether the parents may have it, and what they said", blank=True
    )
    sent_as = models.CharField(max_length=10, choices=SentAs, default=SentAs.RECORDED)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("received_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("booking", "agency"), name="conference_report_once_for_each_agency"
            ),
            models.CheckConstraint(condition=~Q(written_by=""), name="conference_report_has_an_author"),
            models.CheckConstraint(
                condition=Q(shared_on=None) | Q(not_shared_because=""),
                name="conference_report_is_shared_or_not",
                violation_error_message="Give the day it was shared, or say why it was not; not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"Report from {self.agency}"


class ReportAddendum(models.Model):
    """What an agency added to its report after it was sent. Written once."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    report = models.ForeignKey(ConferenceReport, on_delete=models.PROTECT, related_name="addenda")
    words = models.TextField()
    written_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "report addenda"
        ordering = ("recorded_at", "id")
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="report_addendum_says_something")]

    def __str__(self) -> str:
        return f"Added to the {str(self.report)[:1].lower()}{str(self.report)[1:]}"
