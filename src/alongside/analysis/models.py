"""What people lay upon a chronology: what matters and why, tags, and analysis. None of it changes an entry.

Whatever lies upon an entry carries the entry's own mark, so that it is for the same eyes.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.access.marks import Mark
from alongside.agencies.models import Area
from alongside.chronology.models import Entry
from alongside.keys import new_key
from alongside.people.models import Person


class LaidUpon(models.QuerySet[models.Model]):
    """Queries over what lies upon entries."""

    def standing(self) -> LaidUpon:
        """What nobody took back."""
        return self.filter(taken_back_at=None)


class OnAnEntry(models.Model):
    """What every thing laid upon an entry carries: whose it is, the entry's own mark, and who took it back when."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(class)ss")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="%(class)ss")
    sealed_for = models.CharField(
        "marked as", max_length=20, choices=Mark, blank=True, default="", db_default=""
    )
    said_at = models.DateTimeField(default=timezone.now, editable=False)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LaidUpon.as_manager()

    class Meta:
        abstract = True


class Significance(OnAnEntry):
    """A person's judgement that an entry matters, for what, and why. No score, and nobody's but theirs.

    The headings are this service's own. They follow what an assessment looks at, and are no list of the guidance's.
    """

    class For(models.TextChoices):
        SAFETY = "safety", "The child’s safety"
        DEVELOPMENT = "development", "The child’s health and development"
        CARE = "care", "The care the child is given"
        SURROUNDINGS = "surroundings", "The family and what surrounds it"
        OUTSIDE_HOME = "outside-home", "Harm outside the home"
        VOICE = "voice", "What the child says and shows"
        PATTERN = "pattern", "A pattern that comes again"
        CHANGE = "change", "A change, for better or worse"

    significant_for = models.CharField("significant for", max_length=20, choices=For)
    reason = models.TextField()
    taken_back_because = models.TextField("why it was taken back", blank=True)

    class Meta:
        verbose_name_plural = "significances"
        indexes = [
            models.Index(fields=("child", "taken_back_at"), name="significance_by_child"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="significance_says_why",
                violation_error_message="Enter why this matters.",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_because="")),
                name="significance_is_taken_back_for_a_reason",
                violation_error_message="Enter why it is taken back.",
            ),
            models.UniqueConstraint(
                fields=("entry", "significant_for", "said_by"),
                condition=Q(taken_back_at=None),
                name="significance_once_by_each_person",
                violation_error_message="You have said this of this entry already.",
            ),
        ]

    def __str__(self) -> str:
        return f"Significant for: {self.get_significant_for_display()}"


class EntryTag(OnAnEntry):
    """A word put on an entry, of the area's own small set or free. Its history stays when it is taken off."""

    words = models.CharField(max_length=60)
    key = models.CharField(max_length=60, editable=False)

    class Meta:
        indexes = [models.Index(fields=("child", "taken_back_at"), name="entry_tag_by_child")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="entry_tag_says_something",
                violation_error_message="Enter a word.",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="entry_tag_is_taken_off_by_somebody",
            ),
            models.UniqueConstraint(
                fields=("entry", "key"),
                condition=Q(taken_back_at=None),
                name="entry_tag_once_on_an_entry",
                violation_error_message="This tag is on the entry already.",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class AreaTag(models.Model):
    """One of the tags that an area keeps, so that people who mean the same use the same word."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="tags")
    words = models.CharField(max_length=60)
    key = models.CharField(max_length=60, editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="area_tag_says_something",
                violation_error_message="Enter a word.",
            ),
            models.UniqueConstraint(
                fields=("area", "key"),
                condition=Q(ended_at=None),
                name="area_tag_once_in_an_area",
                violation_error_message="The area keeps this tag already.",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Note(models.Model):
    """Analysis by a person: of one entry, of a span of time, or of the pattern. Its words are its versions.

    ``versions`` is the number of the latest.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="analysis_notes")
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="analysis_notes"
    )
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)
    sealed_for = models.CharField(
        "marked as", max_length=20, choices=Mark, blank=True, default="", db_default=""
    )
    versions = models.PositiveSmallIntegerField(default=1, editable=False)

    class Meta:
        indexes = [models.Index(fields=("child",), name="analysis_note_by_child")]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry=None) | Q(from_on=None, to_on=None),
                name="analysis_note_is_of_an_entry_or_of_a_span",
                violation_error_message="An analysis is of one entry or of a span of time, not both.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(from_on__isnull=False, to_on__gte=F("from_on")),
                name="analysis_note_ends_after_it_begins",
                violation_error_message="The last day is before the first. Check both days.",
            ),
        ]

    def __str__(self) -> str:
        return f"Analysis of {self.child}"


class NoteVersion(models.Model):
    """The words of an analysis as somebody signed them. Written once: who thinks again writes another."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="written")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    why = models.TextField("why it was written again", blank=True)
    signed_at = models.DateTimeField(default=timezone.now, editable=False)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="analysis_note_version_says_something",
                violation_error_message="Enter what you make of it.",
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(why=""),
                name="analysis_note_version_says_why",
                violation_error_message="Enter why it is written again.",
            ),
            models.UniqueConstraint(
                fields=("note", "number"),
                name="analysis_note_version_is_numbered_once",
                violation_error_message="Somebody wrote this again meanwhile. Read what they wrote first.",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}, signed by {self.signed_by} on {self.signed_at:%-d %B %Y}"
