"""What an agency tells about a child it works with."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord


class InformationSent(ActRecord):
    """One thing an agency told: what it knows, what it thinks and what others told it, kept apart.

    about: whom it is about, because what is told of a parent or a brother is not told of the child.
    sender, idempotency_key, digest: for what a system sent, so that the same sent again is one thing told.
    """

    class About(models.TextChoices):
        CHILD = "child", "The child"
        PARENT = "parent", "A parent or carer"
        SIBLING = "sibling", "A brother or sister"
        OTHER = "other", "Someone else"

    class FamilyKnows(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    day_field = "sent_on"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    about = models.CharField(max_length=10, choices=About)
    about_whom = models.CharField(max_length=150, blank=True)
    fact = models.TextField("what was seen or is known", blank=True)
    opinion = models.TextField("what the agency thinks", blank=True)
    reported = models.TextField("what someone else said", blank=True)
    reported_by = models.CharField("who said it", max_length=150, blank=True)
    family_knows = models.CharField(max_length=10, choices=FamilyKnows)
    family_not_told_because = models.TextField(blank=True)
    sender = models.CharField("the system that sent it", max_length=100, blank=True)
    idempotency_key = models.CharField(max_length=200, blank=True)
    digest = models.CharField("digest of what was sent", max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "information sent"
        constraints = [
            models.UniqueConstraint(
                fields=("sender", "idempotency_key"),
                condition=~Q(idempotency_key=""),
                name="information_sent_once",
            ),
            models.CheckConstraint(
                condition=~Q(fact="") | ~Q(opinion="") | ~Q(reported=""),
                name="information_says_something",
                violation_error_message="Say what you know, what you think or what you were told.",
            ),
            models.CheckConstraint(
                condition=Q(reported="") | ~Q(reported_by=""),
                name="information_reported_says_by_whom",
                violation_error_message="Say who told you.",
            ),
            models.CheckConstraint(
                condition=Q(about="child") | ~Q(about_whom=""),
                name="information_names_whom_it_is_about",
                violation_error_message="Say whom it is about.",
            ),
        ]

    def __str__(self) -> str:
        return f"Information from {self.agency}, {self.sent_on:%-d %B %Y}"
