"""A statutory assessment: its sections, every version of what was written, and each decision upon it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency, Area
from alongside.assessments.factors import RECORDED
from alongside.chronology.models import ActRecord, Entry
from alongside.keys import new_key


class Assessment(ActRecord):
    """One assessment of a child, from the day it began until it is approved.

    ``saves`` counts what was saved in it, so that nobody approves another text than they read.
    It is open while it has no ``approval``.
    """

    class Basis(models.TextChoices):
        SECTION_17 = "section-17", "Section 17: the child may be in need"
        SECTION_47 = "section-47", "Section 47: within enquiries into significant harm"

    day_field = "started_on"

    started_on = models.DateField()
    basis = models.CharField("statutory basis", max_length=20, choices=Basis)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessments", verbose_name="led by"
    )
    why = models.TextField("why the child is being assessed")
    pace = models.TextField("how quickly it must go, and why", blank=True)
    saves = models.PositiveIntegerField(default=0)
    approval = models.OneToOneField(
        "AssessmentApproval", on_delete=models.PROTECT, null=True, blank=True, related_name="assessment"
    )

    class Meta:
        indexes = [models.Index(fields=("case", "started_on"), name="assessment_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=Q(approval=None), name="assessment_one_open_for_each_case"
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="assessment_says_why",
                violation_error_message="Enter why the child is being assessed.",
            ),
        ]

    def __str__(self) -> str:
        return f"Assessment of {self.case.child}, from {self.started_on:%-d %B %Y}"

    @property
    def is_open(self) -> bool:
        return self.approval_id is None


class ReviewPoint(models.Model):
    """A day on which the people working on an assessment agreed to look at how it is going."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="review_points")
    on = models.DateField()
    what = models.CharField("what will be looked at", max_length=200, blank=True)

    class Meta:
        ordering = ("on", "id")
        constraints = [models.UniqueConstraint(fields=("assessment", "on"), name="review_point_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on:%-d %B %Y}{f': {self.what}' if self.what else ''}"


class AssessmentSection(models.Model):
    """What stands under one heading of an assessment, as last saved. ``version`` counts its saves."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sections")
    heading = models.CharField(max_length=60)
    words = models.TextField(blank=True)
    done = models.BooleanField(default=False)
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("assessment", "heading"), name="assessment_section_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="assessment_section_was_saved"),
        ]

    def __str__(self) -> str:
        return f"{self.heading}, version {self.version}"


class AssessmentSectionVersion(models.Model):
    """What one person wrote under one heading, kept. A version ``set_aside`` met a newer one and lost nothing."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    section = models.ForeignKey(AssessmentSection, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    set_aside = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("saved_at", "number", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("section", "number"),
                condition=Q(set_aside=False),
                name="assessment_section_version_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section.heading}, version {self.number}"


class AssessmentReturn(ActRecord):
    """A manager's request for more work on an assessment that was sent for approval."""

    day_field = "returned_on"

    returned_on = models.DateField()
    why = models.TextField("what more is needed")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""),
                name="assessment_return_says_why",
                violation_error_message="Enter what more is needed.",
            ),
        ]

    def __str__(self) -> str:
        return f"Returned on {self.returned_on:%-d %B %Y}"


class AssessmentSubmission(ActRecord):
    """An assessment sent for approval, with the outcome its lead practitioner proposes.

    ``saves`` says how far the text had come, so that what changed since can be shown.
    """

    day_field = "sent_on"

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="submissions")
    sent_on = models.DateField()
    outcome = models.CharField("outcome proposed", max_length=40)
    reasons = models.TextField("reasons")
    saves = models.PositiveIntegerField()
    returned = models.OneToOneField(
        AssessmentReturn, on_delete=models.PROTECT, null=True, blank=True, related_name="submission"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("assessment",), condition=Q(returned=None), name="assessment_sent_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="") & ~Q(reasons=""),
                name="assessment_submission_proposes_with_reasons",
                violation_error_message="Enter the outcome you propose, and the reasons for it.",
            ),
        ]

    def __str__(self) -> str:
        return f"Sent for approval on {self.sent_on:%-d %B %Y}"


class AssessmentApproval(ActRecord):
    """The decision at the end of an assessment: the outcome, the reasons, who decided it."""

    day_field = "approved_on"

    approved_on = models.DateField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=40)
    outcome_label = models.CharField(max_length=150)
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="") & ~Q(reasons=""),
                name="assessment_approval_decides_with_reasons",
                violation_error_message="Enter the outcome, and the reasons for it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome_label}, on {self.approved_on:%-d %B %Y}"


class AssessmentFactor(models.Model):
    """One factor found, by its census code."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    approval = models.ForeignKey(AssessmentApproval, on_delete=models.PROTECT, related_name="factors")
    code = models.CharField(max_length=3, choices=tuple(RECORDED.items()))

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("approval", "code"), name="assessment_factor_once"),
            models.CheckConstraint(
                condition=Q(code__in=tuple(RECORDED)), name="assessment_factor_is_a_census_code"
            ),
        ]

    def __str__(self) -> str:
        return RECORDED[self.code]


class AssessmentNotice(models.Model):
    """Who was told in writing what an assessment decided, and how. The family, or one agency."""

    class How(models.TextChoices):
        LETTER = "letter", "Letter"
        EMAIL = "email", "Secure e-mail"
        IN_PERSON = "in-person", "Handed over in person"
        COPY = "copy", "Copy of the assessment"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    approval = models.ForeignKey(AssessmentApproval, on_delete=models.PROTECT, related_name="notices")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    how = models.CharField(max_length=10, choices=How)
    told_on = models.DateField()
    source = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="the entry of the letter that told them",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("approval", "agency"), name="assessment_notice_once"),
            models.UniqueConstraint(
                fields=("approval",), condition=Q(agency=None), name="assessment_notice_to_the_family_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency or 'The family'}: {self.get_how_display().lower()}, {self.told_on:%-d %B %Y}"


class AssessmentOverRun(ActRecord):
    """Why an assessment takes longer than the limit, and with whom that was talked over."""

    day_field = "explained_on"

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="over_runs")
    explained_on = models.DateField()
    why = models.TextField("why it is taking longer")
    discussed_with_child = models.BooleanField(default=False)
    discussed_with_family = models.BooleanField(default=False)
    discussed_with_practitioners = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""),
                name="assessment_over_run_says_why",
                violation_error_message="Enter why it is taking longer.",
            ),
        ]

    def __str__(self) -> str:
        return f"Over-run explained on {self.explained_on:%-d %B %Y}"
