"""The child's people: who they are to the child, where everyone lives, and what the child is known by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.desk.around import Around, around
from alongside.desk.banner import banner_from
from alongside.desk.kin import role_of
from alongside.facts import Fact, listed_as
from alongside.family.ethnicities import in_words as ethnicity_in_words
from alongside.family.names import mark_of, named_only
from alongside.family.reaching import reached_through
from alongside.people.models import (
    NOT_ASKED,
    THREE_ANSWERS,
    ContactDetail,
    HouseholdMember,
    Identifier,
    Name,
    Person,
    Relationship,
    Residence,
)
from alongside.ui.pages import render
from alongside.ui.words import date_words

ANSWERS = dict(THREE_ANSWERS)
#: Lists of numbers and addresses: those that whoever opens the record may see, and the others.
OPEN, PROTECTED = "contact", "contact-protected"


@dataclass(frozen=True, slots=True)
class Kin:
    """One relationship, read from the child's side."""

    key: UUID
    name: str
    role: str
    responsibility: str
    lasts: str
    ended: bool
    at_home: bool


@dataclass(frozen=True, slots=True)
class Home:
    """One place the child lives or lived. words is “Protected” for a reader who may not see it."""

    words: str
    lasts: str
    protected: bool
    protected_from: str
    now: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """One number or address. shown: empty for a reader who may not see it. dial: where a press rings it."""

    key: UUID
    whose: str
    kind: str
    shown: str
    safe: str
    note: str
    lasts: str
    protected: bool
    ended: bool
    dial: str


@require_safe
def people(request: HttpRequest, reference: str) -> HttpResponse:
    """Relationships, household, addresses, names and numbers, with their dates."""
    child = open_child(request, reference)
    known = around(child, practitioner_of(request), also=_lists)
    may_change = policies.CHANGE_DETAILS in known.may
    kin = _kin(child, practitioner_of(request), {one.key for one in known["housemate"]})
    return render(request, "desk/people.html", {
        "child": child,
        "banner": banner_from(request, known),
        "kin": [one for one in kin if not one.ended],
        "former_kin": [one for one in kin if one.ended],
        "housemates": sorted(known["housemate"], key=lambda one: one.name),
        "homes": _homes(child, may_see_protected=may_change),
        "contacts": _contacts(known, may_see_protected=may_change),
        "details": details_of(child),
        "names": _names(known["name"]),
        "identifiers": sorted(_identifiers(known["identifier"])),
        "dangers": known.dangers,
        "nhs_number_known": any(one.role == Identifier.Scheme.NHS_NUMBER for one in known["identifier"]),
        "may_change": may_change,
        "named_only": [(name, mark_of(name)) for name in named_only(request, child)] if may_change else [],
        "acts": _acts(reference) if may_change else {},
    })  # fmt: skip


def details_of(child: Person) -> list[tuple[str, str]]:
    """What is recorded about the child, question by question; the three answers in words."""

    def said(value: str) -> str:
        return ANSWERS.get(value, value)

    born = date_words(child.born_on, "Not known")
    if child.expected_on:
        born = f"Not born yet, expected {date_words(child.expected_on)}"
    return [
        ("Name shown", child.called),
        ("Date of birth", f"{born} (an estimate)" if child.birth_estimated else born),
        ("Sex", str(child.get_sex_display())),
        ("Gender, in the child’s own words", child.gender or ANSWERS[NOT_ASKED]),
        ("Ethnicity", ethnicity_in_words(child.ethnicity)),
        ("First language", said(child.first_language)),
        ("Needs an interpreter", str(child.get_interpreter_display())),
        ("Religion", said(child.religion)),
        ("Disabled", str(child.get_disabled_display())),
        ("Communication needs", child.communication_needs or "None recorded"),
    ]


def lasts(from_on: date | None, to_on: date | None) -> str:
    """“from 3 May 2024 to 2 June 2025”, as far as it is known."""
    since = f"from {date_words(from_on)}" if from_on else ""
    until = f"until {date_words(to_on)}" if to_on else ""
    return " ".join(part for part in (since, until) if part)


def _lists(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    homes = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    mates = HouseholdMember.objects.filter(household__in=homes, to_on=None).exclude(person=child)
    return (
        listed_as(
            "name", Name.objects.filter(person=child), name="given", detail="family", role="kind",
            from_on="from_on", to_on="to_on", key="pk",
        ),
        listed_as(
            "identifier", Identifier.objects.filter(person=child), name="value", role="scheme", detail="source",
            from_on="from_on", to_on="to_on", key="pk",
        ),
        listed_as("housemate", policies.READ_CHILD.not_denied(mates, me, "person"), name="person__called", from_on="from_on", key="person"),
        *_contact_lists(child, me),
    )  # fmt: skip


def _kin(child: Person, me: Practitioner, at_home: set[UUID | None]) -> list[Kin]:
    found = Relationship.objects.filter(Q(person=child) | Q(other=child)).select_related("person", "other")
    for end in ("person", "other"):
        found = policies.READ_CHILD.not_denied(found, me, end)
    told = [_one_of_kin(one, child, at_home) for one in found]
    return sorted(told, key=lambda one: (one.role, one.name))


def _one_of_kin(one: Relationship, child: Person, at_home: set[UUID | None]) -> Kin:
    theirs = one.other_id == child.pk
    who = one.person if theirs else one.other
    return Kin(
        key=one.pk,
        name=who.called,
        role=role_of(one.kind, from_other_end=not theirs),
        responsibility=str(one.get_parental_responsibility_display()) if theirs else "",
        lasts=lasts(one.from_on, one.to_on),
        ended=one.to_on is not None,
        at_home=who.pk in at_home,
    )


def _homes(child: Person, *, may_see_protected: bool) -> list[Home]:
    """Where the child lives and lived, the latest first. A protected address is words only for most readers."""
    found = Residence.objects.filter(person=child).select_related("address")
    told = sorted(found, key=lambda one: (one.to_on is None, one.from_on or date.min), reverse=True)
    return [
        Home(
            words=str(one) if may_see_protected or not one.protected else "Protected",
            lasts=lasts(one.from_on, one.to_on),
            protected=one.protected,
            protected_from=one.protected_from if may_see_protected else "",
            now=one.to_on is None,
        )
        for one in told
    ]


def _contact_lists(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Facts of numbers and addresses. name: as it is shown. role: its kind. detail: the rest, as JSON."""
    theirs = ContactDetail.objects.filter(person__in=reached_through(child, me))
    rest = JSONObject(whose="person__called", safe="safe", note="note", key="value_key")
    for what, found in ((OPEN, theirs.in_the_open()), (PROTECTED, theirs.protected())):
        yield listed_as(what, found, name="value", role="kind", detail=Cast(rest, TextField()),
                        from_on="from_on", to_on="to_on", key="pk")  # fmt: skip


def _contacts(known: Around, *, may_see_protected: bool) -> list[Reach]:
    """How the child and those around them can be reached, by whose it is."""
    told = [
        *(_reach(one, told=True) for one in known[OPEN]),
        *(_reach(one, told=may_see_protected, protected=True) for one in known[PROTECTED]),
    ]
    return sorted(told, key=lambda one: (one.ended, one.whose, one.kind, one.key))


def _reach(one: Fact, *, told: bool, protected: bool = False) -> Reach:
    rest, ended = json.loads(one.detail), one.to_on is not None
    safe, kind = ContactDetail.Safe(rest["safe"]), ContactDetail.Kind(one.role)
    dial = f"{'mailto' if kind == ContactDetail.Kind.EMAIL else 'tel'}:{rest['key']}"
    assert one.key is not None
    return Reach(
        key=one.key, whose=rest["whose"], kind=str(kind.label), shown=one.name if told else "",
        safe=str(safe.label), note=rest["note"] if told else "", lasts=lasts(one.from_on, one.to_on),
        protected=protected, ended=ended,
        dial=dial if told and not ended and safe == ContactDetail.Safe.YES else "",
    )  # fmt: skip


def _names(facts: Iterable[Fact]) -> list[tuple[str, str, str]]:
    return [
        (str(Name.Kind(one.role).label), f"{one.name} {one.detail}".strip(), lasts(one.from_on, one.to_on))
        for one in facts
    ]


def _identifiers(facts: Iterable[Fact]) -> list[tuple[str, str, str]]:
    return [
        (str(Identifier.Scheme(one.role).label), one.name, lasts(one.from_on, one.to_on)) for one in facts
    ]


def _acts(reference: str) -> dict[str, str]:
    """The addresses of the pages that change what is shown here."""
    names = (
        "change-details", "add-name", "add-relative", "add-couple", "living-with", "change-address", "add-identifier",
        "add-contact", "note-danger", "nhs-number",
    )  # fmt: skip
    return {name: reverse(f"family:{name}", args=(reference,)) for name in names}
