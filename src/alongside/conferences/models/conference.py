"""A conference that was held: who was there, and what it decided for each child."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area
from alongside.chronology.models import ActRecord
from alongside.keys import new_key
from alongside.people.models import THREE_ANSWERS
from alongside.plans.models import Category, ChildProtectionPlan


class Kind(models.TextChoices):
    """What a conference is to a child. At one sitting it may be a review for one, and initial for a newborn."""

    INITIAL = "initial", "Initial conference"
    TRANSFER_IN = "transfer-in", "Transfer-in conference"
    REVIEW = "review", "Review conference"


class Conference(models.Model):
    """One sitting, about one child or several brothers and sisters. What was decided is kept for each child.

    chair: where the chair can sign in; chair_name: always.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    chair_name = models.CharField("name of the chair", max_length=100, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("held_on", "id")

    def __str__(self) -> str:
        return f"Conference on {self.held_on:%-d %B %Y}"


class Attendance(models.Model):
    """Someone invited to a conference, or there: whether they came, and what became of their report."""

    class Came(models.TextChoices):
        PRESENT = "present", "Was there"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Did not come"

    class Report(models.TextChoices):
        RECEIVED = "received", "Written report received"
        VERBAL = "verbal", "Spoken report"
        NONE = "none", "No report"
        NOT_ASKED = "not-asked", "Not asked for one"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="attendance")
    name = models.CharField(max_length=150)
    part = models.CharField("their part", max_length=100, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    invited = models.BooleanField(default=True)
    came = models.CharField(max_length=10, choices=Came)
    report = models.CharField(max_length=10, choices=Report, default=Report.NOT_ASKED)
    report_received_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("conference", "name"), name="conference_attendance_once_for_each"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="conference_attendance_is_named"),
            models.CheckConstraint(
                condition=Q(report_received_on=None) | Q(report="received"),
                name="conference_report_received_when_it_was",
                violation_error_message="A report has a day on which it came only if it came.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ConferenceDecision(ActRecord):
    """What a conference decided for one child, in the words of those who were there.

    Views come first; where there are none, the answer says whether they are unknown, were not asked for, or
    were declined. category: of the plan, where there is one; the census asks for it, Working Together
    does not. core_group_on, ready_by, review_on: the timetable that the conference set. support: what help
    follows where there is no plan. proceedings, household: what a review considered (pages 98-99).
    """

    day_field = "held_on"

    class Decided(models.TextChoices):
        PLAN = "plan", "A child protection plan"
        NO_PLAN = "no-plan", "No child protection plan"
        CONTINUE = "continue", "The plan continues"
        END = "end", "The plan ends"

    class Support(models.TextChoices):
        CHILD_IN_NEED = "child-in-need-plan", "A child-in-need plan"
        EARLY_HELP = "early-help", "Early help"
        OTHER = "other", "Other help"
        NONE = "none", "No further help"

    class Advocacy(models.TextChoices):
        TAKEN_UP = "taken-up", "Offered, and taken up"
        DECLINED = "declined", "Offered, and declined"
        NOT_OFFERED = "not-offered", "Not offered"

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="decisions")
    plan = models.ForeignKey(
        ChildProtectionPlan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conference_decisions",
    )
    kind = models.CharField(max_length=15, choices=Kind)
    held_on = models.DateField()
    child_views = models.TextField("what the child said", blank=True)
    child_views_answer = models.CharField(
        "why nothing of the child's is recorded", max_length=10, choices=THREE_ANSWERS, blank=True
    )
    child_took_part = models.CharField("how the child took part", max_length=200, blank=True)
    parents_views = models.TextField("what parents said", blank=True)
    parents_views_answer = models.CharField(
        "why nothing of the parents' is recorded", max_length=10, choices=THREE_ANSWERS, blank=True
    )
    advocacy = models.CharField(max_length=15, choices=Advocacy, blank=True)
    progress = models.TextField("what has changed since the last conference", blank=True)
    decided = models.CharField(max_length=10, choices=Decided)
    category = models.CharField(max_length=20, choices=Category, blank=True)
    reasons = models.TextField()
    support = models.CharField(max_length=20, choices=Support, blank=True)
    support_words = models.TextField("what help follows, from whom", blank=True)
    proceedings = models.TextField("court proceedings, whether considered and why", blank=True)
    household = models.TextField("the other children of the household", blank=True)
    core_group_on = models.DateField(null=True, blank=True)
    ready_by = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("held_on", "id")
        indexes = [models.Index(fields=("area", "kind", "held_on"), name="conference_decision_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=("conference", "case"), name="conference_decision_once_for_each_child"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("initial", "transfer-in"), decided__in=("plan", "no-plan"))
                | Q(kind="review", decided__in=("continue", "end")),
                name="conference_decision_is_one_its_conference_can_make",
                violation_error_message="This is not something that a conference of this kind decides.",
            ),
            models.CheckConstraint(
                condition=Q(decided__in=("plan", "continue"), category__in=Category.values)
                | Q(decided__in=("no-plan", "end"), category=""),
                name="conference_decision_for_a_plan_has_a_category",
                violation_error_message="Choose the category of the plan.",
            ),
            models.CheckConstraint(
                condition=Q(decided="no-plan", plan=None) | (~Q(decided="no-plan") & Q(plan__isnull=False)),
                name="conference_decision_for_a_plan_names_it",
            ),
            models.CheckConstraint(
                condition=(Q(child_views="") | Q(child_views_answer=""))
                & (Q(parents_views="") | Q(parents_views_answer="")),
                name="conference_decision_has_views_or_says_why_not",
                violation_error_message="Give what was said, or say why there is nothing; not both.",
            ),
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="conference_decision_records_its_reasons",
                violation_error_message="Enter the reasons for the decision.",
            ),
            models.CheckConstraint(
                condition=(Q(core_group_on=None) | Q(core_group_on__gt=F("held_on")))
                & (Q(ready_by=None) | Q(ready_by__gte=F("held_on")))
                & (Q(review_on=None) | Q(review_on__gt=F("held_on"))),
                name="conference_decision_sets_days_to_come",
                violation_error_message="A day that the conference set is not after the conference. Change it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.case.child} on {self.held_on:%-d %B %Y}"


class Dissent(models.Model):
    """Someone who disagreed with a decision, and why."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    decision = models.ForeignKey(ConferenceDecision, on_delete=models.PROTECT, related_name="dissent")
    name = models.CharField(max_length=150)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(reasons=""),
                name="conference_dissent_says_who_and_why",
                violation_error_message="Say who disagreed, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} disagreed"
