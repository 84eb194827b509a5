"""Children found by what was typed: only those the reader may open, and nothing said of any other.

The same queries find, whatever was typed and whoever asks: whom the words fit, whom they fit nearly, and by what
each was found. Which tables are asked depends on the words alone, so a child one may not open and no child at
all take the same work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import IntegerField, Q, QuerySet, Value, When

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case, Involvement
from alongside.desk.kin import role_of
from alongside.desk.offers import address
from alongside.desk.search_terms import Terms
from alongside.facts import Fact, listed_as, read
from alongside.matching import finding, nicknames
from alongside.matching.models import Joining
from alongside.matching.reaching import areas_of
from alongside.matching.sounds import alike
from alongside.matching.wanted import Wanted, nearness
from alongside.people.folding import begins, closed_up, fold, last_word
from alongside.people.models import ContactDetail, Identifier, Name, Person, Relationship, Residence

SHOWN = 20
NOBODY = UUID(int=0)
SHORTEST_AGENCY = 4
FEW = 200
NAME_COLUMNS = ("family_key", "given_key", "family_last", "given_last")
NUMBERS = tuple(scheme for scheme in Identifier.Scheme.values if scheme != Identifier.Scheme.UPN_UNKNOWN)


@dataclass(frozen=True, slots=True)
class Hit:
    """One child found. found_by: what matched, in words. mine: the reader leads on the child or chairs."""

    name: str
    href: str
    reference: str
    born_on: date | None
    expected_on: date | None
    lead: str
    found_by: str
    mine: bool
    surely: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. more: there are more than are listed. nearly: some fit what was typed only nearly."""

    hits: list[Hit]
    more: bool
    nearly: bool


def hits(terms: Terms, me: Practitioner) -> Found:
    """Children who fit, the reader's own first, then by name; then those who fit nearly, the likeliest first."""
    agencies = _agencies(terms)
    fitting = _fitting(terms, agencies, me)
    few = list(fitting[: FEW + 1])
    wanted = Wanted(terms.words, terms.born)
    likely = {one.person: one for one in finding.near(wanted, me, READ_CHILD, limit=SHOWN)}
    found = _children(few, fitting, likely, me)
    shown = found[:SHOWN]
    facts = _facts(shown, terms, agencies, me)
    references, listed = _references(terms, me), {child.reference for child in shown}
    told = [
        _hit(child, terms, references, facts.get(child.pk, []), likely.get(child.pk))
        for child in shown
        if not _shown_with_another(facts.get(child.pk, []), listed)
    ]
    return Found(told, len(found) > SHOWN, any(child.later for child in shown))


def _children(
    few: list[tuple[UUID]], fitting: QuerySet[Any], likely: dict[UUID, finding.Near], me: Practitioner
) -> list[Any]:
    """The children among these whom the reader may open, in the order in which they are listed. One query."""
    own = Allocation.objects.current().filter(
        practitioner=me,
        capacity__in=(Allocation.Capacity.LEAD_PRACTITIONER, Allocation.Capacity.CONFERENCE_CHAIR),
    )
    # Keys that are known make a plan that no guess of the planner can spoil. Nobody's key is always among
    # them, so that the same is asked whether somebody fits or not.
    known = [NOBODY, *(key for (key,) in few)]
    fits = Q(pk__in=known) if len(few) <= FEW else Q(pk__in=fitting)
    asked: Any = [*known, *likely] if len(few) <= FEW else fitting
    mine, later = (
        Choose(When(condition, then=Value(0)), default=Value(1), output_field=IntegerField())
        for condition in (Q(pk__in=own.values("case__child")), fits)
    )
    children = list(
        READ_CHILD.filter(Person.objects.filter(pk__in=asked), me)
        .filter(pk__in=Case.objects.values("child"))
        .annotate(whose=mine, later=later)
        .order_by("later", "whose", "called", "id")[: SHOWN + 1 + len(likely)]
    )
    order = list(likely)
    return [
        *(child for child in children if not child.later),
        *sorted((child for child in children if child.later), key=lambda child: order.index(child.pk)),
    ]


def _shown_with_another(facts: list[Fact], listed: set[str]) -> bool:
    """Whether the child's record has been joined to one that is listed too."""
    return any(fact.what == "joined" and fact.name in listed for fact in facts)


def _fitting(terms: Terms, agencies: QuerySet[Any] | None, me: Practitioner) -> QuerySet[Any]:
    """The keys of everyone whom what was typed fits, seen or not. Not a query by itself."""
    ways: list[QuerySet[Any]] = [
        Person.objects.filter(reference__in=_references(terms, me)).values_list("pk"),
        Identifier.objects.filter(scheme__in=NUMBERS, value__in=_numbers(terms)).values_list("person"),
    ]
    if terms.words:
        named = Name.objects.filter(_named(terms.words))
        if terms.born:
            named = named.filter(Q(person__born_on=terms.born) | Q(person__expected_on=terms.born))
        ways.append(named.values_list("person"))
    elif terms.born:
        near = Person.objects.filter(area__in=areas_of(me))
        ways += [
            near.filter(born_on=terms.born).values_list("pk"),
            near.filter(expected_on=terms.born).values_list("pk"),
        ]
    if terms.contact:
        ways.append(_reached(terms).values_list("person"))
    if terms.words or terms.contact:
        kin = _kin(terms, me)
        ways += [
            Relationship.objects.filter(person__in=kin, to_on=None).values_list("other"),
            Relationship.objects.filter(other__in=kin, to_on=None).values_list("person"),
        ]
    if agencies is not None:
        ways.append(_working(agencies).values_list("case__child"))
    if terms.postcode or terms.place:
        column, begin = ("postcode_key", terms.postcode) if terms.postcode else ("lines_key", terms.place)
        ways.append(
            Residence.objects.filter(begins(f"address__{column}", begin), protected=False).values_list(
                "person"
            )
        )
    first, *others = (way.order_by() for way in ways)
    return first.union(*others)


def _named(words: Iterable[str]) -> Q:
    """Names of which every word typed begins a part: given names and family names, in any order."""
    each = (reduce(or_, (begins(column, word) for column in NAME_COLUMNS)) for word in words)
    return reduce(and_, each)


def _agencies(terms: Terms) -> QuerySet[Any] | None:
    """The keys of agencies whose name begins as typed, where enough was typed. Not a query by itself."""
    if len(terms.typed) < SHORTEST_AGENCY:
        return None
    return Agency.objects.filter(name__istartswith=terms.typed).order_by().values("pk")


def _working(agencies: QuerySet[Any]) -> QuerySet[Involvement]:
    """Where these agencies work with a child now."""
    return Involvement.objects.filter(agency__in=agencies, to_on=None)


def _reached(terms: Terms) -> QuerySet[ContactDetail]:
    """Numbers and addresses that were typed whole. A protected one is never searched."""
    if not terms.contact:
        return ContactDetail.objects.none()
    return ContactDetail.objects.filter(value_key=terms.contact).in_the_open()


def _kin(terms: Terms, me: Practitioner) -> QuerySet[Any]:
    """People so named or so reached, but for those whose record is closed to the reader: they hint at nobody."""
    found: QuerySet[Any] = _reached(terms) if terms.contact else Name.objects.filter(_named(terms.words))
    return READ_CHILD.not_denied(found, me, "person").values("person")


def _references(terms: Terms, me: Practitioner) -> set[str]:
    """What was typed as a reference: whole, or without the letters of the reader's own areas."""
    prefixes = {post.team.area.prefix for post in me.scope.posts if post.team}
    typed = terms.typed.upper()
    return {typed, typed.replace(" ", "-"), terms.code, *(f"{prefix}-{terms.code}" for prefix in prefixes)}


def _numbers(terms: Terms) -> set[str]:
    return {number for number in (terms.typed, terms.code, terms.digits) if number}


def _facts(
    children: Sequence[Person], terms: Terms, agencies: QuerySet[Any] | None, me: Practitioner
) -> dict[UUID | None, list[Fact]]:
    """What is needed to say who each child is and by what they were found. One query."""
    keys = [child.pk for child in children]
    kin: Any = _kin(terms, me) if terms.words or terms.contact else Name.objects.none().values("person")
    lead = Allocation.objects.current().filter(
        case__child__in=keys, case__closed_on=None, capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    related = Relationship.objects.filter(to_on=None)
    working = Involvement.objects.none() if agencies is None else _working(agencies)
    found: dict[UUID | None, list[Fact]] = {}
    for fact in read([
        listed_as("name", Name.objects.filter(person__in=keys), name="given", detail="family", role="kind", key="person"),
        listed_as("number", Identifier.objects.filter(person__in=keys), name="value", role="scheme", key="person"),
        listed_as("home", Residence.objects.filter(person__in=keys, protected=False, address__isnull=False),
                  name="address__lines", detail="address__postcode", key="person"),
        listed_as("contact", _reached(terms).filter(person__in=keys), name="value", role="kind", key="person"),
        listed_as("joined", Joining.objects.filter(joined__in=keys, parted_at=None).exclude(joined_at=None),
                  name="kept__reference", key="joined"),
        listed_as("lead", lead, name="practitioner__name", detail="team__name", key="case__child"),
        listed_as("agency", working.filter(case__child__in=keys), name="agency__name", key="case__child"),
        listed_as("kin", related.filter(other__in=keys, person__in=kin), name="person__called", role="kind", key="other"),
        listed_as("kin-of", related.filter(person__in=keys, other__in=kin), name="other__called", role="kind", key="person"),
    ]):  # fmt: skip
        found.setdefault(fact.key, []).append(fact)
    return found


def _hit(
    child: Any, terms: Terms, references: set[str], facts: list[Fact], likely: finding.Near | None
) -> Hit:
    lead = next((f"{fact.name}, {fact.detail}" for fact in facts if fact.what == "lead"), "")
    found_by, surely = (
        (_nearly(child, terms, facts, likely), False)
        if child.later and likely
        else _found_by(child, terms, references, facts)
    )
    return Hit(
        name=child.called,
        href=address("desk:child", child.reference),
        reference=child.reference,
        born_on=child.born_on,
        expected_on=child.expected_on,
        lead=lead,
        found_by=found_by,
        mine=child.whose == 0,
        surely=surely,
    )


def _found_by(child: Person, terms: Terms, references: set[str], facts: list[Fact]) -> tuple[str, bool]:
    """What matched, in words, and whether it is the child's own name or number that did."""
    if child.reference in references:
        return "Reference", True
    for fact in facts:
        if fact.what == "number" and fact.name in _numbers(terms):
            return str(Identifier.Scheme(fact.role).label), True
    names = [fact for fact in facts if fact.what == "name" and _fits(terms.words, fact)]
    if names:
        spelt = f"{names[0].name} {names[0].detail}".strip()
        also = (
            "" if any(fold(child.called).startswith(fold(f"{f.name} {f.detail}")) for f in names) else spelt
        )
        told = f"{Name.Kind(names[0].role).label}: {also}" if also else "Name"
        return f"{told} and date of birth" if terms.born else told, True
    if terms.born and not terms.words:
        return ("Expected date of birth" if child.expected_on else "Date of birth"), False
    for fact in sorted(facts, key=lambda one: one.what != "contact"):
        if fact.what == "contact":
            return f"{ContactDetail.Kind(fact.role).label}: {fact.name}", False
        if fact.what in ("kin", "kin-of"):
            by = ", by telephone or e-mail" if terms.contact else ""
            return (
                f"{role_of(fact.role, from_other_end=fact.what == 'kin-of').capitalize()}: {fact.name}{by}",
                False,
            )
        if fact.what == "agency":
            return f"Agency: {fact.name}", False
    homes = [fact for fact in facts if fact.what == "home" and _at(terms, fact)]
    return (
        f"Address: {', '.join([*homes[0].name.splitlines(), homes[0].detail])}" if homes else "Address"
    ), False


def _nearly(child: Any, terms: Terms, facts: list[Fact], likely: finding.Near) -> str:
    """How somebody fits who does not fit wholly: which name it was, how it differs, and the day of birth."""
    names = [fact for fact in facts if fact.what == "name"]
    meant = next((one for one in names if fold(f"{one.name} {one.detail}") == likely.words), None)
    fits = "Sounds like what you typed" if likely.how == "sounds" else "Spelt nearly as you typed"
    if set(likely.words.split()) == set(terms.words):
        fits = "Name"
    elif _short_for(terms.words, likely.words):
        fits = "Short form of the name"
    if meant and fold(child.called) != likely.words:
        fits = f"{fits}: {Name.Kind(meant.role).label.lower()} {meant.name} {meant.detail}".strip()
    return f"{fits}{_birth(terms.born, child.born_on)}"


def _short_for(typed: tuple[str, ...], words: str) -> bool:
    there = words.split()
    return any(
        not alike(one, other) and nicknames.same_in_full(one, other)
        for one in set(typed) - set(there)
        for other in there
    )


def _birth(asked: date | None, born: date | None) -> str:
    """How the day of birth that was typed compares, as the end of a sentence."""
    if asked is None:
        return ""
    if born is None:
        return "; date of birth not recorded"
    if asked == born:
        return "; same date of birth"
    return "; nearly the same date of birth" if nearness(asked, born) else "; another date of birth"


def _fits(words: tuple[str, ...], name: Fact) -> bool:
    parts = [fold(name.name), fold(name.detail), last_word(name.name), last_word(name.detail)]
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def _at(terms: Terms, home: Fact) -> bool:
    by_postcode = terms.postcode and closed_up(home.detail).startswith(terms.postcode)
    return bool(by_postcode or (terms.place and fold(home.name).startswith(terms.place)))
