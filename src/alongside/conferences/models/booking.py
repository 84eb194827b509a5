"""A conference to come: when, where, about whom, and who is invited."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency, Area
from alongside.cases.models import Case
from alongside.conferences.models.conference import Conference, Kind
from alongside.keys import new_key
from alongside.moments import day_of


class BookingQuerySet(models.QuerySet["Booking"]):
    """Queries that read as phrases."""

    def to_come(self) -> BookingQuerySet:
        """Booked, not held and not cancelled."""
        return self.filter(conference=None, cancelled_because="")

    def about(self, case: Case) -> BookingQuerySet:
        return self.filter(pk__in=BookingChild.objects.filter(case=case).values("booking"))


class Booking(models.Model):
    """An intention, not yet something that happened to a child: so nothing of it is in the chronology.

    timing_reason: why this day, where it is later than the guidance expects or no working day.
    reports_by: the day by which reports are wanted. called_at: since when people are invited to this day: stood down,
    the conference is booked for another, and everybody is asked anew.
    conference: what came of it.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15, choices=Kind)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    timing_reason = models.TextField("why this day", blank=True)
    reports_by = models.DateField("reports wanted by", null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.TextField(blank=True)
    conference = models.OneToOneField(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="booking"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "id")
        indexes = [models.Index(fields=("area", "starts_at"), name="conference_booking_by_area")]
        constraints = [
            models.CheckConstraint(
                condition=Q(conference=None) | Q(cancelled_because=""),
                name="conference_booking_is_held_or_cancelled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%-d %B %Y}"

    @property
    def day(self) -> date:
        """The day in England on which it starts."""
        return day_of(self.starts_at)


class BookingChild(models.Model):
    """A child whom a booked conference is about."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="children")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conference_bookings")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("booking", "case"), name="conference_booking_once_for_each_child"
            ),
        ]

    def __str__(self) -> str:
        return str(self.case.child)


class Invitation(models.Model):
    """Someone asked to come, whether they are asked for a report, and what they answered.

    answered_by: who answered, in words, because a guest without an account may.
    sends: whom they send in their place. asked_again_on: the last day on which their report was asked for again.
    """

    class Answer(models.TextChoices):
        ACCEPTS = "accepts", "Comes"
        SENDS = "sends", "Sends someone else"
        DECLINES = "declines", "Cannot come"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="invitations")
    name = models.CharField(max_length=150)
    part = models.CharField("their part", max_length=100, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    report_wanted = models.BooleanField(default=False)
    asked_again_on = models.DateField(null=True, blank=True)
    invited_on = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answer_reason = models.TextField("why", blank=True)
    sends = models.CharField("whom they send", max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("booking", "name"), name="conference_invitation_once_for_each"),
            models.CheckConstraint(condition=~Q(name=""), name="conference_invitation_is_named"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="conference_invitation_is_answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(answer="declines") | ~Q(answer_reason=""),
                name="conference_invitation_is_declined_for_a_reason",
                violation_error_message="Say why you cannot come.",
            ),
            models.CheckConstraint(
                condition=(Q(answer="sends") & ~Q(sends="")) | (~Q(answer="sends") & Q(sends="")),
                name="conference_invitation_says_who_is_sent",
                violation_error_message="Say whom you send in your place.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
