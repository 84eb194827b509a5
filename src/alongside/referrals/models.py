"""A referral about a child: what was said and by whom, and what was decided."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.keys import new_key
from alongside.referrals.references import reference_of


class Referral(ActRecord):
    """One referral about one child. Siblings referred in one go share a ``submission``."""

    class Referrer(models.TextChoices):
        PRACTITIONER = "practitioner", "A practitioner"
        FAMILY = "family", "The child or someone in the family"
        PUBLIC = "public", "A member of the public"
        ANONYMOUS = "anonymous", "Someone who did not give a name"

    class Danger(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        UNKNOWN = "unknown", "Not known"

    class Consent(models.TextChoices):
        AGREED = "agreed", "Asked, and they agreed"
        REFUSED = "refused", "Asked, and they did not agree"
        NOT_ASKED = "not-asked", "Not asked"

    day_field = "received_on"

    submission: models.UUIDField[UUID, UUID] = models.UUIDField(default=new_key)
    received_on = models.DateField()
    received_at = models.DateTimeField(null=True, blank=True)
    referrer_kind = models.CharField(max_length=20, choices=Referrer)
    referrer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="referrals_made",
    )
    referrer_name = models.CharField(max_length=100, blank=True)
    referrer_relation = models.CharField("role, or relation to the child", max_length=100, blank=True)
    referrer_contact = models.CharField(max_length=200, blank=True)
    referrer_email = models.EmailField("e-mail address of a referrer without an account", blank=True)
    email_proven_at = models.DateTimeField("when that address was confirmed by a link", null=True, blank=True)
    referrer_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals_made"
    )
    source_code = models.CharField("census code of the source", max_length=3, blank=True)
    immediate_danger = models.CharField(max_length=10, choices=Danger, blank=True)
    whereabouts = models.CharField("where the child is now", max_length=200, blank=True)
    family_asked = models.CharField(max_length=10, choices=Consent, blank=True)
    not_asked_because = models.TextField(blank=True)
    development = models.TextField("the child's development and needs", blank=True)
    capacity = models.TextField("how parents, carers and the family network meet them", blank=True)
    outside_factors = models.TextField("what outside the family affects the child", blank=True)
    communication = models.CharField("language and communication", max_length=200, blank=True)
    known_services = models.TextField("school, health and other services", blank=True)
    early_help_assessment = models.TextField(blank=True)
    # Said here too, because an index can pick out by it the few that wait among the many that do not.
    decided = models.BooleanField("whether a decision has been recorded", default=False, editable=False)

    class Meta:
        ordering = ("received_on", "id")
        indexes = [
            models.Index(fields=("area", "received_on"), condition=Q(decided=False), name="referral_waiting"),
            models.Index(fields=("area", "received_on"), name="referral_by_area"),
            models.Index(fields=("submission",), name="referral_by_submission"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(family_asked="not-asked") | ~Q(not_asked_because=""),
                name="referral_says_why_family_not_asked",
                violation_error_message="Say why the family was not asked.",
            ),
            models.CheckConstraint(
                condition=~Q(referrer_kind="practitioner") | ~Q(referrer_name=""),
                name="referral_names_its_practitioner",
                violation_error_message="Enter the name of the practitioner who made the referral.",
            ),
        ]

    def __str__(self) -> str:
        return f"Referral of {self.received_on:%-d %B %Y}"

    @property
    def referrer_words(self) -> str:
        """Who referred, as a sentence would say it."""
        if self.referrer_kind == self.Referrer.ANONYMOUS:
            return "Someone who did not give a name"
        said = self.referrer_name or self.Referrer(self.referrer_kind).label
        about = self.referrer_relation or (str(self.referrer_agency) if self.referrer_agency else "")
        return f"{said} ({about})" if about else said

    @property
    def submission_reference(self) -> str:
        """What the referrer quotes: one for all the children referred in one go."""
        return reference_of(self.submission)

    @property
    def address_to_reply_to(self) -> str:
        """The e-mail address at which the referrer hears what was decided; "" where there is none."""
        return self.referrer_email or (self.referrer.email if self.referrer else "")

    @property
    def address_is_proven(self) -> bool:
        """Whether we know that the address is the referrer's: they signed in, or followed a link we sent there."""
        return bool(self.email_proven_at or (self.referrer_id and not self.referrer_email))


class Statement(models.Model):
    """One thing the referral says: what somebody saw, what they fear, or what another person told them."""

    class Kind(models.TextChoices):
        FACT = "fact", "What was seen or is known"
        CONCERN = "concern", "What the referrer is worried about"
        REPORTED = "reported", "What someone else said"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField()
    said_by = models.CharField(max_length=150)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="statement_says_something"),
            models.CheckConstraint(condition=~Q(said_by=""), name="statement_says_who"),
        ]

    def __str__(self) -> str:
        return f"{self.said_by}: {self.words}"


class Attachment(models.Model):
    """A document sent with a referral, such as an early help assessment. Kept whole, never opened by us."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=150)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Decision(ActRecord):
    """What was decided about one referral of one child, by whom and why."""

    day_field = "decided_on"

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="decision")
    decided_on = models.DateField()
    decided_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=30)
    reasons = models.TextField(blank=True)
    threshold = models.CharField("where the threshold document says so", max_length=200, blank=True)
    services_needed = models.TextField(blank=True)
    see_child_by = models.CharField("when the child should be seen", max_length=200, blank=True)
    to_tell_referrer = models.TextField("what the referrer is to be told", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=("area", "decided_on"), name="decision_by_area")]
        constraints = [
            models.CheckConstraint(condition=~Q(outcome=""), name="decision_has_an_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on:%-d %B %Y}"
