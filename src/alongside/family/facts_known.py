"""What the child's own details, family and home say, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, CharField, Expression, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from alongside.facts import listed_as
from alongside.family.ethnicities import GROUPS
from alongside.people.models import DECLINED, NOT_ASKED, UNKNOWN, Person, Relationship, Residence

DETAILS = Value("The child’s details", output_field=TextField())
NO_ANSWER = (UNKNOWN, NOT_ASKED, DECLINED)


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Ethnicity, language and religion; disability and needs; family and network; where the child lives.

    An address that is protected is not listed.
    """
    me = Person.objects.filter(pk=child.pk)
    ethnicity = Case(
        *(When(ethnicity=code, then=Value(words)) for code, words in GROUPS.items()),
        output_field=TextField(),
    )
    yield listed_as(
        "identity", me.exclude(ethnicity__in=NO_ANSWER), name=DETAILS, role=_label("Ethnicity: "),
        detail=ethnicity, key="pk",
    )  # fmt: skip
    for field, label in (("first_language", "First language: "), ("religion", "Religion: ")):
        known = me.exclude(**{f"{field}__in": NO_ANSWER})
        yield listed_as("identity", known, name=DETAILS, role=_label(label), detail=_text(field), key="pk")
    yield listed_as(
        "health", me.filter(disabled="yes"), name=DETAILS, role=_label(""), key="pk",
        detail=Value("The child is recorded as disabled.", output_field=TextField()),
    )  # fmt: skip
    yield listed_as(
        "health",
        me,
        name=DETAILS,
        role=_label("Communication: "),
        detail=_text("communication_needs"),
        key="pk",
    )
    yield from _around(child)
    homes = Residence.objects.filter(person=child, to_on=None, protected=False)
    where = Case(
        When(no_fixed_address=True, then=Value("No fixed address")),
        default=Concat(F("address__lines"), Value(", "), F("address__postcode")), output_field=TextField(),
    )  # fmt: skip
    yield listed_as("housing", homes, name=DETAILS, detail=where, from_on="from_on", key="pk")


def _around(child: Person) -> Iterable[QuerySet[Any]]:
    theirs = Relationship.objects.filter(to_on=None)
    near = Q(kind__in=("mother", "father", "parent", "step-parent", "sibling", "partner", "carer"))
    of_me = theirs.filter(other=child)
    has = Value(" (has parental responsibility)")
    words = Case(
        When(parental_responsibility="yes", then=Concat(F("person__called"), has)),
        default=F("person__called"), output_field=TextField(),
    )  # fmt: skip
    for topic, these in (
        ("family-and-social-relationships", of_me.filter(near)),
        ("family-network", of_me.exclude(near)),
        ("wider-family", of_me.exclude(near)),
    ):
        yield listed_as(topic, these, name=DETAILS, role=_kind(), detail=words, key="other")


def _kind() -> Expression:
    choices = Relationship.Kind.choices
    return Case(
        *(When(kind=key, then=Value(f"{label}: ")) for key, label in choices), output_field=TextField()
    )


def _label(words: str) -> Expression:
    return Value(words, output_field=TextField())


def _text(field: str) -> Expression:
    return Cast(F(field), CharField())
