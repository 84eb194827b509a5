"""What runs beside a child's case: a strand, what happened in it, and the agencies that take part."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area
from alongside.cases.models import CaseRecord
from alongside.chronology.models import ActRecord, Entry
from alongside.keys import new_key
from alongside.strands import kinds
from alongside.strands.answers import names_in, told


class Strand(CaseRecord):
    """One thing that runs beside a case, from its opening to its end. ``kind`` names its declaration.

    ``single`` holds whether only one of the kind may be open, so that the database can keep to it.
    """

    kind = models.CharField(max_length=60)
    single = models.BooleanField("one at a time")
    opened_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=60, blank=True)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beside = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="linked")

    class Meta:
        indexes = [models.Index(fields=("case", "kind"), name="strand_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=("case", "kind"), condition=Q(ended_on=None, single=True), name="strand_one_open_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, outcome="") | Q(ended_on__isnull=False) & ~Q(outcome=""),
                name="strand_that_ended_says_how",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("opened_on")),
                name="strand_ends_after_it_opened",
                violation_error_message="It cannot end before it began. Check the day.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.declared.title}, from {self.opened_on:%-d %B %Y}"

    @property
    def declared(self) -> kinds.StrandKind:
        """Its declaration."""
        return kinds.kind(self.kind)

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def outcome_words(self) -> str:
        """How it ended, in words."""
        return dict(self.declared.outcomes).get(self.outcome, self.outcome)


class StrandStep(ActRecord):
    """Something that happened in a strand, with the answers to what its declaration asks, by their keys.

    A record that is named in an answer stands there by its key; days and moments in ISO form.
    """

    day_field = "happened_on"

    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=60)
    happened_on = models.DateField()
    happened_at = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [models.Index(fields=("strand", "happened_on"), name="strand_step_by_strand")]
        constraints = [
            models.CheckConstraint(condition=~Q(step=""), name="strand_step_says_what_happened"),
        ]

    def __str__(self) -> str:
        return f"{self.strand.declared.titled(self.declared)}, {self.happened_on:%-d %B %Y}"

    @property
    def declared(self) -> kinds.StepKind:
        """Its declaration."""
        return self.strand.declared.by_id[self.step]

    def answers_in_words(self) -> str:
        """Each question and its answer on a line, for whoever is given the record about them."""
        names = names_in([(self.declared, self.answers)])
        return "\n".join(f"{one.label} {one.words}" for one in told(self.declared, self.answers, names))


class EarlierAnswers(models.Model):
    """What was answered in a step before somebody corrected it, who had recorded that, and why it was corrected."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    step = models.ForeignKey(StrandStep, on_delete=models.PROTECT, related_name="earlier")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    because = models.TextField("why it was corrected")

    class Meta:
        verbose_name_plural = "earlier answers"
        ordering = ("-corrected_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(because=""), name="earlier_answers_say_why_they_were_corrected"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}, as recorded before {self.corrected_at:%-d %B %Y}"

    def answers_in_words(self) -> str:
        """Each question and its answer on a line, for whoever is given the record about them."""
        declared = self.step.declared
        names = names_in([(declared, self.answers)])
        return "\n".join(f"{one.label} {one.words}" for one in told(declared, self.answers, names))


class StrandAgency(models.Model):
    """An agency that takes part in a strand: it sees this strand, and no other."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="agencies")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "strand agencies"
        constraints = [
            models.UniqueConstraint(fields=("strand", "agency"), name="strand_agency_takes_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.agency} in {self.strand}"


class LocalSteps(models.Model):
    """How one area settles disagreements between practitioners, from a day on: its own steps, and no law."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="disagreement_steps")
    from_on = models.DateField("from")
    steps = models.JSONField("steps, in their order")
    because = models.TextField("where it was agreed")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "local steps"
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on"), name="local_steps_from_one_day_once"),
            models.CheckConstraint(condition=~Q(because=""), name="local_steps_say_where_agreed"),
        ]

    def __str__(self) -> str:
        return f"{self.area}, from {self.from_on:%-d %B %Y}"
