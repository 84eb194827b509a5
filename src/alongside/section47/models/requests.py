"""Another agency asks for a conference, and the local authority answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord


class RequestForConference(ActRecord):
    """An agency that is seriously concerned for a child asks for a child protection conference."""

    day_field = "requested_on"

    requested_on = models.DateField("day of the request")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    practitioner = models.CharField("who asks", max_length=100)
    reasons = models.TextField()
    answer = models.OneToOneField(
        "AnswerToRequest", on_delete=models.PROTECT, null=True, blank=True, related_name="request"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons="") & ~Q(practitioner=""),
                name="request_for_conference_says_who_and_why",
                violation_error_message="Enter who asks for the conference, and why.",
            ),
            models.UniqueConstraint(
                fields=("case", "agency"),
                condition=Q(answer=None),
                name="request_for_conference_waits_once",
                violation_error_message="This agency's request is already waiting for an answer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} asked for a conference on {self.requested_on:%-d %B %Y}"


class AnswerToRequest(ActRecord):
    """What the local authority answered, and why."""

    day_field = "answered_on"

    class Decision(models.TextChoices):
        CONFERENCE = "conference", "A conference is convened"
        NO_CONFERENCE = "no-conference", "No conference is convened"

    answered_on = models.DateField("day of the answer")
    decision = models.CharField(max_length=20, choices=Decision)
    reasons = models.TextField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="answer_to_request_gives_its_reasons",
                violation_error_message="Enter the reasons for the answer.",
            ),
            models.CheckConstraint(
                condition=Q(decision__in=("conference", "no-conference")),
                name="answer_to_request_decides",
                violation_error_message="Say whether a conference is convened.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}, {self.answered_on:%-d %B %Y}"
