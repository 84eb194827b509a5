"""What a school records and has to tell: attendance, exclusion, the roll, home education, young carers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area
from alongside.chronology.models import Entry
from alongside.keys import new_key
from alongside.people.models import Person


class SchoolNotice(models.Model):
    """One thing a school entered about a child, kept as it was entered.

    child: one whom the school sees here. Otherwise the child is known by ``child_name`` and ``born_on`` alone,
    and nobody is looked up: what a school types never tells it whether a record exists.
    matched_child: whom the front door found it to be about, or made a record of. Kept apart from ``child``, because the
    school reads that and is not told whether there is a record.
    from_on, to_on: the first and last day it is about, such as the week of an attendance figure.
    entry: in the chronology, where the child has an open case.
    """

    class Kind(models.TextChoices):
        ATTENDANCE = "attendance", "Attendance"
        SUSPENSION = "suspension", "Suspension"
        EXCLUSION = "exclusion", "Permanent exclusion"
        OFF_ROLL = "off-roll", "Taken off the roll"
        HOME_EDUCATION = "home-education", "Home education"
        YOUNG_CARER = "young-carer", "Young carer"

    class Absence(models.TextChoices):
        NEITHER = "neither", "Neither"
        PERSISTENT = "persistent", "Persistently absent"
        SEVERE = "severe", "Severely absent"

    class Settled(models.TextChoices):
        MATCHED = "matched", "About a child on record"
        REFERRAL = "referral", "Made a referral"
        NOTHING = "nothing-further", "No further action"

    #: What the local authority is told of at once, whether or not it works with the child.
    TOLD_TO_THE_AUTHORITY = (Kind.EXCLUSION, Kind.OFF_ROLL, Kind.HOME_EDUCATION)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="school_notices")
    kind = models.CharField(max_length=20, choices=Kind)
    child = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="school_notices"
    )
    child_name = models.CharField(max_length=200, blank=True)
    born_on = models.DateField("date of birth", null=True, blank=True)
    from_on = models.DateField("first day")
    to_on = models.DateField("last day", null=True, blank=True)
    possible = models.PositiveSmallIntegerField("sessions possible", null=True, blank=True)
    attended = models.PositiveSmallIntegerField("sessions attended", null=True, blank=True)
    absence = models.CharField(max_length=10, choices=Absence, blank=True)
    usual_transition = models.BooleanField(null=True, blank=True)
    known_needs = models.TextField("what the authority should know", blank=True)
    words = models.TextField(blank=True)
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="school_notice"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    matched_child = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="school_notices_matched"
    )
    settled = models.CharField("what the front door did with it", max_length=20, choices=Settled, blank=True)
    settled_because = models.TextField("why", blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-from_on", "-id")
        indexes = [
            models.Index(fields=("agency", "recorded_at"), name="school_notice_by_school"),
            models.Index(
                fields=("area", "recorded_at"),
                condition=Q(child=None, settled_at=None),
                name="school_notice_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled="", settled_at=None, settled_by=None, matched_child=None)
                | Q(settled="nothing-further", settled_at__isnull=False, matched_child=None)
                | Q(
                    settled__in=("matched", "referral"), settled_at__isnull=False, matched_child__isnull=False
                ),
                name="school_notice_is_settled_one_way",
            ),
            models.CheckConstraint(
                condition=(Q(child=None) & ~Q(child_name="")) | Q(child__isnull=False, child_name=""),
                name="school_notice_is_about_one_child",
                violation_error_message="Choose the child, or enter the child's name.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="school_notice_ends_after_it_begins",
                violation_error_message="The last day is before the first. Change one of them.",
            ),
            models.CheckConstraint(
                condition=Q(possible=None, attended=None)
                | Q(possible__isnull=False, attended__isnull=False, attended__lte=F("possible")),
                name="school_notice_attends_what_is_possible",
                violation_error_message="More sessions were attended than were possible. Change one of the numbers.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.from_on:%-d %B %Y}"
