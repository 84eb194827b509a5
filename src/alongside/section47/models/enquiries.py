"""Section 47 enquiries: from the discussion that began them to what was decided after them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.section47.models.discussions import StrategyDiscussion


class Section47Enquiry(ActRecord):
    """Enquiries that began at one strategy discussion, whose entry in the chronology they share.

    Open while nothing concludes them; a child has at most one open at a time.
    """

    day_field = "started_on"

    started_on = models.DateField("day of the strategy discussion that began them")
    opened_by = models.OneToOneField(StrategyDiscussion, on_delete=models.PROTECT, related_name="enquiry")
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    conducted = models.CharField(max_length=15, choices=StrategyDiscussion.EnquiryBy)
    conclusion = models.OneToOneField(
        "EnquiryConclusion", on_delete=models.PROTECT, null=True, blank=True, related_name="enquiry"
    )

    class Meta:
        verbose_name = "section 47 enquiry"
        constraints = [
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(conclusion=None),
                name="enquiry_one_open_for_each_case",
                violation_error_message="Section 47 enquiries are already open for this child.",
            ),
        ]

    def __str__(self) -> str:
        return f"Section 47 enquiries since {self.started_on:%-d %B %Y}"


class EnquiryStep(ActRecord):
    """Something done in the course of the enquiries. The keys are those of the record's headings."""

    day_field = "done_on"

    class Kind(models.TextChoices):
        PURPOSE = "purpose-explained", "Purpose, process and possible outcome explained to the family"
        PARENTS = "parents", "A talk with parents or carers"
        FAMILY = "family-and-environment", "The wider family, the home and what is outside it"
        HISTORY = "history", "The child's and family's history"
        CHECK = "agencies", "A check with an agency"
        PERMISSION = "permission", "A decision about parents' permission for checks"
        JOINT_INTERVIEW = "joint-interview", "A joint interview with the police"
        MEDICAL = "medical", "A medical examination"

    class Permission(models.TextChoices):
        GIVEN = "given", "Parents gave permission"
        GO_AHEAD = "go-ahead", "Go ahead without it"
        DO_NOT = "do-not", "Do not make the checks"

    enquiry = models.ForeignKey(Section47Enquiry, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=30, choices=Kind)
    done_on = models.DateField("day it was done")
    with_whom = models.CharField("with whom, or about whom", max_length=200, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    permission = models.CharField(max_length=10, choices=Permission, blank=True)
    words = models.TextField("what was learnt, or decided and why")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="enquiry_step_says_something",
                violation_error_message="Say what was learnt, or what was decided and why.",
            ),
            models.CheckConstraint(
                condition=(Q(kind="permission") & ~Q(permission=""))
                | (~Q(kind="permission") & Q(permission="")),
                name="enquiry_step_permission_is_a_decision",
                violation_error_message="Say what was decided about permission, where permission is the subject.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.done_on:%-d %B %Y}"


class EnquiryConclusion(ActRecord):
    """What was decided after the enquiries, by whom, why, and what follows for the family."""

    day_field = "concluded_on"

    class Outcome(models.TextChoices):
        NOT_SUBSTANTIATED = "not-substantiated", "Concerns are not substantiated"
        NO_CONFERENCE = (
            "substantiated-no-conference",
            "Concerns are substantiated, and no conference is needed",
        )
        CONFERENCE = "conference", "An initial child protection conference"
        NO_CONFERENCE_IS_ALL = (
            "no-conference",
            "No conference is needed; whether concerns were substantiated is not recorded",
        )

    class Harm(models.TextChoices):
        SUFFERING = "suffering", "The child is suffering significant harm"
        LIKELY = "likely", "The child is likely to suffer significant harm"
        NOT_CONTINUING = (
            "not-continuing",
            "There was significant harm, and it is judged neither to go on nor to be likely",
        )
        NONE = "none", "No significant harm was found"

    class Told(models.TextChoices):
        CHILD = "child", "The child"
        PARENTS = "parents", "Parents or carers"
        AGENCIES = "agencies", "The agencies involved"
        REFERRER = "referrer", "The referrer"

    concluded_on = models.DateField("day of the decision")
    outcome = models.CharField(max_length=30, choices=Outcome)
    analysis = models.TextField(blank=True)
    reasons = models.TextField()
    childs_views = models.TextField("the child's views", blank=True)
    consulted = models.TextField("who was consulted, and who disagreed", blank=True)
    harm = models.CharField("the level of harm", max_length=20, choices=Harm, blank=True)
    no_medical_because = models.TextField("why there was no medical examination", blank=True)
    no_interview_because = models.TextField("why there was no interview for evidence", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told = models.JSONField("who has been told", default=list, blank=True)
    told_what = models.TextField("what they were told", blank=True)
    family_group = models.TextField("family group decision-making: what was said", blank=True)
    support = models.TextField("support, and how the child's welfare is watched", blank=True)
    support_owner = models.CharField("who sees to it", max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="enquiry_conclusion_records_its_reasons",
                violation_error_message="Enter the reasons for the decision.",
            ),
            models.CheckConstraint(
                condition=Q(
                    outcome__in=(
                        "not-substantiated",
                        "substantiated-no-conference",
                        "conference",
                        "no-conference",
                    )
                ),
                name="enquiry_conclusion_has_an_outcome",
                violation_error_message="Choose one of the three outcomes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.concluded_on:%-d %B %Y}"

    @property
    def told_words(self) -> list[str]:
        """Who has been told, inside a sentence."""
        return [str(self.Told(key).label).lower() for key in self.told]
