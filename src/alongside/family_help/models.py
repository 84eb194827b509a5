"""The plan of help for a child, by agreement or under section 17: its needs and actions, its reviews and its end."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.keys import new_key


class Agreed(models.TextChoices):
    """Whether the family agrees to help under section 17, which is theirs to accept or not."""

    YES = "yes", "Yes, they agree"
    IN_PART = "in-part", "They agree to some of it"
    NO = "no", "No, they do not agree"
    NOT_ASKED = "not-asked", "They have not been asked"


class PlanBasis(models.TextChoices):
    """On what basis the help of a plan is given."""

    EARLY_HELP = "early-help", "Early help, by agreement"
    SECTION_17 = "section-17", "Section 17 of the Children Act 1989"


class ChildInNeedPlanEnding(ActRecord):
    """The end of a plan of help: on what ground, why, and whether a withdrawal raises risk."""

    class Outcome(models.TextChoices):
        NEED_MET = "need-met", "The child's needs are met"
        STEPPED_UP = "stepped-up", "Help goes on under section 17"
        EARLY_HELP = "early-help", "Step down to early help"
        CHILD_PROTECTION_PLAN = "child-protection-plan", "A child protection plan took its place"
        LOOKED_AFTER = "looked-after", "The child became looked after"
        AGREEMENT_WITHDRAWN = "agreement-withdrawn", "The family withdrew their agreement"
        MOVED = "moved", "The family moved to another area for good"
        EIGHTEEN = "eighteen", "The child reached eighteen"
        DIED = "died", "The child died"

    day_field = "ended_on"

    ended_on = models.DateField()
    outcome = models.CharField(max_length=30, choices=Outcome)
    reasons = models.TextField()
    risk_weighed = models.TextField("whether the withdrawal raises risk for the child", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="child_in_need_plan_ending_says_why",
                violation_error_message="Enter why the plan ends.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.ended_on:%-d %B %Y}"


class ChildInNeedPlan(ActRecord):
    """One plan to help a child, agreed with the family. It is open while it has no ``ending``.

    ``basis`` is what it rests on now. Where an area has moved to family help one plan may go from one basis to
    another (``PlanBasisChange``); otherwise each plan has one.
    """

    day_field = "started_on"

    basis = models.CharField(max_length=20, choices=PlanBasis, default=PlanBasis.SECTION_17)
    started_on = models.DateField()
    aims = models.TextField("what the plan is to achieve for the child")
    expectations = models.TextField("what is expected of parents and carers", blank=True)
    strengths = models.TextField(blank=True)
    outside_factors = models.TextField("factors outside the family", blank=True)
    education = models.TextField("the child's education", blank=True)
    family_agreed = models.CharField("the family agrees", max_length=10, choices=Agreed)
    agreed_by = models.CharField("who was asked", max_length=200, blank=True)
    agreement_words = models.TextField("what they said", blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    next_review_on = models.DateField("next review", null=True, blank=True)
    ending = models.OneToOneField(
        ChildInNeedPlanEnding, on_delete=models.PROTECT, null=True, blank=True, related_name="plan"
    )

    class Meta:
        indexes = [models.Index(fields=("case", "started_on"), name="child_in_need_plan_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=Q(ending=None), name="child_in_need_plan_one_open_for_each_case"
            ),
            models.CheckConstraint(
                condition=~Q(aims=""),
                name="child_in_need_plan_has_an_aim",
                violation_error_message="Enter what the plan is to achieve for the child.",
            ),
            models.CheckConstraint(
                condition=Q(family_agreed="not-asked") | ~Q(agreed_by=""),
                name="child_in_need_plan_says_who_was_asked",
                violation_error_message="Enter who in the family was asked.",
            ),
            models.CheckConstraint(
                condition=Q(next_review_on=None) | Q(next_review_on__gt=F("started_on")),
                name="child_in_need_plan_is_reviewed_after_it_starts",
                violation_error_message="The next review is on or before the day the plan starts. Choose a later day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Plan of {self.case.child}, from {self.started_on:%-d %B %Y}"

    @property
    def is_open(self) -> bool:
        return self.ending_id is None


class ChildInNeedPlanNeed(models.Model):
    """Something the child needs, and what will be different when it is met."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(ChildInNeedPlan, on_delete=models.PROTECT, related_name="needs")
    need = models.TextField()
    outcome = models.TextField("what will be different for the child", blank=True)
    taken_over_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="from an earlier plan",
    )
    came_from = models.CharField("from a plan of another kind", max_length=100, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=~Q(need=""), name="child_in_need_plan_need_says_something")
        ]

    def __str__(self) -> str:
        return self.need


class ChildInNeedPlanAction(models.Model):
    """What somebody will do about a need, by when, and how everyone will know it worked.

    The owner is a name, from an agency or the family; or an agency, perhaps with a practitioner who signs in.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    need = models.ForeignKey(ChildInNeedPlanNeed, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.CharField("who will do it", max_length=150, blank=True)
    by_when = models.DateField(null=True, blank=True)
    how_we_will_know = models.TextField("how we will know", blank=True)
    done_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField("what came of it", blank=True)
    taken_over_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="from an earlier plan",
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="child_in_need_plan_action_says_what"),
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | ~Q(owner=""),
                name="child_in_need_plan_action_has_an_owner",
                violation_error_message="Say who will do it: an agency, or someone in the family.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def who(self) -> str:
        """Who does it, in words."""
        return self.owner or str(self.practitioner or self.agency)


class ChildInNeedPlanReview(ActRecord):
    """A review of a child-in-need plan: what has changed for the child, and what was decided."""

    day_field = "reviewed_on"

    plan = models.ForeignKey(ChildInNeedPlan, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    decision = models.CharField(max_length=40)
    decision_label = models.CharField(max_length=150)
    reasons = models.TextField()
    progress = models.TextField("what has changed for the child", blank=True)
    child_and_family = models.TextField("what the child and family say", blank=True)
    agreed_with = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    next_review_on = models.DateField("next review", null=True, blank=True)

    class Meta:
        ordering = ("reviewed_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="") & ~Q(reasons=""),
                name="child_in_need_plan_review_decides_with_reasons",
                violation_error_message="Enter what was decided, and the reasons.",
            ),
            models.CheckConstraint(
                condition=Q(next_review_on=None) | Q(next_review_on__gt=F("reviewed_on")),
                name="child_in_need_plan_next_review_is_later",
                violation_error_message="The next review is on or before this one. Choose a later day.",
            ),
        ]

    def __str__(self) -> str:
        return f"Reviewed on {self.reviewed_on:%-d %B %Y}: {self.decision_label}"


class PlanBasisChange(ActRecord):
    """A plan that goes on under another basis: from when, why, and whether the family agrees to that."""

    day_field = "changed_on"

    plan = models.ForeignKey(ChildInNeedPlan, on_delete=models.PROTECT, related_name="basis_changes")
    changed_on = models.DateField()
    was = models.CharField(max_length=20, choices=PlanBasis)
    became = models.CharField(max_length=20, choices=PlanBasis)
    reasons = models.TextField()
    family_agreed = models.CharField("the family agrees", max_length=10, choices=Agreed)
    agreed_by = models.CharField("who was asked", max_length=200, blank=True)
    agreement_words = models.TextField("what they said", blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("changed_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="plan_basis_change_says_why",
                violation_error_message="Enter why the basis changes.",
            ),
            models.CheckConstraint(
                condition=~Q(was=F("became")),
                name="plan_basis_change_changes_it",
                violation_error_message="The plan rests on that already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_became_display()}, from {self.changed_on:%-d %B %Y}"


class MoveOfArea(ActRecord):
    """A child in need moves to another area for good, or moved here: what is passed on, and what goes on meanwhile.

    ``passed_on`` is the day on which all relevant information and the plan were sent on, or came.
    """

    class Way(models.TextChoices):
        AWAY = "away", "The family moves to another area"
        HERE = "here", "The family moved here"

    day_field = "known_on"

    known_on = models.DateField("when we knew")
    way = models.CharField(max_length=10, choices=Way)
    other_authority = models.CharField("the other authority", max_length=150)
    moves_on = models.DateField("when the family moves", null=True, blank=True)
    passed_on = models.DateField("when everything was passed on", null=True, blank=True)
    with_plan = models.BooleanField("whether the plan went along", default=False)
    what = models.TextField("what was passed on", blank=True)
    meanwhile = models.TextField("how support goes on meanwhile", blank=True)
    need_weighed = models.TextField("how the receiving authority weighs need again", blank=True)

    class Meta:
        ordering = ("known_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(other_authority=""),
                name="move_of_area_names_the_other",
                violation_error_message="Enter the other authority.",
            ),
            models.CheckConstraint(
                condition=Q(passed_on=None) | ~Q(what=""),
                name="move_of_area_says_what_was_passed_on",
                violation_error_message="Enter what was passed on.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}: {self.other_authority}"


class PlannedChange(ActRecord):
    """A change that is known beforehand, and how it is planned: adult services, another area, another school."""

    class Kind(models.TextChoices):
        ADULT_SERVICES = "adult-services", "From children’s to adult services"
        AUTHORITY = "authority", "From one local authority to another"
        SCHOOL = "school", "From one school or college to another"
        OTHER = "other", "Another change"

    day_field = "planned_on"

    planned_on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind)
    changes_on = models.DateField("when it changes", null=True, blank=True)
    how = models.TextField("how the change is planned")
    takes_over = models.CharField("who takes over", max_length=200, blank=True)
    views = models.TextField("what the child and the family say", blank=True)

    class Meta:
        ordering = ("planned_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(how=""),
                name="planned_change_says_how",
                violation_error_message="Enter how the change is planned.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, planned on {self.planned_on:%-d %B %Y}"
