"""What a letter needs to know around a child, read in one query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as WhenCase
from django.db.models import F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from alongside.assessments.models import AssessmentNotice
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking
from alongside.facts import Fact as Row
from alongside.facts import listed_as, read
from alongside.family_help.models import ChildInNeedPlan
from alongside.letters.models import AddressRelease, Audience, LetterOutcome, LetterTemplate, LocalDays
from alongside.letters.protecting import Known
from alongside.letters.readers import Reader, Record, Step
from alongside.matching.models import Together
from alongside.moments import day_of
from alongside.people.folding import closed_up, fold
from alongside.people.models import ContactDetail, Name, Person, Relationship, Residence
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.referrals.models import Referral
from alongside.strands.models import StrandStep

OF_ADULTS = (
    Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT, Relationship.Kind.STEP_PARENT,
    Relationship.Kind.GRANDPARENT, Relationship.Kind.PARTNER, Relationship.Kind.CARER, Relationship.Kind.AUNT_OR_UNCLE,
)  # fmt: skip
PARENTS = (Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT)


def read_record(case: Case, child: Person, due_kinds: Iterable[str] = ()) -> Record:
    """What a letter needs to know around this child. One query.

    A home that was protected stays so after they left it, and one that is protected for one of them is for all.
    """
    facts: dict[str, list[Row]] = {}
    for one in read(_lists(case, child, tuple(due_kinds))):
        facts.setdefault(one.what, []).append(one)
    homes, contacts = facts.get("home", []), facts.get("contact", [])
    hidden_places = {_place(one) for one in homes if _protected(one)}
    hidden_people = {one.role for one in homes if _protected(one) and one.to_on is None}
    known = [
        *(Known(f"home:{one.key}", one.name, _postcode(one), protected=_place(one) in hidden_places) for one in homes),
        *(
            Known(f"contact:{one.key}", number=one.name, protected=bool(one.detail) or one.role in hidden_people)
            for one in contacts
        ),
    ]  # fmt: skip
    lead = next(iter(facts.get("lead", [])), None)
    parents = {
        one.key: Reader(
            Audience.PARENT,
            one.name,
            person_key=one.key,
            as_what=str(Relationship.Kind(one.role).label).lower(),
        )
        for one in facts.get("parent", [])
    }
    carers = {
        one.key: Reader(Audience.PARENT, one.name, person_key=one.key, as_what="carer")
        for one in facts.get("carer", []) if one.key not in parents
    }  # fmt: skip
    agencies = {
        one.key: Reader(Audience.AGENCY, one.name, agency_key=one.key, as_what="agency")
        for one in facts.get("agency", [])
    }
    words: dict[tuple[str, str], tuple[str, int]] = {}
    for one in sorted(facts.get("words", []), key=lambda one: int(one.detail.partition(" ")[2])):
        words[one.role, one.detail.partition(" ")[0]] = (one.name, int(one.detail.partition(" ")[2]))
    outcomes: dict[UUID, list[tuple[str, date, str]]] = {}
    for one in sorted(facts.get("outcome", []), key=lambda one: (str(one.recorded_at), one.name)):
        if one.key and one.from_on:
            outcomes.setdefault(one.key, []).append((one.role, one.from_on, one.detail))
    return Record(
        known=tuple(known), other_children=tuple(_children(child, facts)), lead=lead.name if lead else "",
        team=lead.role if lead else "", parents=tuple(sorted(parents.values(), key=lambda one: one.name)),
        agencies=tuple(sorted(agencies.values(), key=lambda one: one.name)),
        referrers={str(one.key): "" if one.detail == Referral.Referrer.ANONYMOUS else one.name or one.role
                   for one in sorted(facts.get("referral", []), key=lambda one: str(one.from_on))},
        released=frozenset((one.role, f"{one.name}:{one.key}") for one in facts.get("release", [])), words=words,
        entries=tuple(_entries(case, child, facts.get("entry", []))), outcomes=outcomes,
        copied=tuple((one.role, one.key, one.from_on) for one in facts.get("copied", []) if one.from_on),
        told=tuple((one.role, one.key, one.from_on) for one in facts.get("told", []) if one.from_on),
        helped=bool(facts.get("help")) and not facts.get("plan"),
        conference_called=max((one.recorded_at for one in facts.get("booking", []) if one.recorded_at), default=None),
        conference_on=min((day_of(one.at) for one in facts.get("booking", []) if one.at), default=None),
        carers=tuple(sorted(carers.values(), key=lambda one: one.name)), steps=tuple(_steps(facts.get("step", []))),
        local_days=_local_days(facts.get("local", [])),
    )  # fmt: skip


def known_of(child: Person) -> list[Known]:
    """Every home and number of everybody on this record and on the records of the family."""
    case = Case(child=child, area_id=child.area_id)
    return list(read_record(case, child).known)


def _lists(case: Case, child: Person, due_kinds: tuple[str, ...]) -> Iterator[QuerySet[Any]]:
    people = _around(child)
    hidden = WhenCase(When(protected=True, then=Value("1")), default=Value(""), output_field=TextField())
    kept: dict[str, Any] = {"output_field": TextField()}
    yield listed_as(
        "home", Residence.objects.filter(person__in=people, address__isnull=False), key="pk", name="address__lines",
        role=Cast("person", TextField()), detail=Concat(hidden, Value("\n"), F("address__postcode"), **kept), to_on="to_on",
    )  # fmt: skip
    yield listed_as("contact", ContactDetail.objects.filter(person__in=people), key="pk", name="value",
                    role=Cast("person", TextField()), detail=hidden)  # fmt: skip
    yield listed_as("person", people, key="pk", name="called", from_on="born_on")
    standing = Relationship.objects.filter(Q(person=child) | Q(other=child)).exclude(kind__in=OF_ADULTS)
    yield listed_as("young", standing, key="person", name="person__called")
    yield listed_as("young", standing, key="other", name="other__called")
    yield listed_as(
        "lead", Allocation.objects.current().filter(case=case.pk, capacity=Allocation.Capacity.LEAD_PRACTITIONER),
        name="practitioner__name", role="team__name",
    )  # fmt: skip
    # A parent who is not known has no name, and no letter.
    named = Name.objects.order_by().values("person")
    parents = Relationship.objects.filter(other=child, to_on=None, person__died_on=None, person__in=named)
    yield listed_as("parent", parents.filter(Q(kind__in=PARENTS) | Q(parental_responsibility="yes")), key="person",
                    name="person__called", role="kind")  # fmt: skip
    yield listed_as(
        "carer", parents.filter(kind=Relationship.Kind.CARER), key="person", name="person__called"
    )
    yield listed_as(
        "agency", Involvement.objects.current().filter(case=case.pk), key="agency", name="agency__name"
    )
    yield listed_as("referral", Referral.objects.filter(case=case.pk), key="pk", name="referrer_name", detail="referrer_kind",
                    role="referrer_relation", from_on="received_on")  # fmt: skip
    releases = AddressRelease.objects.filter(case__child=child)
    for name in ("home", "contact"):
        theirs = releases.exclude(**{name: None})
        yield listed_as(
            "release", theirs, role="recipient", name=Value(name, output_field=TextField()), key=name
        )
    yield listed_as("words", LetterTemplate.objects.filter(area=child.area_id), name="words", role="kind",
                    detail=Concat("audience", Value(" "), Cast("version", TextField()), **kept))  # fmt: skip
    yield listed_as("outcome", LetterOutcome.objects.filter(case=case.pk), key="letter", name=Cast("pk", TextField()),
                    role="what", detail=Concat("how", Value("\n"), "because", **kept), from_on="on",
                    recorded_at="recorded_at")  # fmt: skip
    yield listed_as("plan", ChildProtectionPlan.objects.filter(case=case.pk, ended_on=None), key="pk")
    yield listed_as("help", ChildInNeedPlan.objects.filter(case=case.pk, ending=None), key="pk")
    if due_kinds:
        yield listed_as("entry", case.chronology.standing().filter(kind__in=due_kinds), key="pk", name="kind",
                        role="sealed_for", detail=Cast("details", TextField()), from_on="happened_on",
                        recorded_at="recorded_at")  # fmt: skip
        yield listed_as("told", AssessmentNotice.objects.filter(approval__case=case.pk), key="agency",
                        role=Cast("approval__entry", TextField()), from_on="told_on")  # fmt: skip
        yield listed_as("told", EndingNotice.objects.filter(plan__case=case.pk).exclude(told_on=None).exclude(agency=None),
                        key="agency", role=Cast("plan__ending_entry", TextField()), from_on="told_on")  # fmt: skip
        copied = AssessmentNotice.objects.filter(approval__case=case.pk, how=AssessmentNotice.How.COPY)
        yield listed_as(
            "copied", copied, key="agency", role=Cast("approval__entry", TextField()), from_on="told_on"
        )
        yield listed_as(
            "booking",
            Booking.objects.to_come().about(case),
            key="pk",
            at="starts_at",
            recorded_at="called_at",
        )
        in_writing = Q(strand__kind="young-carer", step="assessed") | Q(
            strand__kind="pre-proceedings", step="letter-sent"
        )
        yield listed_as("step", StrandStep.objects.filter(in_writing, case=case.pk), name="strand__kind", key="strand",
                        role=Cast("entry", TextField()), detail=Cast("answers", TextField()), from_on="happened_on")  # fmt: skip
        yield listed_as("local", LocalDays.objects.filter(area=child.area_id), name="what",
                        role=Cast("working_days", TextField()), from_on="from_on")  # fmt: skip


def _entries(case: Case, child: Person, facts: Iterable[Row]) -> Iterator[Entry]:
    for one in sorted(facts, key=lambda one: (one.from_on or date.min, str(one.recorded_at), str(one.key))):
        assert one.from_on is not None
        yield Entry(
            id=one.key, kind=one.name, sealed_for=one.role, details=json.loads(one.detail), happened_on=one.from_on,
            case=case, child=child, area_id=child.area_id,
        )  # fmt: skip


def _steps(facts: Iterable[Row]) -> Iterator[Step]:
    for one in facts:
        if one.from_on:
            yield Step(
                one.name, one.key, UUID(one.role) if one.role else None, one.from_on, json.loads(one.detail)
            )


def _local_days(facts: Iterable[Row]) -> dict[str, tuple[tuple[date, int], ...]]:
    found: dict[str, list[tuple[date, int]]] = {}
    for one in facts:
        if one.from_on:
            found.setdefault(one.name, []).append((one.from_on, int(one.role)))
    return {what: tuple(sorted(days)) for what, days in found.items()}


def _children(child: Person, facts: dict[str, list[Row]]) -> list[str]:
    """Names of other children and young people on this record, for a sender to read past with care."""
    of_age = timezone.localdate().year - 18
    young = {
        one.name
        for one in facts.get("person", [])
        if one.key != child.pk and one.from_on and one.from_on.year >= of_age
    }
    related = {one.name for one in facts.get("young", []) if one.key != child.pk}
    grown = {one.name for one in facts.get("person", []) if one.from_on and one.from_on.year < of_age}
    return sorted((young | (related - grown)) - {child.called})


def _around(child: Person) -> QuerySet[Person]:
    """The child, those joined to or on the child's record, and those on theirs."""
    standing = Relationship.objects.all()
    same = Together.objects.filter(child=child).values("other")
    near = Person.objects.filter(
        Q(pk=child.pk) | Q(pk__in=same) | Q(pk__in=standing.filter(other=child).values("person"))
        | Q(pk__in=standing.filter(person=child).values("other"))
    ).order_by().values("pk")  # fmt: skip
    return Person.objects.filter(
        Q(pk__in=near) | Q(pk__in=standing.filter(other__in=near).values("person"))
        | Q(pk__in=standing.filter(person__in=near).values("other"))
    ).order_by()  # fmt: skip


def _place(home: Row) -> tuple[str, str]:
    return fold(home.name), closed_up(_postcode(home))


def _protected(home: Row) -> bool:
    return home.detail.startswith("1")


def _postcode(home: Row) -> str:
    return home.detail.partition("\n")[2]
