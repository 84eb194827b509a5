"""Early help: the offer and its answers, the assessment, the team around the family, refusal, stepping down, the end."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Team
from alongside.cases.models import CaseRecord
from alongside.chronology.models import ActRecord
from alongside.family_help.models import Agreed
from alongside.keys import new_key


class EarlyHelpOffer(ActRecord):
    """Early help offered to a family: by whom, why, what they were told, and what each of them answered."""

    day_field = "offered_on"

    offered_on = models.DateField()
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField("what the family might be helped with")
    told = models.TextField("what they were told is recorded and shared, and why", blank=True)

    class Meta:
        ordering = ("offered_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""),
                name="early_help_offer_says_why",
                violation_error_message="Enter what the family might be helped with.",
            ),
        ]

    def __str__(self) -> str:
        return f"Early help offered on {self.offered_on:%-d %B %Y}"


class OfferAnswer(models.Model):
    """What one person answered: to help, and apart from that to information being shared."""

    class Part(models.TextChoices):
        CHILD = "child", "The child or young person"
        PARENT = "parent", "A parent or carer"
        OTHER = "other", "Someone else in the family"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    offer = models.ForeignKey(EarlyHelpOffer, on_delete=models.PROTECT, related_name="answers")
    part = models.CharField(max_length=10, choices=Part)
    who = models.CharField(max_length=150)
    answer = models.CharField("to the help", max_length=10, choices=Agreed)
    words = models.TextField("in their words", blank=True)
    may_share = models.CharField("to information being shared", max_length=10, choices=Agreed)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(who=""),
                name="offer_answer_says_whose",
                violation_error_message="Enter whose answer this is.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.get_answer_display()}"


class OfferSign(models.Model):
    """A sign that was noticed, in the words of the text of that day. Signs are never counted."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    offer = models.ForeignKey(EarlyHelpOffer, on_delete=models.PROTECT, related_name="signs")
    key = models.CharField(max_length=40)
    label = models.CharField(max_length=200)

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("offer", "key"), name="offer_sign_named_once")]

    def __str__(self) -> str:
        return self.label


class EarlyHelpRefusal(ActRecord):
    """The family does not agree, or agrees no longer: why, what was done about it, and what was decided."""

    day_field = "refused_on"

    refused_on = models.DateField()
    why = models.TextField("why the family does not agree", blank=True)
    reassured = models.TextField("what they were told", blank=True)
    other_ways = models.TextField("other ways of helping", blank=True)
    without_help = models.TextField("what is likely to happen without help")
    decision = models.CharField(max_length=30)
    decision_label = models.CharField(max_length=150)
    reasons = models.TextField()

    class Meta:
        ordering = ("refused_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="") & ~Q(reasons="") & ~Q(without_help=""),
                name="early_help_refusal_is_judged_with_reasons",
                violation_error_message="Enter what is likely without help, what was decided, and the reasons.",
            ),
        ]

    def __str__(self) -> str:
        return f"Not agreed on {self.refused_on:%-d %B %Y}: {self.decision_label}"


class EarlyHelpAssessment(ActRecord):
    """One version of the early help assessment. Each time it is saved makes the next; the latest is how it stands."""

    day_field = "written_on"

    written_on = models.DateField()
    complete = models.BooleanField("whether it is finished", default=False)
    agreement = models.TextField("the agreement of the child and parents", blank=True)
    practitioners = models.TextField("the practitioners who contribute", blank=True)
    wishes = models.TextField("wishes and feelings, and advocacy", blank=True)
    contexts = models.TextField("age, family and contexts outside the family", blank=True)
    each_member = models.TextField("the needs of each member of the family", blank=True)
    underlying = models.TextField("presenting needs and what lies beneath", blank=True)
    facts = models.TextField("facts, and strengths", blank=True)
    action = models.TextField("action and services", blank=True)
    later_use = models.TextField("for an assessment under section 17 or 47", blank=True)
    special_regard = models.TextField("what needs special regard", blank=True)

    class Meta:
        ordering = ("recorded_at", "id")
        indexes = [models.Index(fields=("case", "recorded_at"), name="early_help_assessment_by_case")]

    def __str__(self) -> str:
        return f"Early help assessment, {self.written_on:%-d %B %Y}"


class FamilyTeamMember(CaseRecord):
    """Somebody in the team around a family, from one day to another: a practitioner, an agency, or one of the family.

    ``leads`` marks the lead practitioner of early help; ``family_view`` is what the family said about who leads.
    """

    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=150)
    part = models.CharField("what they do", max_length=200, blank=True)
    leads = models.BooleanField(default=False)
    family_view = models.TextField("what the family said about who leads", blank=True)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ("-leads", "from_on", "id")
        indexes = [models.Index(fields=("practitioner", "to_on"), name="family_team_by_practitioner")]
        constraints = [
            models.UniqueConstraint(
                fields=("case",), condition=Q(leads=True, to_on=None), name="family_team_one_lead_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(leads=False) | Q(practitioner__isnull=False),
                name="family_team_lead_signs_in",
                violation_error_message="Only a practitioner with an account can lead.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="family_team_part_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="family_team_member_is_named"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def words(self) -> str:
        """The name, the agency and what they do, as a sentence would say it."""
        return ", ".join(str(part) for part in (self.name, self.agency, self.part) if part)


class FamilyTeamMeeting(ActRecord):
    """A meeting of the team around the family."""

    day_field = "met_on"

    met_on = models.DateField()
    who = models.TextField("who was there")
    child_and_family = models.TextField("what the child and the family said", blank=True)
    discussed = models.TextField(blank=True)
    agreed = models.TextField(blank=True)

    class Meta:
        ordering = ("met_on", "id")
        constraints = [models.CheckConstraint(condition=~Q(who=""), name="family_team_meeting_says_who")]

    def __str__(self) -> str:
        return f"Met on {self.met_on:%-d %B %Y}"


class StepDown(ActRecord):
    """Help under section 17 gives way to early help, which goes on in the same episode."""

    day_field = "stepped_on"

    stepped_on = models.DateField()
    reasons = models.TextField()
    family_agreed = models.CharField("the family agrees", max_length=10, choices=Agreed)
    agreed_by = models.CharField("who was asked", max_length=200, blank=True)
    agreement_words = models.TextField("what they said", blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    family_view = models.TextField("what the family said about who leads", blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="step_down_says_why",
                violation_error_message="Enter why help under section 17 gives way to early help.",
            ),
        ]

    def __str__(self) -> str:
        return f"Stepped down on {self.stepped_on:%-d %B %Y}"


class EarlyHelpEnding(ActRecord):
    """The end of an episode of early help: why, what the child says, and who was told."""

    class Outcome(models.TextChoices):
        NEEDS_MET = "early-help-needs-met", "What the family needed is done"
        FAMILY_STOPPED = "early-help-family-stopped", "The family wants no more help"
        OTHER_SERVICES = "early-help-other-services", "Other services go on with the family"
        MOVED = "early-help-moved", "The family moved away"
        EIGHTEEN = "early-help-eighteen", "The young person reached eighteen"
        DIED = "early-help-died", "The child died"

    day_field = "ended_on"

    ended_on = models.DateField()
    outcome = models.CharField(max_length=40, choices=Outcome)
    reasons = models.TextField()
    views = models.TextField("what the child and the family say", blank=True)
    told = models.TextField("who was told", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="early_help_ending_says_why",
                violation_error_message="Enter why early help ends.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.ended_on:%-d %B %Y}"
