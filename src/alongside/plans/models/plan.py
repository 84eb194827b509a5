"""The plan itself, and who is told when it ends."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord, Entry
from alongside.keys import new_key
from alongside.people.models import Person


class Category(models.TextChoices):
    """What kind of harm a plan is for.

    Working Together asks for no category. It is kept because the Department for Education's children
    in need census asks for the first and the latest category of every plan.
    """

    NEGLECT = "neglect", "Neglect"
    PHYSICAL = "physical-abuse", "Physical abuse"
    SEXUAL = "sexual-abuse", "Sexual abuse"
    EMOTIONAL = "emotional-abuse", "Emotional abuse"
    MULTIPLE = "multiple", "More than one of these"


class LeadStatutoryBody(models.TextChoices):
    """The body that answers for the plan: Working Together 2023, page 93."""

    LOCAL_AUTHORITY = "local-authority", "The local authority"
    NSPCC = "nspcc", "The NSPCC"


class Ending(models.TextChoices):
    """The grounds on which a plan ends: Working Together 2023, page 100.

    NOT_RECORDED is no ground: a statutory return says that a plan ended and not why.
    """

    NO_LONGER_AT_RISK = (
        "no-longer-at-risk",
        "The child is no longer suffering, or likely to suffer, significant harm",
    )
    TRANSFERRED = "transferred", "The child and family moved, and the new authority has held its conference"
    EIGHTEEN = "eighteen", "The child turned 18"
    DIED = "died", "The child died"
    LEFT_UK = "left-uk", "The child left the United Kingdom for good"
    NOT_RECORDED = "not-recorded", "Not recorded where it came from"


class PlanQuerySet(models.QuerySet["ChildProtectionPlan"]):
    """Queries over plans that read as phrases."""

    def open(self) -> PlanQuerySet:
        """Plans that have not ended."""
        return self.filter(ended_on=None)

    def of(self, child: Person) -> PlanQuerySet:
        """Every plan the child has had here, the latest first."""
        return self.filter(child=child).order_by("-started_on", "-id")


class ChildProtectionPlan(ActRecord):
    """One child's plan, from the conference that made it to the day it ended.

    core_group_on, ready_by, review_on: the timetable the latest conference set.
    ending_entry: what the chronology says of the end, where it has ended.
    """

    day_field = "started_on"

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans")
    started_on = models.DateField()
    initial_category = models.CharField("category at first", max_length=20, choices=Category)
    category = models.CharField("category now", max_length=20, choices=Category)
    lead_statutory_body = models.CharField(
        max_length=20, choices=LeadStatutoryBody, default=LeadStatutoryBody.LOCAL_AUTHORITY
    )
    core_group_on = models.DateField("first core group set for", null=True, blank=True)
    ready_by = models.DateField("detailed plan to be ready by", null=True, blank=True)
    review_on = models.DateField("review set for", null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=20, choices=Ending, blank=True)
    ending_reasons = models.TextField(blank=True)
    receiving_authority = models.CharField(max_length=100, blank=True)
    receiving_conference_on = models.DateField(null=True, blank=True)
    ending_entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_ended"
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("started_on", "id")
        indexes = [models.Index(fields=("area", "ended_on", "started_on"), name="plan_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=Q(ended_on=None), name="plan_one_open_for_each_case"
            ),
            models.UniqueConstraint(
                fields=("child",), condition=Q(ended_on=None), name="plan_one_open_for_each_child"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("started_on")),
                name="plan_ends_after_the_day_it_starts",
                violation_error_message="A plan ends on a later day than it starts. Change one of the days.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_because="")
                | (Q(ended_on__isnull=False) & Q(ended_because__in=Ending.values)),
                name="plan_ends_on_a_ground",
                violation_error_message="Say on what ground the plan ended, and on which day.",
            ),
            models.CheckConstraint(
                condition=Q(category__in=Category.values) & Q(initial_category__in=Category.values),
                name="plan_has_a_category",
            ),
            models.CheckConstraint(
                condition=~Q(ended_because=Ending.TRANSFERRED)
                | Q(receiving_conference_on__isnull=False, receiving_conference_on__lte=F("ended_on")),
                name="plan_transfers_after_the_conference_there",
                violation_error_message="Give the day on which the new authority held its conference.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child}'s child protection plan, from {self.started_on:%-d %B %Y}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    def months_on(self, day: date) -> int:
        """Whole months since the plan started, up to its end where it has ended."""
        until = min(day, self.ended_on or day)
        months = (until.year - self.started_on.year) * 12 + until.month - self.started_on.month
        return max(0, months - (until.day < self.started_on.day))


class EndingNotice(models.Model):
    """Someone to be told when a plan has ended, and the day they were: Working Together 2023, page 100.

    Kept from the day the plan begins for agencies invited to the conference that made it.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="ending_notices")
    name = models.CharField(max_length=150)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("plan", "name"), name="ending_notice_once_for_each"),
            models.CheckConstraint(condition=~Q(name=""), name="ending_notice_names_somebody"),
        ]

    def __str__(self) -> str:
        return self.name
