"""A strategy discussion: who took part, what each knew, what was decided for one child, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency
from alongside.chronology.models import ActRecord
from alongside.keys import new_key


class StrategyDiscussion(ActRecord):
    """Agencies decide together whether section 47 enquiries begin for one child.

    Children discussed at once share ``held_together`` and each has a whole record of their own: one
    child's may be closed to somebody who may read the other's, and each is kept for its own time.
    """

    day_field = "held_on"

    class Form(models.TextChoices):
        MEETING = "meeting", "A meeting, in person or by video"
        CALLS = "calls", "Telephone calls"

    class Decision(models.TextChoices):
        NO_FURTHER_ROLE = "no-further-role", "No further role for children's social care"
        SECTION_17 = "section-17-assessment", "A section 17 assessment"
        SECTION_47 = "section-47-enquiry", "Section 47 enquiries"
        FURTHER_DISCUSSION = "further-discussion", "A further discussion"

    class EnquiryBy(models.TextChoices):
        SINGLE = "single", "By children's social care alone"
        JOINT = "joint", "Jointly with the police"
        NOT_RECORDED = "not-recorded", "Not recorded where it came from"

    class FamilyTold(models.TextChoices):
        TOLD = "told", "Yes"
        NOT_TOLD = "not-told", "No, not yet"

    class NotTold(models.TextChoices):
        INVESTIGATION = "investigation", "It could jeopardise a police investigation"
        HARM = "harm", "It could put the child at risk of significant harm"

    held_together = models.UUIDField(default=new_key, editable=False)
    held_on = models.DateField("day of the discussion")
    held_at = models.DateTimeField("time of the discussion", null=True, blank=True)
    form = models.CharField(max_length=10, choices=Form)
    convened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=30, choices=Decision)
    enquiry_by = models.CharField("single or joint", max_length=15, choices=EnquiryBy, blank=True)
    reasons = models.TextField()
    childs_views = models.TextField("the child's views", blank=True)
    missing_information = models.TextField(blank=True)
    criminal_investigation = models.TextField(blank=True)
    medical = models.TextField(blank=True)
    police_tasks = models.TextField("what the police do", blank=True)
    health_tasks = models.TextField("what health does", blank=True)
    legal_action = models.TextField(blank=True)
    child_kept_safe = models.TextField("how the child is kept safe and spoken to", blank=True)
    family_told = models.CharField(max_length=10, choices=FamilyTold, blank=True)
    told_what = models.TextField("what the child and family are told", blank=True)
    not_told_because = models.CharField(max_length=20, choices=NotTold, blank=True)
    other_children = models.TextField("other children considered", blank=True)
    next_discussion_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=("held_together",), name="discussion_held_together")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="strategy_discussion_records_its_reasons",
                violation_error_message="Enter the reasons for the decision.",
            ),
            models.CheckConstraint(
                condition=Q(
                    decision__in=(
                        "no-further-role", "section-17-assessment", "section-47-enquiry", "further-discussion",
                    )
                ),
                name="strategy_discussion_decides",
                violation_error_message="Choose one of the four ways on from a strategy discussion.",
            ),
            models.CheckConstraint(
                condition=Q(decision="section-47-enquiry", enquiry_by__in=("single", "joint", "not-recorded"))
                | (~Q(decision="section-47-enquiry") & Q(enquiry_by="")),
                name="strategy_discussion_single_or_joint",
                violation_error_message=(
                    "Say whether the enquiries are single or joint when they begin, and only then."
                ),
            ),
            models.CheckConstraint(
                condition=Q(family_told="not-told", not_told_because__in=("investigation", "harm"))
                | (~Q(family_told="not-told") & Q(not_told_because="")),
                name="strategy_discussion_not_told_for_a_reason",
                violation_error_message=(
                    "Say which of the two exceptions applies when the family is not told, and only then."
                ),
            ),
            models.CheckConstraint(
                condition=Q(next_discussion_on=None) | Q(next_discussion_on__gte=F("held_on")),
                name="strategy_discussion_next_is_not_before",
                violation_error_message="The next discussion is before this one. Change one of the days.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Strategy discussion on {self.held_on:%-d %B %Y}"


class Participation(models.Model):
    """Somebody who took part: for which agency, what it knew, what it thought, and whether it dissented."""

    class View(models.TextChoices):
        CAUSE = "cause", "Reasonable cause to suspect significant harm"
        NO_CAUSE = "no-cause", "No reasonable cause to suspect it"
        NOT_YET = "not-yet", "It cannot be said yet"
        NOT_GIVEN = "not-given", "Gave no view"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    discussion = models.ForeignKey(
        StrategyDiscussion, on_delete=models.PROTECT, related_name="participations"
    )
    place = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=100)
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agency_name = models.CharField("an agency not listed", max_length=150, blank=True)
    sector = models.CharField(max_length=30, choices=Agency.Sector)
    may_decide = models.CharField(
        "senior enough to decide for their agency", max_length=3, blank=True,
        choices=(("yes", "Yes"), ("no", "No")),
    )  # fmt: skip
    information = models.TextField("what the agency knows", blank=True)
    view = models.CharField(max_length=10, choices=View, blank=True)
    dissent = models.TextField("why they disagree with the decision", blank=True)

    class Meta:
        ordering = ("place", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="participation_is_somebodys",
                violation_error_message="Enter who took part.",
            ),
            models.CheckConstraint(
                condition=Q(agency__isnull=False, agency_name="") | (Q(agency=None) & ~Q(agency_name="")),
                name="participation_is_for_one_agency",
                violation_error_message="Choose an agency, or name one that is not in the list.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.agency_called}"

    @property
    def agency_called(self) -> str:
        """The agency's name, listed or not."""
        return str(self.agency or self.agency_name)


class DiscussionAction(models.Model):
    """Something a strategy discussion asked of somebody."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    discussion = models.ForeignKey(StrategyDiscussion, on_delete=models.PROTECT, related_name="actions")
    place = models.PositiveSmallIntegerField(default=0)
    what = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_on = models.DateField("by when", null=True, blank=True)

    class Meta:
        ordering = ("place", "id")
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="discussion_action_says_what")]

    def __str__(self) -> str:
        return self.what
