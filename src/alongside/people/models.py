"""Children, their families, where they live and what they are called."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.people.folding import FoldedField, closed_up, last_word
from alongside.people.numbers import check_number
from alongside.people.telephones import check_contact, contact_key

UNKNOWN, NOT_ASKED, DECLINED = "unknown", "not-asked", "declined"
THREE_ANSWERS = (
    (UNKNOWN, "Unknown"),
    (NOT_ASKED, "Not asked"),
    (DECLINED, "Declined to say"),
)


class Person(models.Model):
    """A child, or an adult in a child's life. Born, unborn, unnamed or not known: all are people here.

    ``called`` is the name shown everywhere; every name, with its dates, is a ``Name``.
    """

    class Sex(models.TextChoices):
        FEMALE = "F", "Female"
        MALE = "M", "Male"
        NOT_RECORDED = "U", "Not recorded, or not known yet"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="people")
    reference = models.CharField(max_length=20, unique=True)
    called = models.CharField("name shown", max_length=150)
    born_on = models.DateField("date of birth", null=True, blank=True)
    birth_estimated = models.BooleanField("date of birth is an estimate", default=False)
    expected_on = models.DateField("expected date of birth", null=True, blank=True)
    died_on = models.DateField("date of death", null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.NOT_RECORDED)
    gender = models.CharField("gender, in the person's own words", max_length=50, blank=True)
    ethnicity = models.CharField(max_length=20, default=NOT_ASKED)
    first_language = models.CharField(max_length=50, default=NOT_ASKED)
    interpreter = models.CharField(
        "needs an interpreter", max_length=10, default=NOT_ASKED,
        choices=(("yes", "Yes"), ("no", "No"), *THREE_ANSWERS),
    )  # fmt: skip
    religion = models.CharField(max_length=50, default=NOT_ASKED)
    disabled = models.CharField(
        max_length=10,
        default=NOT_ASKED,
        choices=(("yes", "Yes"), ("no", "No"), *THREE_ANSWERS),
    )
    communication_needs = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("called", "id")
        indexes = [
            models.Index(fields=("area", "called"), name="person_by_name"),
            models.Index(fields=("area", "born_on"), name="person_by_birth"),
            models.Index(
                fields=("area", "expected_on"),
                condition=Q(expected_on__isnull=False),
                name="person_by_expected_birth",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(born_on=None) | Q(expected_on=None),
                name="person_born_or_expected",
                violation_error_message="Give a date of birth or an expected date of birth, not both.",
            ),
            models.CheckConstraint(
                condition=Q(died_on=None) | Q(born_on=None) | Q(died_on__gte=F("born_on")),
                name="person_dies_after_birth",
                violation_error_message="The date of death is before the date of birth.",
            ),
            models.CheckConstraint(
                condition=~Q(called=""),
                name="person_is_called_something",
                violation_error_message="Enter a name, or words such as “Baby Okoye (not yet named)”.",
            ),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def is_unborn(self) -> bool:
        return self.born_on is None and self.expected_on is not None

    def age_on(self, day: date) -> int | None:
        """Whole years on a day; None while unborn or when the date of birth is not known."""
        if self.born_on is None or day < self.born_on:
            return None
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


class Name(models.Model):
    """One of a person's names, and when it was theirs."""

    class Kind(models.TextChoices):
        LEGAL = "legal", "Legal name"
        KNOWN_AS = "known-as", "Known as"
        BIRTH = "birth", "Name at birth"
        FORMER = "former", "Former name"
        ALIAS = "alias", "Alias"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.LEGAL)
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)
    given_key = FoldedField(of="given")
    given_last = FoldedField(of="given", by=last_word)
    family_key = FoldedField(of="family")
    family_last = FoldedField(of="family", by=last_word)

    class Meta:
        indexes = [
            models.Index(fields=("family", "given"), name="name_by_family"),
            models.Index(fields=("family_key", "given_key"), name="name_by_family_key"),
            models.Index(fields=("given_key", "family_key"), name="name_by_given_key"),
            models.Index(fields=("family_last",), name="name_by_family_last"),
            models.Index(fields=("given_last",), name="name_by_given_last"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(given="", family=""), name="name_is_not_empty"),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                name="name_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


class Identifier(models.Model):
    """A number or code by which some system knows a person. A case is never keyed on one."""

    class Scheme(models.TextChoices):
        LA_CHILD_ID = "la-child-id", "Local authority child identifier"
        UPN = "upn", "Unique pupil number"
        FORMER_UPN = "former-upn", "Former unique pupil number"
        UPN_UNKNOWN = "upn-unknown", "Reason there is no unique pupil number"
        NHS_NUMBER = "nhs-number", "NHS number"
        ULN = "uln", "Unique learner number"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    scheme = models.CharField(max_length=20, choices=Scheme)
    value = models.CharField(max_length=30)
    source = models.CharField(max_length=100, blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=("scheme", "value"), name="identifier_by_value")]
        constraints = [
            models.UniqueConstraint(
                fields=("area", "value"),
                condition=Q(scheme="la-child-id"),
                name="la_child_id_is_one_childs",
            ),
            models.UniqueConstraint(fields=("person", "scheme", "value"), name="identifier_recorded_once"),
            models.CheckConstraint(condition=~Q(value=""), name="identifier_has_a_value"),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"

    def clean(self) -> None:
        if problem := check_number(self.scheme, self.value):
            raise ValidationError({"value": problem})


class Disability(models.Model):
    """A disability recorded for a person, in the census's groups."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disabilities")
    code = models.CharField(max_length=5)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("person", "code"), name="disability_recorded_once")]

    def __str__(self) -> str:
        return self.code


class Relationship(models.Model):
    """How one person is related to another, and whether that carries parental responsibility.

    Read as: ``person`` is the ``kind`` of ``other``; “Grace is the mother of Amara”. A couple is two adults who are
    or were together: with a day in ``to_on`` they have separated. ``taken_back_because`` says why it was never so.
    """

    class Kind(models.TextChoices):
        MOTHER = "mother", "Mother"
        FATHER = "father", "Father"
        PARENT = "parent", "Parent"
        STEP_PARENT = "step-parent", "Step-parent"
        SIBLING = "sibling", "Brother or sister"
        GRANDPARENT = "grandparent", "Grandparent"
        AUNT_OR_UNCLE = "aunt-or-uncle", "Aunt or uncle"
        COUSIN = "cousin", "Cousin"
        CARER = "carer", "Carer"
        PARTNER = "partner", "Partner of a parent"
        COUPLE = "couple", "Husband, wife or partner"
        FRIEND = "friend", "Friend or peer"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="related_to")
    kind = models.CharField(max_length=20, choices=Kind)
    parental_responsibility = models.CharField(
        max_length=10,
        default=NOT_ASKED,
        choices=(("yes", "Yes"), ("no", "No"), *THREE_ANSWERS),
    )
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)
    taken_back_because = models.TextField("why it was taken back", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_because="") | Q(to_on__isnull=False),
                name="relationship_taken_back_is_over",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("other")),
                name="relationship_is_between_two",
                violation_error_message="A person cannot be their own relation. Choose someone else.",
            ),
            models.UniqueConstraint(
                fields=("person", "other", "kind"),
                condition=Q(to_on=None),
                name="relationship_recorded_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} is {self.get_kind_display().lower()} of {self.other}"


class Address(models.Model):
    """A place somebody lives or lived."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    lines = models.TextField()
    postcode = models.CharField(max_length=8, blank=True)
    lines_key = FoldedField(of="lines")
    postcode_key = FoldedField(of="postcode", by=closed_up, max_length=8)

    class Meta:
        indexes = [
            models.Index(fields=("lines_key",), name="address_by_lines_key"),
            models.Index(fields=("postcode_key",), name="address_by_postcode_key"),
        ]

    def __str__(self) -> str:
        return ", ".join([*self.lines.splitlines(), self.postcode]).strip(", ")


class Residence(models.Model):
    """A person at an address from one day to another. A protected one is shown only where it must be."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="residences")
    address = models.ForeignKey(Address, on_delete=models.PROTECT, null=True, blank=True)
    no_fixed_address = models.BooleanField(default=False)
    protected = models.BooleanField(default=False)
    protected_from = models.TextField("who must not be told, and why", blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(address__isnull=False, no_fixed_address=False)
                | Q(address=None, no_fixed_address=True),
                name="residence_is_somewhere_or_nowhere",
                violation_error_message="Give an address, or say that there is no fixed address.",
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                name="residence_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return "No fixed address" if self.no_fixed_address else str(self.address)


class ContactDetailQuerySet(models.QuerySet["ContactDetail"]):
    """Numbers and addresses of people, by who may be told."""

    def protected(self) -> Self:
        """Those marked so, and every one of somebody who lives at a protected address now."""
        return self.filter(self._is_protected())

    def in_the_open(self) -> Self:
        """All others: these alone are searched, and shown to whoever may open the record."""
        return self.exclude(self._is_protected())

    def _is_protected(self) -> Q:
        # Only the homes of those whose numbers are asked for are looked at: an index leads to them.
        theirs = self.order_by().values("person")
        hidden = Residence.objects.filter(person__in=theirs, protected=True, to_on=None)
        return Q(protected=True) | Q(person__in=hidden.values("person"))


class ContactDetail(models.Model):
    """A telephone number or an e-mail address of somebody, and what must be known before it is used.

    It is protected as an address is: where it is marked so, and while the person lives at a protected address.
    """

    class Kind(models.TextChoices):
        MOBILE = "mobile", "Mobile"
        HOME = "home", "Telephone at home"
        WORK = "work", "Telephone at work"
        OTHER = "other", "Another telephone"
        EMAIL = "email", "E-mail"

    class Safe(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_KNOWN = "not-known", "Not known"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_details")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField("number or address", max_length=100)
    value_key = FoldedField(of="value", by=contact_key, max_length=100)
    safe = models.CharField("safe to use", max_length=10, choices=Safe)
    note = models.TextField("what must be known before it is used", blank=True)
    protected = models.BooleanField(default=False)
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ContactDetailQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("value_key",), name="contact_detail_by_value_key")]
        constraints = [
            models.UniqueConstraint(
                fields=("person", "value_key"), condition=Q(to_on=None), name="contact_detail_recorded_once"
            ),
            models.CheckConstraint(condition=~Q(value=""), name="contact_detail_has_a_value"),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
                name="contact_detail_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value}"

    def clean(self) -> None:
        if problem := check_contact(self.kind, self.value):
            raise ValidationError({"value": problem})


class Household(models.Model):
    """People who live as one household. They may be several families, and change over time."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.called


class HouseholdMember(models.Model):
    """A person in a household from one day to another."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="households")
    from_on = models.DateField("from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("household", "person"),
                condition=Q(to_on=None),
                name="household_member_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.household}"


class Danger(models.Model):
    """A danger note that stands above every page about a person until somebody ends it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="dangers")
    words = models.CharField(max_length=300)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="danger_says_something")]

    def __str__(self) -> str:
        return self.words
