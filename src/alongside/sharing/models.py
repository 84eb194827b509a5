"""Deciding to share information or not to, asking for it, agreements about it, and partners' formal requests."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.agencies.models import Agency, Area
from alongside.chronology.models import ActRecord
from alongside.keys import new_key


class Information(models.TextChoices):
    """Kinds of information an agreement can be about."""

    IDENTITY = "identity", "Who the child and family are"
    ADDRESS = "address", "Where they live"
    HEALTH = "health", "Health and development"
    EDUCATION = "education", "School, attendance and learning"
    OFFENCES = "offences", "Offences and police involvement"
    HOUSING = "housing", "Housing"
    CONCERNS = "concerns", "Concerns about safety or welfare"
    PLAN = "plan", "Plans and how they go"
    ADULTS = "adults", "Adults in the child's life"


class Purpose(models.TextChoices):
    """What information may be used for. Whoever receives it may use it for nothing else."""

    PROTECT = "protect", "Protecting the child from harm"
    HELP = "help", "Helping the child and family"
    ASSESS = "assess", "Assessing what the child needs"
    PLAN = "plan", "Making or reviewing a plan"
    CRIME = "crime", "Preventing or looking into a crime against a child"


class AgreementQuerySet(models.QuerySet["SharingAgreement"]):
    """Queries that read as phrases."""

    def in_force_on(self, day: date) -> Self:
        return self.filter(from_on__lte=day).filter(
            (Q(to_on=None) | Q(to_on__gte=day)) & (Q(ended_on=None) | Q(ended_on__gt=day))
        )


class SharingAgreement(models.Model):
    """What some agencies agreed about sharing: between whom, for what, which information, from when to when."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="sharing_agreements")
    name = models.CharField(max_length=150)
    parties = models.ManyToManyField(Agency, related_name="sharing_agreements")
    purpose = models.CharField(max_length=20, choices=Purpose)
    information = models.JSONField("kinds of information", default=list)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    review_on = models.DateField("reviewed by", null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=("area", "name"),
                name="agreement_named_once",
                violation_error_message="There is an agreement of that name. Give this one another.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="agreement_ends_after_it_begins",
                violation_error_message="The agreement ends before it begins. Change one of the days.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | ~Q(ended_because=""),
                name="agreement_says_why_it_ended",
                violation_error_message="Say why the agreement ends.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, as far as is known."""
        days = [day for day in (self.to_on, self.ended_on) if day]
        return min(days) if days else None

    @property
    def information_words(self) -> list[str]:
        return [Information(key).label for key in self.information if key in Information.values]


class SharingRequest(ActRecord):
    """One agency asking another for information about a child. A sharing decision answers it."""

    day_field = "asked_on"

    asked_on = models.DateField()
    asking_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="information_asked_for")
    asked_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="information_asked_of")
    what = models.TextField("what is asked for")
    why = models.TextField("what it is needed for")
    purpose = models.CharField(max_length=20, choices=Purpose)
    by_when = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("asked_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(asking_agency=F("asked_agency")),
                name="sharing_request_is_to_another_agency",
                violation_error_message="An agency cannot ask itself. Choose another agency.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | ~Q(withdrawn_because=""),
                name="sharing_request_says_why_withdrawn",
                violation_error_message="Say why the request is withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asking_agency} asks {self.asked_agency}"


class DecisionQuerySet(models.QuerySet["SharingDecision"]):
    """Queries that read as phrases."""

    def that_shares(self) -> Self:
        return self.exclude(outcome=SharingDecision.Outcome.DO_NOT_SHARE)

    def standing_on(self, day: date) -> Self:
        """Shared, not recalled, not run out, and under no agreement that has ended."""
        agreements = SharingAgreement.objects.in_force_on(day).values("pk")
        return (
            self.that_shares()
            .filter(Q(expires_on=None) | Q(expires_on__gte=day))
            .filter(Q(agreement=None) | Q(agreement__in=agreements))
            .exclude(pk__in=SharingRecall.objects.values("decision"))
        )


class SharingDecision(ActRecord):
    """A decision to share information about a child, or part of it, or not to. Recorded either way."""

    class Outcome(models.TextChoices):
        SHARE = "share", "Share it"
        SHARE_PART = "share-part", "Share part of it"
        DO_NOT_SHARE = "do-not-share", "Do not share it"

    class Basis(models.TextChoices):
        PUBLIC_TASK = "public-task", "Public task"
        LEGAL_OBLIGATION = "legal-obligation", "Legal obligation"
        VITAL_INTERESTS = "vital-interests", "Vital interests: someone's life is at risk"
        LEGITIMATE_INTERESTS = "legitimate-interests", "Legitimate interests"
        CONSENT = "consent", "Consent"

    class Condition(models.TextChoices):
        NONE_NEEDED = "none-needed", "It holds no special category information"
        SAFEGUARDING = "safeguarding", "Safeguarding of children and of individuals at risk"
        CARE = "care", "Health or social care"
        VITAL_INTERESTS = "vital-interests", "Vital interests, where nobody can consent"
        EXPLICIT_CONSENT = "explicit-consent", "Explicit consent"

    class Harm(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    class Told(models.TextChoices):
        TOLD = "told", "They have been told"
        WILL_BE = "will-be", "They will be told"
        NOT_TOLD = "not-told", "They are not told"

    day_field = "decided_on"

    decided_on = models.DateField()
    outcome = models.CharField(max_length=20, choices=Outcome)
    holder = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sharing_decisions")
    recipient = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="information_received"
    )
    recipient_name = models.CharField("who exactly, or who else", max_length=150, blank=True)
    recipient_function = models.CharField("which of their tasks it helps", max_length=200, blank=True)
    what = models.CharField("what it is, in a few words", max_length=200)
    about_others = models.CharField("who else it is about", max_length=200, blank=True)
    relevance = models.TextField("why it matters for the child", blank=True)
    basis = models.CharField("lawful basis", max_length=30, choices=Basis, blank=True)
    condition = models.CharField(max_length=30, choices=Condition, blank=True)
    consent_from = models.CharField("who consented", max_length=150, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    would_harm = models.CharField(max_length=5, choices=Harm, blank=True)
    reasons = models.TextField()
    family_told = models.CharField(max_length=10, choices=Told, blank=True)
    not_told_because = models.TextField(blank=True)
    purpose = models.CharField(max_length=20, choices=Purpose, blank=True)
    expires_on = models.DateField("may be read until", null=True, blank=True)
    agreement = models.ForeignKey(
        SharingAgreement, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    request = models.OneToOneField(
        SharingRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="answer"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ("-decided_on", "-id")
        indexes = [models.Index(fields=("recipient", "decided_on"), name="sharing_by_recipient")]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="sharing_gives_reasons"),
            models.CheckConstraint(
                condition=~Q(family_told="not-told") | ~Q(not_told_because=""),
                name="sharing_says_why_family_not_told",
                violation_error_message="Say why the family is not told.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="do-not-share") | Q(recipient__isnull=False) | ~Q(recipient_name=""),
                name="sharing_names_a_recipient",
                violation_error_message="Say whom it is shared with.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="do-not-share") | ~Q(basis=""),
                name="sharing_has_a_lawful_basis",
                violation_error_message="Select the lawful basis for sharing.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="do-not-share") | ~Q(purpose=""),
                name="sharing_has_a_purpose",
                violation_error_message="Select what it may be used for.",
            ),
            models.CheckConstraint(
                condition=Q(basis="consent") | Q(consent_from="", consent_on=None),
                name="consent_only_where_it_is_the_basis",
                violation_error_message="Consent is recorded only where it is the lawful basis.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.what}"

    @property
    def shares(self) -> bool:
        return self.outcome != self.Outcome.DO_NOT_SHARE

    @property
    def recipient_words(self) -> str:
        """With whom, as a sentence would say it."""
        if self.recipient and self.recipient_name:
            return f"{self.recipient_name} ({self.recipient})"
        return str(self.recipient or self.recipient_name or "nobody")


class SharedItem(models.Model):
    """One thing that was shared: a fact, somebody's opinion, or what another person reported."""

    class Kind(models.TextChoices):
        FACT = "fact", "Fact: what was seen or is known"
        OPINION = "opinion", "Opinion: what a practitioner thinks"
        REPORTED = "reported", "Reported: what somebody else said"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    decision = models.ForeignKey(SharingDecision, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField()
    said_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="shared_item_says_something"),
            models.CheckConstraint(
                condition=~Q(kind="reported") | ~Q(said_by=""),
                name="shared_report_says_who_reported",
                violation_error_message="Say who reported it.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class SharingRecall(ActRecord):
    """Shared information called back: from now on the recipient cannot open it here."""

    class Why(models.TextChoices):
        WRONG = "wrong", "It was wrong"
        WRONG_RECIPIENT = "wrong-recipient", "It went to the wrong recipient"
        CONSENT_WITHDRAWN = "consent-withdrawn", "Consent was withdrawn, and it was the basis"
        NO_LONGER_NEEDED = "no-longer-needed", "It is no longer needed"

    day_field = "recalled_on"

    decision = models.OneToOneField(SharingDecision, on_delete=models.PROTECT, related_name="recall")
    recalled_on = models.DateField()
    why = models.CharField(max_length=20, choices=Why)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.get_why_display()


class InformationRequest(models.Model):
    """A safeguarding partner's request under section 16H of the Children Act 2004, to any person or body.

    Nothing here says how it stands: its steps do.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="information_requests")
    requested_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    addressed_to = models.CharField("the person or body asked", max_length=200)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="formal_requests"
    )
    information = models.TextField("exactly which information", blank=True)
    purpose = models.TextField("which safeguarding function it helps", blank=True)
    destination = models.CharField("to whom it is to be given", max_length=200, blank=True)
    lawful_basis = models.TextField(blank=True)
    due_on = models.DateField("answer asked for by", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-recorded_at",)

    def __str__(self) -> str:
        return f"Request to {self.addressed_to}"


class RequestStep(models.Model):
    """One step of a formal request, in the order it was taken."""

    class Kind(models.TextChoices):
        DRAFTED = "drafted", "Drafted"
        ISSUED = "issued", "Issued"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"
        COMPLIED = "complied", "The information was given"
        REFUSED = "refused", "Refused"
        LEGAL_ACTION = "legal-action", "Taken to court"
        WITHDRAWN = "withdrawn", "Withdrawn"
        CLOSED = "closed", "Closed"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20, choices=Kind)
    on = models.DateField()
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.on:%-d %B %Y}"
