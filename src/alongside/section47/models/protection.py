"""What is done at once to protect a child, and how it ended."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord


class ProtectiveRecord(ActRecord):
    """What the guidance asks to be considered whichever power is used; each may be added to later."""

    CONSIDERED: ClassVar[tuple[str, ...]] = (
        "child_seen", "children_of_household", "children_of_alleged_perpetrator", "legal_advice",
    )  # fmt: skip

    child_seen = models.TextField("how the agency acting saw the child", blank=True)
    legal_advice = models.TextField("legal advice, or why there was none", blank=True)
    children_of_household = models.TextField("other children in the household", blank=True)
    children_of_alleged_perpetrator = models.TextField(
        "children in the household of whoever is alleged to have harmed", blank=True
    )

    class Meta:
        abstract = True

    @property
    def considered(self) -> list[tuple[str, str]]:
        """What is to be considered and what was recorded of it, empty where nothing was yet."""
        return [(self.called(name), getattr(self, name)) for name in self.CONSIDERED]

    @classmethod
    def called(cls, name: str) -> str:
        """How a field reads at the start of a sentence."""
        words = str(cls._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        return words[:1].upper() + words[1:]


class ProtectionForATime(ProtectiveRecord):
    """Protection that ends by itself. What holds for the child then is to be settled before it does."""

    what_follows = models.TextField("what is settled for when it ends", blank=True)

    class Meta:
        abstract = True


class ProtectionEnding(ActRecord):
    """How police protection or an order ended, and what holds for the child next."""

    day_field = "ended_on"

    class How(models.TextChoices):
        RETURNED = "returned", "The child went back to a parent or carer"
        ORDER = "order", "Another order followed"
        ACCOMMODATED = "accommodated", "The child is looked after, with agreement"
        EXPIRED = "expired", "It ran out"
        DISCHARGED = "discharged", "The court discharged it"
        OTHER = "other", "Another way"

    ended_on = models.DateField("day it ended")
    ended_at = models.DateTimeField("time it ended", null=True, blank=True)
    how = models.CharField(max_length=20, choices=How)
    what_next = models.TextField("what holds for the child now")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_next=""),
                name="protection_ending_says_what_next",
                violation_error_message="Say what holds for the child now.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ended_on:%-d %B %Y}"


class PoliceProtection(ProtectionForATime):
    """A child taken into, or kept in, police protection from one moment."""

    begun_at = models.DateTimeField("when the child was taken into police protection")
    officer = models.CharField(max_length=100)
    designated_officer = models.CharField(max_length=100, blank=True)
    police_force = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    why = models.TextField()
    where = models.CharField("where the child is", max_length=200, blank=True)
    told = models.TextField("who has been told", blank=True)
    ending = models.OneToOneField(
        ProtectionEnding, on_delete=models.PROTECT, null=True, blank=True, related_name="police_protection"
    )

    class Meta:
        verbose_name = "police protection"
        constraints = [
            models.CheckConstraint(
                condition=~Q(why="") & ~Q(officer=""),
                name="police_protection_says_who_and_why",
                violation_error_message="Enter the officer who acted, and why.",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ending=None),
                name="police_protection_one_at_a_time",
                violation_error_message="This child is already in police protection.",
            ),
        ]

    def __str__(self) -> str:
        return f"Police protection since {self.begun_at:%-d %B %Y}"


class ImmediateAction(ProtectiveRecord):
    """Something else done at once, with no order and without police protection, such as an agreed move."""

    day_field = "acted_on"

    class ActedBy(models.TextChoices):
        LOCAL_AUTHORITY = "local-authority", "The local authority"
        POLICE = "police", "The police, British Transport Police among them"
        NSPCC = "nspcc", "The NSPCC"
        OTHER = "other", "Another agency"

    class Way(models.TextChoices):
        AGREED_MOVE = "agreed-move", "The child moved to a safe place, with a parent's agreement"
        SOMEBODY_LEFT = "somebody-left", "The person who may have harmed the child left the home"
        KEPT_SAFE = "kept-safe", "The child was kept where they were safe, such as in hospital"
        OTHER = "other", "Another way"

    acted_on = models.DateField("day")
    acted_by = models.CharField(max_length=20, choices=ActedBy)
    alone = models.BooleanField("before any strategy discussion")
    way = models.CharField(max_length=20, choices=Way)
    what = models.TextField("what was done, and why")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(what=""),
                name="immediate_action_says_what",
                violation_error_message="Say what was done, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}, {self.acted_on:%-d %B %Y}"


class OtherAuthority(ActRecord):
    """Contact with the authority that looks after the child or has a plan for them.

    Asked to take responsibility, it frees the authority where the child was found only by accepting in writing.
    """

    class TheirPart(models.TextChoices):
        LOOKS_AFTER = "looks-after", "It looks after the child"
        PLAN = "plan", "It has a child protection plan for the child"
        BOTH = "both", "It looks after the child and has a plan"
        LIVES_THERE = "lives-there", "The child lives there"

    day_field = "consulted_on"

    authority = models.CharField(max_length=100)
    consulted_on = models.DateField("day it was consulted")
    accepted_in_writing_on = models.DateField(
        "day it accepted responsibility in writing", null=True, blank=True
    )
    words = models.TextField("what was said or written")
    their_part = models.CharField("its part", max_length=15, choices=TheirPart, blank=True)
    found = models.TextField("who found the child, and where", blank=True)
    asked_to_accept = models.BooleanField("asked to take responsibility", default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(words=""),
                name="other_authority_says_who_and_what",
                violation_error_message="Enter which authority, and what it said or wrote.",
            ),
            models.CheckConstraint(
                condition=Q(accepted_in_writing_on=None) | Q(accepted_in_writing_on__gte=F("consulted_on")),
                name="other_authority_accepts_after_being_asked",
                violation_error_message="It accepted before it was consulted. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority}, {self.consulted_on:%-d %B %Y}"
