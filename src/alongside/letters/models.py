"""Letters: who one is to, what its writer says, what was signed, what became of it.

What was signed is written once. A mistake in it is put right by another letter, which names it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency, Area
from alongside.cases.models import CaseRecord
from alongside.chronology.models import ActRecord, Entry
from alongside.keys import new_key
from alongside.people.models import ContactDetail, Person, Residence


class Audience(models.TextChoices):
    """Whom a letter speaks to. Each has words of its own, and may know different things."""

    REFERRER = "referrer", "Whoever made the referral"
    CHILD = "child", "The child"
    PARENT = "parent", "A parent, or another with parental responsibility"
    AGENCY = "agency", "An agency"
    AUTHORITY = "authority", "Another local authority"
    NAMED = "named", "Somebody whom the family named"


class LetterTemplate(models.Model):
    """The words of one kind of letter to one audience in one area. The latest version holds; earlier ones stay."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    audience = models.CharField(max_length=10, choices=Audience)
    version = models.PositiveIntegerField()
    words = models.TextField()
    why = models.CharField("why it was changed", max_length=200)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("area", "kind", "audience", "version"), name="letter_template_version_once"
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(why=""),
                name="letter_template_says_something_and_why",
                violation_error_message="Write the letter, and say why its words change.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.get_audience_display().lower()}, version {self.version}"


class LocalDays(models.Model):
    """How many working days one area gives itself to send something, from a day on: its own figure, and no law."""

    class What(models.TextChoices):
        PLAN = "plan-circulation", "Sending out the plan after a conference"
        COPY = "assessment-copy", "Giving the family its copy of an assessment"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=30, choices=What)
    working_days = models.PositiveSmallIntegerField()
    from_on = models.DateField("from")
    because = models.CharField("where it was agreed", max_length=200)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "local days"
        constraints = [
            models.UniqueConstraint(fields=("area", "what", "from_on"), name="local_days_from_one_day_once"),
            models.CheckConstraint(
                condition=Q(working_days__gte=1) & ~Q(because=""),
                name="local_days_are_some_and_say_where_agreed",
                violation_error_message="Enter how many working days, and where that was agreed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.working_days} working days"


class Letter(CaseRecord):
    """A letter to one recipient. Its writer changes it until it is signed.

    about: what happened that makes it due, where it is about one. ``said`` holds what its writer says, by box.
    others_belong: the names of other children in it were read, and belong there. instead_of: the letter it corrects.
    """

    kind = models.CharField(max_length=60)
    audience = models.CharField(max_length=10, choices=Audience)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    to_name = models.CharField("to", max_length=150)
    about = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    said = models.JSONField("what its writer says", default=dict, blank=True)
    language = models.CharField(max_length=50, blank=True)
    large_print = models.BooleanField(default=False)
    others_belong = models.BooleanField(default=False)
    instead_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )

    class Meta:
        indexes = [models.Index(fields=("case", "recorded_at"), name="letter_by_case")]
        constraints = [
            models.CheckConstraint(condition=~Q(to_name=""), name="letter_is_to_somebody"),
            models.CheckConstraint(
                condition=Q(person=None) | Q(agency=None), name="letter_is_to_a_person_or_an_agency"
            ),
        ]

    def __str__(self) -> str:
        return f"Letter to {self.to_name}"

    @property
    def recipient(self) -> str:
        """Who it is to, as a key: two letters with the same key are to the same reader."""
        return f"{self.audience}:{self.person_id or self.agency_id or self.to_name}"


class SignedLetter(ActRecord):
    """What a letter said when it was signed, word for word. Written once; every file is made from it.

    sha256: of the file as PDF, so that a file that turns up can be compared.
    """

    day_field = "signed_on"

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="signed")
    signed_on = models.DateField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    blocks = models.JSONField("what it says")
    template_version = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(sha256=""), name="signed_letter_has_its_digest")]

    def __str__(self) -> str:
        return f"{self.title}, signed on {self.signed_on:%-d %B %Y}"


class LetterTranslation(ActRecord):
    """A signed letter in another language, as a translator wrote it. Never made by a machine."""

    day_field = "put_in_on"

    signed = models.OneToOneField(SignedLetter, on_delete=models.PROTECT, related_name="translation")
    language = models.CharField(max_length=50)
    translator = models.CharField("who translated it", max_length=150)
    words = models.TextField()
    put_in_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(translator=""),
                name="letter_translation_says_who_wrote_it",
                violation_error_message="Put in the translation, and say who made it.",
            ),
        ]

    def __str__(self) -> str:
        return f"In {self.language}, by {self.translator}"


class LetterOutcome(ActRecord):
    """What became of a letter: it went, it could not be delivered, or it was decided that it does not go."""

    class What(models.TextChoices):
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        NOT_SENT = "not-sent", "Not to be sent"

    class How(models.TextChoices):
        IN_PERSON = "in-person", "Handed over in person"
        POST = "post", "By post"
        SECURE_EMAIL = "secure-email", "By secure e-mail, outside this service"
        ACCOUNT = "account", "Through the agency’s account here"

    day_field = "on"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="outcomes")
    what = models.CharField(max_length=10, choices=What)
    how = models.CharField(max_length=15, choices=How, blank=True)
    because = models.TextField("why", blank=True)
    on = models.DateField()
    home = models.ForeignKey(
        Residence, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="the home it was posted to",
    )  # fmt: skip

    class Meta:
        ordering = ("on", "id")
        constraints = [
            models.CheckConstraint(
                condition=(Q(what="sent") & ~Q(how="")) | (~Q(what="sent") & ~Q(because="")),
                name="letter_outcome_says_how_or_why",
                violation_error_message="Say how it went, or why it did not.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.on:%-d %B %Y}"


class AddressRelease(ActRecord):
    """A protected home or number that one recipient may be told, because a named manager says so and why.

    It says which home or number, never what it is. It holds until ``to_on``.
    """

    day_field = "released_on"

    home = models.ForeignKey(Residence, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(
        ContactDetail, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recipient = models.CharField("to whom, as a key", max_length=170)
    to_name = models.CharField("to whom", max_length=150)
    because = models.TextField("why")
    released_on = models.DateField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(home__isnull=False, contact=None) | Q(home=None, contact__isnull=False),
                name="address_release_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(because=""),
                name="address_release_gives_a_reason",
                violation_error_message="Say why this recipient may know it.",
            ),
        ]

    def __str__(self) -> str:
        return f"Released to {self.to_name}, {self.released_on:%-d %B %Y}"
