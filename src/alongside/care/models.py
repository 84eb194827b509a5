"""A child is looked after, on which footing and until when; and comes home to their family."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.chronology.models import ActRecord


class ReturnHome(ActRecord):
    """One return home from care, or the decision that a child stays looked after: planned or not, and what holds."""

    class SeenAlone(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_POSSIBLE = "not-possible", "It was not possible"

    class Concern(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    day_field = "decided_on"

    decided_on = models.DateField("day of the decision, or of an unplanned return")
    way = models.CharField("how the child comes home", max_length=30)
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField()
    immediate_concern = models.CharField(
        "concern for immediate safety", max_length=10, choices=Concern, blank=True
    )
    assessment = models.TextField("assessment made while looked after", blank=True)
    seen_alone = models.CharField(max_length=20, choices=SeenAlone, blank=True)
    wishes = models.TextField("what the child wants", blank=True)
    support_and_contact = models.TextField(blank=True)
    timeline = models.TextField("decisions, and when", blank=True)
    monitoring = models.TextField("how the effect is watched", blank=True)
    family_group = models.TextField("family group decision-making", blank=True)
    approved_by = models.CharField("nominated officer who approved", max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="return_home_gives_reasons",
                                   violation_error_message="Enter the reasons."),
            models.CheckConstraint(condition=~Q(way="unplanned") | ~Q(immediate_concern=""),
                                   name="unplanned_return_looks_at_safety",
                                   violation_error_message="Say whether there is concern for the child's immediate safety."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.way} on {self.decided_on:%-d %B %Y}"


class LookedAfter(ActRecord):
    """One time of being looked after, from the day it began. No placement is kept here, and no address.

    status, status_now: keys of the legal statuses, at first and now. next_review_on: of the looked-after child, so
    that it can be joined with the review of a child protection plan.
    """

    day_field = "began_on"

    began_on = models.DateField("the day on which the child became looked after")
    status = models.CharField("on what footing, at first", max_length=30)
    status_now = models.CharField("on what footing", max_length=30)
    reasons = models.TextField()
    reviewing_officer = models.CharField("independent reviewing officer", max_length=150, blank=True)
    next_review_on = models.DateField("next review as a looked-after child", null=True, blank=True)
    ending = models.OneToOneField(
        "LookedAfterEnding", on_delete=models.PROTECT, null=True, blank=True, related_name="looked_after"
    )

    class Meta:
        ordering = ("began_on", "id")
        verbose_name_plural = "times of being looked after"
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="looked_after_gives_reasons",
                                   violation_error_message="Enter why the child is looked after."),
            models.UniqueConstraint(fields=("case",), condition=Q(ending=None), name="looked_after_once_at_a_time",
                                    violation_error_message="It is recorded already that this child is looked after."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Looked after since {self.began_on:%-d %B %Y}"


class CareStatusChange(ActRecord):
    """The child is looked after on another footing from this day, such as under an interim care order."""

    day_field = "changed_on"

    looked_after = models.ForeignKey(LookedAfter, on_delete=models.PROTECT, related_name="changes")
    changed_on = models.DateField("the day of the change")
    status = models.CharField("on what footing", max_length=30)
    reasons = models.TextField()

    class Meta:
        ordering = ("changed_on", "id")
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="care_status_change_gives_reasons",
                                   violation_error_message="Enter the reasons."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.status} from {self.changed_on:%-d %B %Y}"


class LookedAfterEnding(ActRecord):
    """The child is no longer looked after: since when, how, and who approved it."""

    class How(models.TextChoices):
        HOME_PLANNED = "home-planned", "Came home as planned"
        HOME_UNPLANNED = "home-unplanned", "Came home without a plan"
        OTHER_FAMILY = "other-family", "Lives with relatives or friends under an order"
        ADOPTED = "adopted", "Was adopted"
        ORDER_ENDED = "order-ended", "The order ended"
        EIGHTEEN = "eighteen", "Turned 18"
        DIED = "died", "Died"
        OTHER = "other", "Another way"

    day_field = "ceased_on"

    ceased_on = models.DateField("the day on which the child stopped being looked after")
    how = models.CharField(max_length=20, choices=How)
    reasons = models.TextField()
    approved_by = models.CharField("nominated officer who approved", max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="looked_after_ending_gives_reasons",
                                   violation_error_message="Enter the reasons."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ceased_on:%-d %B %Y}"


class TwoPlansConsidered(ActRecord):
    """A child is looked after beside a child protection plan: whether both are needed, and how their dates are joined."""

    class Decision(models.TextChoices):
        BOTH = "both", "Both go on for now"
        BRING_FORWARD = (
            "bring-forward",
            "The review conference is brought forward, to decide whether the plan goes on",
        )
        AT_NEXT_REVIEW = "at-next-review", "The next review conference decides whether the plan goes on"

    day_field = "considered_on"

    considered_on = models.DateField()
    decided = models.CharField(max_length=20, choices=Decision)
    reasons = models.TextField()
    plan_review_on = models.DateField("the plan’s next review", null=True, blank=True)
    care_review_on = models.DateField("the next review as a looked-after child", null=True, blank=True)
    views = models.TextField("what the child and the family say", blank=True)

    class Meta:
        ordering = ("considered_on", "id")
        verbose_name_plural = "two plans considered"
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="two_plans_considered_gives_reasons",
                                   violation_error_message="Enter the reasons."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_decided_display()}, {self.considered_on:%-d %B %Y}"
