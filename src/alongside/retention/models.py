"""Holds on records, and how long an area keeps what no law sets a time for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.models import Person
from alongside.retention.disposal_models import CoolingPeriod, Disposal, DisposalLine, Erasing

__all__ = [
    "CoolingPeriod", "Disposal", "DisposalLine", "Erasing", "LegalHold", "LocalPeriod", "PackPart", "PackSpan",
    "Rectification", "SubjectRequest",
]  # fmt: skip


class HoldQuerySet(models.QuerySet["LegalHold"]):
    """Queries over holds that read as phrases."""

    def standing(self) -> HoldQuerySet:
        return self.filter(to_on=None)


class LegalHold(models.Model):
    """A child's record that must not be disposed of: for an inquiry, a claim, or a court. It always wins."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_holds")
    reason = models.TextField()
    from_on = models.DateField("from")
    review_on = models.DateField("reviewed on")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to_on = models.DateField("to", null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("child",), condition=Q(to_on=None), name="hold_standing")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="hold_gives_a_reason"),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("from_on")),
                name="hold_is_reviewed_later",
                violation_error_message="A hold is reviewed on a day after it begins.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None, lifted_by=None, lifted_because="")
                | (Q(to_on__gte=F("from_on"), lifted_by__isnull=False) & ~Q(lifted_because="")),
                name="hold_is_lifted_by_somebody_who_says_why",
                violation_error_message="Lifting a hold needs a day, not before it began, and a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hold on {self.child}, from {self.from_on:%-d %B %Y}"


class LocalPeriod(models.Model):
    """How long one area keeps records that no law sets a time for, from a day on. The latest that began holds.

    Nothing here is law: ``decided_by`` says whose decision it is.
    """

    class Group(models.TextChoices):
        PLAN = "plan", "Children who had a child protection plan"
        HELP = "help", "Children who were assessed or had a child-in-need plan"
        REFERRAL = "referral", "Children about whom there was a referral and no more"

    class Clock(models.TextChoices):
        BIRTH = "birth", "the child’s date of birth"
        CLOSED = "closed", "the day the last case was closed"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    group = models.CharField("whose records", max_length=10, choices=Group)
    clock = models.CharField("counted from", max_length=10, choices=Clock)
    years = models.PositiveSmallIntegerField()
    decided_by = models.CharField("where this was decided", max_length=200)
    from_on = models.DateField("from")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=("area", "group", "from_on"), name="local_period_by_group")]
        constraints = [
            models.CheckConstraint(
                condition=Q(years__gte=1, years__lte=150),
                name="local_period_is_years",
                violation_error_message="Enter between 1 and 150 years.",
            ),
            models.CheckConstraint(condition=~Q(decided_by=""), name="local_period_says_whose"),
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()}: {self.years} years from {self.get_clock_display()}"


class SubjectRequest(models.Model):
    """Somebody asks for the record about them. The pack holds the record as it stood when this was recorded.

    Two people answer it: whoever decides what is covered, and a second who reads it and signs.
    """

    class AsksAs(models.TextChoices):
        SUBJECT = "subject", "The person the record is about"
        PARENT = "parent", "Somebody with parental responsibility, for the child"
        REPRESENTATIVE = "representative", "Somebody who acts for them, such as a solicitor or an advocate"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="subject_requests")
    asked_by = models.CharField("who asks", max_length=150)
    asks_as = models.CharField(max_length=20, choices=AsksAs)
    identity = models.TextField("how their identity was checked")
    received_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField(null=True, blank=True)
    given_to = models.CharField(max_length=150, blank=True)
    given_how = models.TextField(blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=("child", "received_on"), name="subject_request_by_child")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(identity=""), name="subject_request_says_how_identity_was_checked"
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None)
                | (Q(signed_at__isnull=False) & ~Q(signed_by=F("recorded_by"))),
                name="subject_request_is_signed_by_another",
                violation_error_message="Somebody else than who recorded the request signs it.",
            ),
            models.CheckConstraint(
                condition=Q(given_on=None, given_by=None, given_to="", given_how="")
                | (
                    Q(given_on__isnull=False, given_by__isnull=False, signed_at__isnull=False)
                    & ~Q(given_to="")
                ),
                name="subject_request_is_given_once_signed",
                violation_error_message="Nothing is given before a second reader has signed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_by} asks for the record of {self.child}"


class PackPart(models.Model):
    """One piece of the record in the pack that answers a request: what it is called, its day, and what it says."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField()
    kind = models.CharField("kind of record", max_length=80)
    record = models.UUIDField()
    title = models.CharField(max_length=150)
    on = models.DateField(null=True, blank=True)
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("request", "number"), name="pack_part_has_its_place"),
            models.UniqueConstraint(fields=("request", "kind", "record"), name="pack_part_is_there_once"),
        ]

    def __str__(self) -> str:
        return self.title


class PackSpan(models.Model):
    """Words of a part that may tell of somebody else. Proposed from how the record is built; a person decides."""

    class Why(models.TextChoices):
        REFERRER = "referrer", "Who made a referral, or told something"
        NAME = "name", "Another person’s name"
        ADDRESS = "address", "A protected address"
        MARKED = "marked", "Marked for named readers"
        READER = "reader", "Found by a reader"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    part = models.ForeignKey(PackPart, on_delete=models.PROTECT, related_name="spans")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    why = models.CharField(max_length=10, choices=Why)
    covered = models.BooleanField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="pack_span_has_words"),
            models.CheckConstraint(
                condition=Q(covered=None, decided_by=None, decided_at=None)
                | Q(covered__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="pack_span_is_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_why_display()}, {self.start} to {self.end}"


class Rectification(models.Model):
    """Somebody says that an entry is wrong, what they want instead, and what became of that.

    Where the entry is not corrected, the disagreement stays beside it.
    """

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", "The entry was corrected"
        DISAGREEMENT = "disagreement", "The entry stays, and the disagreement is noted beside it"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="rectifications")
    entry = models.ForeignKey("chronology.Entry", on_delete=models.PROTECT, related_name="rectifications")
    asked_by = models.CharField("who asks", max_length=150)
    asked_on = models.DateField()
    wants = models.TextField("what they say is wrong, and what is right")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=15, choices=Outcome, blank=True)
    answer = models.TextField("what they were told", blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=("child", "asked_on"), name="rectification_by_child")]
        constraints = [
            models.CheckConstraint(condition=~Q(wants=""), name="rectification_says_what"),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_on=None, answered_by=None)
                | (
                    Q(answered_on__gte=F("asked_on"), answered_by__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(answer="")
                ),
                name="rectification_is_answered_whole",
                violation_error_message="An answer needs its day, not before it was asked, and what was said.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_by}, on {self.asked_on:%-d %B %Y}"
