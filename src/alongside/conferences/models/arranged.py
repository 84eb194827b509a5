"""What is decided around a conference: before a birth, who is kept away, and whether enough people were there.

Who is kept away and how many must be there is an area's own procedure: Working Together sets neither.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Area
from alongside.chronology.models import ActRecord
from alongside.conferences.models.booking import Booking, Invitation
from alongside.conferences.models.conference import ConferenceDecision
from alongside.keys import new_key
from alongside.people.models import Person


class BeforeBirth(ActRecord):
    """Whether to hold a conference before an unborn child is born (Working Together 2023, page 93), as it was considered."""

    class Decision(models.TextChoices):
        BEFORE = "before-birth", "Hold one before the birth"
        NOT_BEFORE = "not-before-birth", "Do not hold one before the birth"

    day_field = "considered_on"

    considered_on = models.DateField()
    decision = models.CharField(max_length=20, choices=Decision)
    reasons = models.TextField()

    class Meta:
        verbose_name_plural = "considered before birth"
        ordering = ("considered_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons="") & Q(decision__in=("before-birth", "not-before-birth")),
                name="conference_before_birth_is_decided_for_reasons",
                violation_error_message="Say whether to hold one before the birth, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}, {self.considered_on:%-d %B %Y}"


class KeptAway(models.Model):
    """The chair's exceptional decision that somebody does not take part in a conference, or in a part of it.

    away_from: the whole of it, or which part. views_come: how what they want to say reaches the conference.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="kept_away")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=150)
    part = models.CharField("who they are", max_length=100, blank=True)
    away_from = models.CharField(max_length=200)
    reasons = models.TextField()
    views_come = models.TextField("how their views come")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "kept away"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(away_from="") & ~Q(reasons="") & ~Q(views_come=""),
                name="kept_away_says_who_from_what_why_and_how_instead",
                violation_error_message="Say who is kept away, from what, why, and how their views come instead.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} is kept away from {self.away_from}"


class EnoughThere(models.Model):
    """Too few were there: the chair decides to go on, or to stand the conference down to another day.

    booked_for: when it was to be. asked_for: how many agencies the area asks for, in words of that day.
    interim_plan, meets_again_at: where it is stood down. The limit for the conference goes on running from its first day.
    """

    class Decision(models.TextChoices):
        GOES_ON = "goes-on", "Go on all the same"
        STOOD_DOWN = "stood-down", "Stand the conference down"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="enough_there")
    booked_for = models.DateTimeField()
    asked_for = models.CharField(max_length=300, blank=True)
    there = models.TextField("who was there")
    missing = models.TextField("who was missing")
    decision = models.CharField(max_length=20, choices=Decision)
    reasons = models.TextField()
    interim_plan = models.TextField("what keeps the child safe meanwhile", blank=True)
    meets_again_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "enough there"
        ordering = ("recorded_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(decision="goes-on", interim_plan="", meets_again_at=None))
                | (Q(decision="stood-down", meets_again_at__isnull=False) & ~Q(interim_plan="")),
                name="conference_stood_down_has_a_plan_and_a_day",
                violation_error_message="Say what keeps the child safe meanwhile, and when the conference meets again.",
            ),
            models.CheckConstraint(
                condition=~Q(there="") & ~Q(missing="") & ~Q(reasons=""),
                name="enough_there_says_who_and_why",
                violation_error_message="Say who was there, who was missing, and why you decide so.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}, {self.booked_for:%-d %B %Y}"


class Quorum(models.Model):
    """How many agencies beside children's social care an area wants at a conference, from a day. Local: no guidance says."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    agencies = models.PositiveSmallIntegerField("agencies besides children's social care")
    because = models.TextField("where it is written")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "quorums"
        ordering = ("area", "-from_on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(because=""),
                name="quorum_says_where_it_is_written",
                violation_error_message="Say where this is written.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agencies} agencies from {self.from_on:%-d %B %Y}"


class PapersGiven(models.Model):
    """One person's own papers for a conference, given: to whom, when, how, and the digest of what they said.

    The papers are made when they are asked for, from what this reader may see then; they are not kept themselves.
    """

    class How(models.TextChoices):
        BY_HAND = "by-hand", "By hand"
        POST = "post", "By post"
        SECURE_EMAIL = "secure-email", "By secure e-mail"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="papers_given")
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="papers_given")
    given_on = models.DateField()
    how = models.CharField(max_length=20, choices=How)
    left_out = models.PositiveSmallIntegerField("parts left out", default=0)
    digest = models.CharField("digest of what they said", max_length=64)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "papers given"
        ordering = ("recorded_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=("by-hand", "post", "secure-email")),
                name="conference_papers_given_somehow",
            ),
        ]

    def __str__(self) -> str:
        return f"Papers for {self.invitation}, {self.given_on:%-d %B %Y}"


class ConsideredAtReview(models.Model):
    """Another child of the household, and what a review said about them (Working Together 2023, pages 98-99)."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    decision = models.ForeignKey(ConferenceDecision, on_delete=models.PROTECT, related_name="considered")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        verbose_name_plural = "considered at reviews"
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("decision", "child"), name="considered_once_at_a_review"),
            models.CheckConstraint(condition=~Q(words=""), name="considered_at_a_review_in_words"),
        ]

    def __str__(self) -> str:
        return f"{self.child}, considered"
