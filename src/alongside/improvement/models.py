"""Self-assessments of organisations and of the partnership, their action plans, and who has which part. About no child."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area
from alongside.keys import new_key

ME = settings.AUTH_USER_MODEL


class PartnershipPart(models.Model):
    """Somebody's part in assessing: for one organisation, or for the partnership; why, and until which day."""

    class Part(models.TextChoices):
        ASSESSOR = "assessor", "Assesses and plans for an organisation"
        PARTNER = "partner", "Safeguarding partner, or their delegate"
        SCRUTINEER = "scrutineer", "Independent scrutineer"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="partnership_parts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="partnership_parts")
    part = models.CharField(max_length=10, choices=Part)
    reason = models.TextField()
    from_on = models.DateField("from")
    until_on = models.DateField("until")
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("part", "from_on", "id")
        indexes = [models.Index(fields=("practitioner", "until_on"), name="partnership_part_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=("area", "practitioner", "part"), condition=Q(ended_on=None, agency=None),
                name="partnership_part_held_once",
                violation_error_message="They hold this part already. End that first, or choose somebody else.",
            ),
            models.UniqueConstraint(
                fields=("area", "agency", "practitioner"), condition=Q(ended_on=None, agency__isnull=False),
                name="organisation_assessor_named_once",
                violation_error_message="They are named for this organisation already. End that first, or choose somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(part="assessor", agency__isnull=False) | ~Q(part="assessor") & Q(agency=None),
                name="partnership_part_of_one_kind",
                violation_error_message="Choose an organisation for whoever assesses one, and none for the others.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")) & ~Q(reason=""), name="partnership_part_has_reason_and_end",
                violation_error_message="Enter why, and a last day that is not before the first.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.get_part_display()}"


class AssessmentScale(models.Model):
    """The words in which an area's organisations score themselves, from a day on: the area's own, and no law."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="assessment_scales")
    from_on = models.DateField("from")
    labels = models.JSONField("words, in their order")
    because = models.TextField("where it was agreed")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on"), name="assessment_scale_from_one_day_once"),
            models.CheckConstraint(condition=~Q(because=""), name="assessment_scale_says_where_agreed"),
        ]

    def __str__(self) -> str:
        return f"{self.area}, from {self.from_on:%-d %B %Y}"


class SelfAssessment(models.Model):
    """One round in which an organisation, or where none is named the partnership of the area, judges itself.

    What is judged are the statements of the rules in force on its day; ``edition`` keeps which text that was.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="self_assessments")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="self_assessments"
    )
    on = models.DateField("the day it is about")
    edition = models.TextField("the text in force on that day")
    summary = models.TextField("what was said of it when it was signed", blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(ME, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(ME, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_aside_on = models.DateField(null=True, blank=True)
    set_aside_because = models.TextField("why it was set aside", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "id")
        indexes = [
            models.Index(fields=("agency", "on"), name="self_assessment_by_agency"),
            models.Index(fields=("area", "submitted_at"), name="self_assessment_by_area"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("area", "agency"), condition=Q(signed_at=None, set_aside_on=None, agency__isnull=False),
                name="self_assessment_open_once", violation_error_message="A self-assessment is open already.",
            ),
            models.UniqueConstraint(
                fields=("area",), condition=Q(signed_at=None, set_aside_on=None, agency=None),
                name="partnership_assessment_open_once", violation_error_message="A self-assessment is open already.",
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None) | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="self_assessment_is_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, submitted_by=None)
                | Q(submitted_at__isnull=False, submitted_by__isnull=False, signed_at__isnull=False),
                name="self_assessment_is_signed_before_it_is_submitted",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_on=None, set_aside_because="")
                | Q(set_aside_on__isnull=False, signed_at=None) & ~Q(set_aside_because=""),
                name="self_assessment_is_set_aside_with_a_reason",
                violation_error_message="Enter why it is set aside.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.whose}, {self.on:%-d %B %Y}"

    @property
    def whose(self) -> str:
        """Who judged itself."""
        return str(self.agency) if self.agency_id else f"{self.area} safeguarding partnership"

    @property
    def is_open(self) -> bool:
        return self.signed_at is None and self.set_aside_on is None


class StatementAnswer(models.Model):
    """What was judged of one statement in one round, by people: in words, never as a number.

    ``statement`` names the rule and the heading; ``cited`` keeps the place in the text as it stood.
    """

    class Standing(models.TextChoices):
        SCORED = "scored", "Scored"
        NOT_YET = "not-yet", "Not scored yet"
        NOT_OURS = "not-ours", "Does not apply to us"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    assessment = models.ForeignKey(SelfAssessment, on_delete=models.PROTECT, related_name="answers")
    statement = models.CharField(max_length=120)
    cited = models.TextField("where the text says so")
    standing = models.CharField(max_length=8, choices=Standing)
    score = models.CharField("in the organisation's own words", max_length=100, blank=True)
    because = models.TextField("why it does not apply", blank=True)
    rests_on = models.TextField("what it rests on", blank=True)
    kept_at = models.CharField("where that is kept", max_length=300, blank=True)
    on = models.DateField("the day it was judged")
    owner = models.ForeignKey(ME, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_name = models.CharField("who else answers for it", max_length=150, blank=True)
    next_step = models.TextField("what to do next", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("statement", "id")
        constraints = [
            models.UniqueConstraint(fields=("assessment", "statement"), name="statement_answered_once_a_round"),
            models.CheckConstraint(
                condition=Q(standing="scored", because="") & ~Q(score="")
                | Q(standing="not-yet", score="", because="")
                | Q(standing="not-ours", score="") & ~Q(because=""),
                name="statement_answer_says_which",
                violation_error_message="Enter the score, or why it does not apply.",
            ),
            models.CheckConstraint(
                condition=Q(owner=None) | Q(owner_name=""), name="statement_answer_has_one_owner",
                violation_error_message="Choose who answers for it, or name somebody else; one of the two.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.statement}: {self.said}"

    @property
    def said(self) -> str:
        """The score in the organisation's words, or that there is none and why."""
        return self.score or str(self.get_standing_display())

    @property
    def who(self) -> str:
        """Who answers for it."""
        return str(self.owner) if self.owner_id else self.owner_name


class PlannedAction(models.Model):
    """One thing an organisation plans to do: taken from a list of the guidance with its words, or written by itself.

    ``rests_on``: the rules it rests on, each with the place in the text as it stood when it was planned.
    """

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="planned_actions")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="planned_actions"
    )
    what = models.TextField()
    why = models.TextField(blank=True)
    listed_as = models.CharField("its id in the list it was taken from", max_length=120, blank=True)
    rests_on = models.JSONField("the rules it rests on", default=list, blank=True)
    would_show = models.TextField("what would show that it is done", blank=True)
    assessment = models.ForeignKey(
        SelfAssessment, on_delete=models.PROTECT, null=True, blank=True, related_name="actions"
    )
    statement = models.CharField(max_length=120, blank=True)
    owner = models.ForeignKey(ME, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_name = models.CharField("who else does it", max_length=150, blank=True)
    due_on = models.DateField("by when", null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField("what shows that it is done, or why it was dropped", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("due_on", "id")
        indexes = [
            models.Index(fields=("agency", "outcome", "due_on"), name="planned_action_by_agency"),
            models.Index(fields=("owner", "due_on"), condition=Q(outcome=""), name="planned_action_by_owner"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("area", "agency", "listed_as"),
                condition=Q(outcome="", agency__isnull=False) & ~Q(listed_as=""),
                name="planned_action_taken_once", violation_error_message="This action is in your plan already.",
            ),
            models.UniqueConstraint(
                fields=("area", "listed_as"), condition=Q(outcome="", agency=None) & ~Q(listed_as=""),
                name="partnership_action_taken_once", violation_error_message="This action is in the plan already.",
            ),
            models.CheckConstraint(
                condition=~Q(what=""), name="planned_action_says_what",
                violation_error_message="Enter what will be done.",
            ),
            models.CheckConstraint(
                condition=Q(owner=None) | Q(owner_name=""), name="planned_action_has_one_owner",
                violation_error_message="Choose who does it, or name somebody else; one of the two.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_on=None, came_of_it="")
                | ~Q(outcome="") & Q(settled_on__isnull=False) & ~Q(came_of_it=""),
                name="planned_action_settled_says_how",
                violation_error_message="Enter what shows that it is done, or why it is dropped.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what

    @property
    def whose(self) -> str:
        """Whose plan it stands in."""
        return str(self.agency) if self.agency_id else f"{self.area} safeguarding partnership"

    @property
    def who(self) -> str:
        """Who does it; empty where nobody is named yet."""
        return str(self.owner) if self.owner_id else self.owner_name


class ImprovementChange(models.Model):
    """What was done to a self-assessment, an action or a part, written once: who, when, in words, and what stood before."""

    class What(models.TextChoices):
        BEGUN = "begun", "Begun"
        JUDGED = "judged", "Statement judged"
        SIGNED = "signed", "Signed"
        SUBMITTED = "submitted", "Submitted to the partnership"
        ADDED = "added", "Added after signing"
        SET_ASIDE = "set-aside", "Set aside"
        PLANNED = "planned", "Planned"
        CHANGED = "changed", "Changed"
        PROGRESS = "progress", "Progress"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"
        REOPENED = "reopened", "Opened again"
        PART_GIVEN = "part-given", "Part given"
        PART_ENDED = "part-ended", "Part ended"
        SCALE_SET = "scale-set", "Scale set"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(
        SelfAssessment, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    statement = models.CharField(max_length=120, blank=True)
    action = models.ForeignKey(
        PlannedAction, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    what = models.CharField(max_length=12, choices=What)
    happened_on = models.DateField()
    words = models.TextField()
    before = models.TextField("what stood there before", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=("assessment", "recorded_at"), name="improvement_by_assessment"),
            models.Index(fields=("action", "recorded_at"), name="improvement_by_action"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""), name="improvement_change_says_what",
                violation_error_message="Enter what there is to say.",
            ),
            models.CheckConstraint(
                condition=Q(assessment=None) | Q(action=None), name="improvement_change_is_of_one_thing"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.happened_on:%-d %B %Y}"
