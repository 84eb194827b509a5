"""Who must stay away by order of a court, and finding a child who was taken or is missing."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.chronology.models import ActRecord


class Exclusion(ActRecord):
    """An exclusion requirement in an interim care order or emergency protection order, or an undertaking instead.

    Children Act 1989, sections 38A, 38B, 44A and 44B. ``expires_on`` is the last day printed on it, where there is one.
    """

    class StandsIn(models.TextChoices):
        PROTECTION_ORDER = "emergency-protection-order", "An emergency protection order"
        INTERIM_CARE_ORDER = "interim-care-order", "An interim care order"

    class Form(models.TextChoices):
        REQUIREMENT = "requirement", "The court requires it"
        UNDERTAKING = "undertaking", "They gave the court an undertaking"

    day_field = "begun_on"

    stands_in = models.CharField("in which order", max_length=30, choices=StandsIn)
    form = models.CharField("requirement or undertaking", max_length=15, choices=Form)
    court = models.CharField(max_length=100)
    who = models.CharField("who must stay away", max_length=150)
    where = models.CharField("from where", max_length=200)
    begun_on = models.DateField("the day it begins")
    expires_on = models.DateField("last day, as printed", null=True, blank=True)
    consent_of = models.CharField(
        "who lives there, cares for the child and consents", max_length=150, blank=True
    )
    words = models.TextField("what it says, and whether there is a power of arrest", blank=True)
    ending = models.OneToOneField(
        "ExclusionEnding", on_delete=models.PROTECT, null=True, blank=True, related_name="exclusion"
    )

    class Meta:
        ordering = ("begun_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(who="") & ~Q(court="") & ~Q(where=""),
                name="exclusion_says_who_and_from_where",
                violation_error_message="Enter the court, who must stay away, and from where.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=F("begun_on")),
                name="exclusion_runs_forward",
                violation_error_message="It ends before it begins. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who} must stay away, from {self.begun_on:%-d %B %Y}"


class ExclusionEnding(ActRecord):
    """Somebody need no longer stay away: since when, how, and what keeps the child safe now."""

    class How(models.TextChoices):
        RAN_OUT = "ran-out", "It ran out"
        ORDER_ENDED = "order-ended", "The order it stood in ended"
        CHILD_MOVED = "child-moved", "The child was taken to live elsewhere for more than 24 hours"
        CHANGED = "changed", "The court changed or ended it"

    day_field = "ended_on"

    ended_on = models.DateField()
    how = models.CharField(max_length=15, choices=How)
    what_next = models.TextField("what keeps the child safe now")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_next=""),
                name="exclusion_ending_says_what_next",
                violation_error_message="Say what keeps the child safe now.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ended_on:%-d %B %Y}"


class RecoveryOrder(ActRecord):
    """A recovery order: Children Act 1989, section 50. For a child in care, under an order, or in police protection."""

    class Ground(models.TextChoices):
        TAKEN = "taken", "The child was taken away unlawfully"
        KEPT = "kept", "The child is being kept away unlawfully"
        RAN_AWAY = "ran-away", "The child ran away or stays away"
        MISSING = "missing", "The child is missing"

    day_field = "made_on"

    court = models.CharField(max_length=100)
    made_on = models.DateField("day the order was made")
    ground = models.CharField(max_length=15, choices=Ground)
    words = models.TextField("whom it names, and what it directs")
    ending = models.OneToOneField(
        "RecoveryEnding", on_delete=models.PROTECT, null=True, blank=True, related_name="recovery_order"
    )

    class Meta:
        ordering = ("made_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(court="") & ~Q(words=""),
                name="recovery_order_says_court_and_what",
                violation_error_message="Enter the court, and what the order directs.",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ending=None),
                name="recovery_order_one_at_a_time",
                violation_error_message="A recovery order already stands for this child.",
            ),
        ]

    def __str__(self) -> str:
        return f"Recovery order made on {self.made_on:%-d %B %Y}"


class RecoveryEnding(ActRecord):
    """The child was found, or the recovery order ended; and what holds for the child now."""

    class How(models.TextChoices):
        FOUND = "found", "The child was found, and is back in safe hands"
        DISCHARGED = "discharged", "The court ended the order"
        OTHER = "other", "Another way"

    day_field = "ended_on"

    ended_on = models.DateField()
    how = models.CharField(max_length=15, choices=How)
    what_next = models.TextField("what holds for the child now")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_next=""),
                name="recovery_ending_says_what_next",
                violation_error_message="Say what holds for the child now.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ended_on:%-d %B %Y}"
