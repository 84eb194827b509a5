"""Seeing a child: when, where, alone or not, and what the child said."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, QuerySet

from alongside.chronology.models import ActRecord


class Alone(models.TextChoices):
    """Whether a child was seen without anyone who might keep them from speaking."""

    YES = "yes", "Yes, alone"
    WITH_TRUSTED_ADULT = "trusted-adult", "With an adult the child asked for"
    NO = "no", "No"
    NOT_POSSIBLE = "not-possible", "It was not possible"


class Where(models.TextChoices):
    """Where a child was seen."""

    HOME = "home", "At home"
    SCHOOL = "school", "At school, college or nursery"
    COMMUNITY = "community", "In the community"
    HOSPITAL = "hospital", "In hospital, or at a clinic"
    FAMILY = "family", "With wider family or friends"
    OFFICE = "office", "At an office or family hub"
    ONLINE = "online", "Online or by video"
    ELSEWHERE = "elsewhere", "Somewhere else"


class Purpose(models.TextChoices):
    """The process a visit belongs to."""

    REFERRAL = "referral", "After a referral"
    ASSESSMENT = "assessment", "For an assessment"
    CHILD_IN_NEED_PLAN = "child-in-need-plan", "Under a child-in-need plan"
    SECTION_47 = "section-47", "For a section 47 enquiry"
    CHILD_PROTECTION_PLAN = "child-protection-plan", "Under a child protection plan"
    OTHER = "other", "For another reason"


class Communication(models.TextChoices):
    """How a child told us something, or showed it."""

    SPEECH = "speech", "Speaking"
    SIGN = "sign", "Signing"
    SYMBOLS = "symbols", "Pictures, symbols or a device"
    WRITING = "writing", "Writing or drawing"
    PLAY = "play", "Play"
    INTERPRETER = "interpreter", "Through an interpreter"
    OBSERVED = "observed", "A baby or a child who does not speak: what I observed"


class Bedroom(models.TextChoices):
    """Whether the place where a child sleeps was seen."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_AT_HOME = "not-at-home", "The visit was not where the child sleeps"


class VisitQuerySet(models.QuerySet["Visit"]):
    """Queries over visits that read as phrases."""

    def seen(self) -> VisitQuerySet:
        """Those at which the child was seen."""
        return self.filter(seen=True)

    def latest_first(self) -> VisitQuerySet:
        return self.order_by("-seen_on", F("seen_at").desc(nulls_last=True), "-recorded_at", "-id")


class Visit(ActRecord):
    """One time that somebody saw a child, or went to and could not. One for each child, also of siblings.

    ``said`` is the child's own words, kept as they were typed. ``communication`` holds keys of
    ``Communication``: how the child said it. ``observed`` is what the practitioner saw.
    """

    day_field = "seen_on"

    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="visits", verbose_name="seen by"
    )
    seen = models.BooleanField("the child was seen")
    seen_on = models.DateField("day of the visit")
    seen_at = models.DateTimeField("time of the visit", null=True, blank=True)
    alone = models.CharField("seen alone", max_length=20, choices=Alone, blank=True)
    alone_why = models.TextField("why not alone", blank=True)
    where = models.CharField("where", max_length=20, choices=Where, blank=True)
    where_detail = models.CharField("which place", max_length=200, blank=True)
    purpose = models.CharField(max_length=30, choices=Purpose)
    bedroom = models.CharField(
        "place where the child sleeps seen", max_length=20, choices=Bedroom, blank=True
    )
    said = models.TextField("what the child said", blank=True)
    communication = models.JSONField("how the child communicated", default=list, blank=True)
    observed = models.TextField("what was observed", blank=True)
    others_there = models.TextField("who else was there", blank=True)
    not_seen_why = models.TextField("why the child was not seen", blank=True)
    what_next = models.TextField("what happens next", blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("case", "seen_on"), name="visit_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen=True, not_seen_why="") & ~Q(alone="") & ~Q(where="")
                | Q(seen=False, alone="", said="", bedroom="") & ~Q(not_seen_why=""),
                name="visit_says_how_or_why_not",
                violation_error_message="Say whether the child was seen alone and where, or why the child was not seen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case.child} {'seen' if self.seen else 'not seen'} on {self.seen_on:%-d %B %Y}"

    def clean(self) -> None:
        if unknown := sorted(set(self.communication) - set(Communication.values)):
            raise ValidationError(
                {
                    "communication": f"{', '.join(unknown)} is not a way of communicating we know. Choose from the list."
                }
            )

    @property
    def communication_words(self) -> list[str]:
        """How the child communicated, as labels."""
        return [str(Communication(key).label) for key in self.communication]

    @property
    def alone_words(self) -> str:
        """Whether alone, as it reads inside a sentence: "alone"; "not alone (her aunt stayed)"."""
        words = ALONE_IN_A_SENTENCE[self.alone]
        return f"{words} ({self.alone_why.rstrip('.')})" if self.alone_why else words

    @property
    def where_words(self) -> str:
        """Where, as it reads inside a sentence: "at school (Mill Lane Primary)"."""
        label = WHERE_IN_A_SENTENCE[self.where]
        return f"{label} ({self.where_detail})" if self.where_detail else label


ALONE_IN_A_SENTENCE = {
    Alone.YES.value: "alone",
    Alone.WITH_TRUSTED_ADULT.value: "with an adult the child asked for",
    Alone.NO.value: "not alone",
    Alone.NOT_POSSIBLE.value: "not alone, which was not possible",
}
WHERE_IN_A_SENTENCE = {
    Where.HOME.value: "at home",
    Where.SCHOOL.value: "at school, college or nursery",
    Where.COMMUNITY.value: "in the community",
    Where.HOSPITAL.value: "in hospital or at a clinic",
    Where.FAMILY.value: "with wider family or friends",
    Where.OFFICE.value: "at an office or family hub",
    Where.ONLINE.value: "online",
    Where.ELSEWHERE.value: "elsewhere",
}


def times_seen(case_id: UUID) -> QuerySet[Visit]:
    """Each time the child was seen during a case, latest first, with who saw them."""
    return (
        Visit.objects.filter(case_id=case_id)
        .seen()
        .latest_first()
        .select_related("practitioner", "case__child")
    )
