"""The view of the record for one reader: the one place that decides what a letter to them may hold.

Nothing else gives a letter anything of the record. Addresses, telephone numbers and e-mail addresses are in no field:
none can be asked for. What was written for named eyes is in none either. What can tell where somebody lives, such as
the name of a school or the place of a meeting, is left out for the family and for whoever referred while anybody of
the family lives at a protected address.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as WhenCase
from django.db.models import F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from alongside.assessments.models import AssessmentApproval, AssessmentNotice
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking, Invitation
from alongside.facts import Fact as Row
from alongside.facts import listed_as, read
from alongside.letters.models import AddressRelease, Audience, LetterOutcome, LetterTemplate
from alongside.letters.protecting import Known
from alongside.letters.which import LetterKind
from alongside.matching.models import Together
from alongside.people.folding import closed_up, fold
from alongside.people.models import ContactDetail, Name, Person, Relationship, Residence
from alongside.plans.models import ChildProtectionPlan, EndingNotice, PlanForTheChild
from alongside.plans.reading import read_plan
from alongside.referrals.models import Referral
from alongside.ui.words import day_long, moment

#: Who lives in the same world as those from whom an address is protected.
OUTSIDE_THE_AGENCIES = (Audience.CHILD, Audience.PARENT, Audience.REFERRER)
OF_ADULTS = (
    Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT, Relationship.Kind.STEP_PARENT,
    Relationship.Kind.GRANDPARENT, Relationship.Kind.PARTNER, Relationship.Kind.CARER, Relationship.Kind.AUNT_OR_UNCLE,
)  # fmt: skip
PARENTS = (Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT)
TELLS_WHERE = "It can tell where somebody lives, and a home in this family is protected."
FOR_NAMED_EYES = "It was written for named eyes only."


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a letter can be to. key: the same for two letters to the same reader."""

    audience: Audience
    name: str
    person_key: UUID | None = None
    agency_key: UUID | None = None
    as_what: str = ""

    @property
    def key(self) -> str:
        return f"{self.audience.value}:{self.person_key or self.agency_key or self.name}"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a field holds, before anybody asked who reads it. tells_where: it names a place or an agency."""

    words: str
    tells_where: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What one reader may be shown. left_out: what stands in the record and not here, each with why."""

    fields: dict[str, str]
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What a letter needs to know around a child, read in one query: see ``read_record``.

    homes: keys of protected homes and numbers are among ``known``. entries: what makes letters due, in order.
    outcomes: by the key of a letter. words: an area's own templates, by kind and audience, the latest.
    """

    known: tuple[Known, ...] = ()
    other_children: tuple[str, ...] = ()
    lead: str = ""
    team: str = ""
    parents: tuple[Reader, ...] = ()
    agencies: tuple[Reader, ...] = ()
    referrers: dict[str, str] = field(default_factory=dict)
    released: frozenset[tuple[str, str]] = frozenset()
    words: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    outcomes: dict[UUID, list[tuple[str, date, str]]] = field(default_factory=dict)
    told: tuple[tuple[str, UUID | None, date], ...] = ()
    conference_booked: bool = False

    @property
    def somebody_is_protected(self) -> bool:
        """Whether anybody of the family has, or had, a protected home or number."""
        return any(one.protected for one in self.known)

    def released_to(self, recipient: str) -> set[str]:
        """The keys of protected homes and numbers that a manager released to this reader."""
        return {key for whom, key in self.released if whom == recipient}


def shown_to(kind: LetterKind, case: Case, reader: Reader, about: Entry | None, record: Record) -> Shown:
    """What a letter of this kind may hold for this reader. Every field it may name is there, perhaps empty."""
    may_hold = kind.may_hold(reader.audience)
    facts = _of_every_letter(case, reader, about, record)
    left_out: list[tuple[str, str]] = []
    if about is not None and about.sealed_for:
        left_out.append((kind.title, FOR_NAMED_EYES))
    else:
        facts |= FACTS.get(kind.id, _nothing)(case, about, may_hold)
    hides_places = reader.audience in OUTSIDE_THE_AGENCIES and record.somebody_is_protected
    fields = dict.fromkeys(may_hold, "")
    for name, fact in facts.items():
        if name not in may_hold or not fact.words:
            continue
        if fact.tells_where and hides_places:
            left_out.append((fact.words, TELLS_WHERE))
        else:
            fields[name] = fact.words
    return Shown(fields, tuple(left_out))


def readers_of(kind: LetterKind, child: Person, record: Record, about: Entry | None) -> list[Reader]:
    """Everybody to whom a letter of this kind may go: the child, each parent by themselves, each agency."""
    found: list[Reader] = []
    for audience in kind.audiences:
        if audience == Audience.CHILD and not child.is_unborn and child.died_on is None:
            found.append(Reader(Audience.CHILD, child.called, person_key=child.pk, as_what="the child"))
        elif audience == Audience.PARENT:
            found += record.parents
        elif audience == Audience.AGENCY:
            found += record.agencies
        elif audience == Audience.REFERRER:
            names = record.referrers
            key = str(about.details.get("referral", "")) if about else next(reversed(names), "")
            if names.get(key):
                found.append(Reader(Audience.REFERRER, names[key], as_what="made the referral"))
    return found


def reader_with(
    kind: LetterKind, child: Person, record: Record, about: Entry | None, key: str
) -> Reader | None:
    """The reader with this key, if a letter of this kind may go to them. Another authority is named by its writer."""
    found = [reader for reader in readers_of(kind, child, record, about) if reader.key == key]
    if found or Audience.AUTHORITY not in kind.audiences or not key.startswith("authority:"):
        return found[0] if found else None
    name = key.removeprefix("authority:").strip()
    return Reader(Audience.AUTHORITY, name[:150]) if name else None


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
        referrers={str(one.key): one.name or one.role for one in sorted(facts.get("referral", []), key=lambda one: str(one.from_on))
                   if one.detail != Referral.Referrer.ANONYMOUS},
        released=frozenset((one.role, f"{one.name}:{one.key}") for one in facts.get("release", [])), words=words,
        entries=tuple(_entries(case, child, facts.get("entry", []))), outcomes=outcomes,
        told=tuple((one.role, one.key, one.from_on) for one in facts.get("told", []) if one.from_on),
        conference_booked=bool(facts.get("booking")),
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
    if due_kinds:
        yield listed_as("entry", case.chronology.standing().filter(kind__in=due_kinds), key="pk", name="kind",
                        role="sealed_for", detail=Cast("details", TextField()), from_on="happened_on",
                        recorded_at="recorded_at")  # fmt: skip
        yield listed_as("told", AssessmentNotice.objects.filter(approval__case=case.pk), key="agency",
                        role=Cast("approval__entry", TextField()), from_on="told_on")  # fmt: skip
        yield listed_as("told", EndingNotice.objects.filter(plan__case=case.pk).exclude(told_on=None).exclude(agency=None),
                        key="agency", role=Cast("plan__ending_entry", TextField()), from_on="told_on")  # fmt: skip
        yield listed_as("booking", Booking.objects.to_come().about(case), key="pk")


def _entries(case: Case, child: Person, facts: Iterable[Row]) -> Iterator[Entry]:
    for one in sorted(facts, key=lambda one: (one.from_on or date.min, str(one.recorded_at), str(one.key))):
        assert one.from_on is not None
        yield Entry(
            id=one.key, kind=one.name, sealed_for=one.role, details=json.loads(one.detail), happened_on=one.from_on,
            case=case, child=child, area_id=child.area_id,
        )  # fmt: skip


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


# What the record says


def _of_every_letter(case: Case, reader: Reader, about: Entry | None, record: Record) -> dict[str, Fact]:
    return {
        "child": Fact(case.child.called), "to": Fact(reader.name), "area": Fact(case.area.name),
        "lead": Fact(record.lead or "Children's social care"),
        "team": Fact(record.team or "The front door"),
        "day": Fact(day_long(about.happened_on) if about else ""),
    }  # fmt: skip


def _nothing(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    return {}


def _referral(case: Case, about: Entry | None) -> Referral | None:
    rows = Referral.objects.filter(case=case).select_related("decision")
    key = about.details.get("referral") if about else None
    return (rows.filter(pk=key) if key else rows.order_by("-received_on", "-id")).first()


def _of_referral(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    referral = _referral(case, about)
    if referral is None:
        return {}
    decision = getattr(referral, "decision", None)
    return {
        "reference": Fact(referral.submission_reference),
        "told": Fact(decision.to_tell_referrer if decision else ""),
    }


NEXT = {
    "no-further-action": "Children's social care does nothing further. You can ask for help again at any time.",
    "early-help": "With the family's agreement, help is arranged outside children's social care, and one person leads it.",
    "child-in-need-plan": "A plan is agreed with the family: who helps, by when, and how everyone will know that it works.",
    "strategy-discussion": "Children's social care, the police and health talk together at once about how to keep the child safe.",
    "legal-action": "Children's social care takes legal advice, and tells the family what they may expect.",
    "specialist-assessment": "Somebody with special knowledge is asked to look at a part of this more closely.",
}  # fmt: skip


def _of_assessment(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    approval = AssessmentApproval.objects.filter(case=case, entry=about).first()
    if approval is None:
        return {}
    return {
        "outcome": Fact(approval.outcome_label), "next": Fact(NEXT.get(approval.outcome, "")),
        "reasons": Fact(approval.reasons),
    }  # fmt: skip


def _of_conference_to_come(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    to_come = Booking.objects.to_come().about(case)
    invited = list(
        Invitation.objects.filter(booking__in=to_come)
        .select_related("booking__chair", "agency")
        .order_by("booking__starts_at", "id")
    )
    booking = invited[0].booking if invited else to_come.select_related("chair").first()
    if booking is None:
        return {}
    invited = [one for one in invited if one.booking_id == booking.pk]
    names = [f"{one.name}{f', {one.agency.name}' if one.agency else ''}" for one in invited]
    return {
        "conference": Fact(f"the {booking.get_kind_display().lower()}"), "when": Fact(moment(booking.starts_at)),
        "place": Fact(booking.place, tells_where=True),
        "chair": Fact(booking.chair.name if booking.chair else ""),
        "others": Fact("\n".join(names), tells_where=True),
    }  # fmt: skip


def _of_plan(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    if "promises" in may_hold:
        words = PlanForTheChild.objects.filter(plan__case=case.pk).first()
        if words is None:
            return {}
        return {
            "worries": Fact(words.worries),
            "promises": Fact(words.promises),
            "disagree": Fact(words.disagree),
        }
    read = read_plan(case.child)
    if read is None or read.plan.case_id != case.pk:
        return {}
    plan = read.plan
    return {
        "category": Fact(plan.get_category_display().lower()),
        "needs": Fact("\n".join(_needs(read.needs))),
        "core_group": Fact(day_long(plan.core_group_on) if plan.core_group_on else ""),
        "review": Fact(day_long(plan.review_on) if plan.review_on else ""),
    }


def _needs(needs: Iterable[object]) -> Iterator[str]:
    for one in needs:
        need = one.need  # type: ignore[attr-defined]
        change = " ".join(part for part in (need.must_change, need.how_much) if part)
        yield f"{need.need} What must change: {change}" + (
            f" By {day_long(need.by_when)}." if need.by_when else ""
        )
        for held in one.actions:  # type: ignore[attr-defined]
            if held.action.dropped_on is None:
                yield f"{held.action.owner}: {held.action.what}, by {day_long(held.action.by_when)}."


def _of_review(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    if about is None:
        return {}
    plan = ChildProtectionPlan.objects.filter(case=case, ended_on=None).first()
    return {
        "outcome": Fact(str(about.details.get("outcome", ""))), "reasons": Fact(str(about.details.get("reasons", ""))),
        "review": Fact(day_long(plan.review_on) if plan and plan.review_on else ""),
    }  # fmt: skip


FACTS: dict[str, Callable[[Case, Entry | None, frozenset[str]], dict[str, Fact]]] = {
    "referral-received": _of_referral, "referral-decided": _of_referral, "assessment-outcome": _of_assessment,
    "conference-invitation": _of_conference_to_come, "plan": _of_plan, "review-outcome": _of_review,
    "plan-ended": _of_review,
}  # fmt: skip


def what_the_record_says(kind: LetterKind, case: Case, about: Entry | None) -> str:
    """The reasons on record, for whoever writes to read beside the box; never for the letter itself."""
    if about is None or about.sealed_for:
        return ""
    return str(about.details.get("reasons", ""))
