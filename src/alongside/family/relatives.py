"""Who is who to a child, and who lives with them. One function for each act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.family.noting import correct, note, refuse_future
from alongside.keeping import check, keep
from alongside.matching import spellings
from alongside.moments import day_of
from alongside.people.models import NOT_ASKED, Household, HouseholdMember, Name, Person, Relationship
from alongside.people.references import new_reference
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelative:
    """Someone in the child's life: a person known already, or one to be recorded under a name, or ``called`` in words."""

    kind: str
    known: Person | None = None
    given: str = ""
    family: str = ""
    called: str = ""
    born_on: date | None = None
    parental_responsibility: str = NOT_ASKED
    from_on: date | None = None
    lives_with_child: bool = False


@transaction.atomic
def add_relative(*, by: Practitioner, child: Person, relative: NewRelative, now: datetime) -> Relationship:
    """Record who somebody is to the child. An unknown father is a person too, called “Father (not known)”."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    _refuse_what_cannot_be(child, relative, now)
    person = relative.known or _new_person(child, relative, now)
    if Relationship.objects.filter(person=person, other=child, kind=relative.kind, to_on=None).exists():
        raise Refusal(
            f"{person} is recorded as {_kind(relative.kind)} already.", "Two rows would say the same.",
            "End the first if it was wrong, or choose another relationship.", field="kind",
        )  # fmt: skip
    found = Relationship(
        person=person, other=child, kind=relative.kind, from_on=relative.from_on,
        parental_responsibility=relative.parental_responsibility,
    )  # fmt: skip
    check(found)
    keep(found)
    if relative.lives_with_child:
        _join_household(child, person, relative.from_on)
    responsibility = str(found.get_parental_responsibility_display()).lower()
    note(
        child, f"{person} recorded as {_kind(relative.kind)}. Parental responsibility: {responsibility}.",
        by=by, now=now,
    )  # fmt: skip
    return found


@transaction.atomic
def end_relationship(
    *, by: Practitioner, child: Person, relationship: Relationship, to_on: date, why: str, now: datetime
) -> Relationship:
    """Record that a relationship ended, or was recorded wrongly; it stays among the former ones."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    refuse_future(to_on, "This ending", "to_on", now)
    if relationship.from_on and to_on < relationship.from_on:
        raise Refusal(
            "This relationship would end before it began.",
            f"You entered {to_on:%-d %B %Y}, and it began on {relationship.from_on:%-d %B %Y}.",
            "Enter a later day.", field="to_on",
        )  # fmt: skip
    relationship.to_on = to_on
    relationship.save(update_fields=("to_on",))
    other = relationship.person if relationship.other_id == child.pk else relationship.other
    words = f"{other} is no longer recorded as {_kind(relationship.kind)}. {why}"
    note(child, words, by=by, now=now, on=to_on)
    return relationship


TOGETHER, SEPARATED = "are a couple", "have separated"


@transaction.atomic
def add_couple(
    *, by: Practitioner, child: Person, one: Person, two: Person, from_on: date | None = None, to_on: date | None = None,
    now: datetime,
) -> Relationship:  # fmt: skip
    """Record that two people around the child are a couple, or with ``to_on`` that they were. Said again, it changes the days.

    Raises Refusal for one person twice, the child, or days that cannot be.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    if one.pk == two.pk or child.pk in (one.pk, two.pk):
        raise Refusal(
            "A couple is two people, and the child is neither.", f"You chose {one.called} and {two.called}.",
            "Choose two of the people around the child.", field="two",
        )  # fmt: skip
    for day, what, field in ((from_on, "This beginning", "from_on"), (to_on, "This separation", "to_on")):
        if day:
            refuse_future(day, what, field, now)
    if from_on and to_on and to_on < from_on:
        raise Refusal(
            "They would have separated before they were together.",
            f"You entered {from_on:%-d %B %Y} and {to_on:%-d %B %Y}.", "Change one of the days.", field="to_on",
        )  # fmt: skip
    both = Relationship.objects.filter(kind=Relationship.Kind.COUPLE, to_on=None)
    found = both.filter(person=one, other=two).first() or both.filter(person=two, other=one).first()
    if found is None:
        found = Relationship(person=one, other=two, kind=Relationship.Kind.COUPLE)
    found.from_on, found.to_on = from_on or found.from_on, to_on
    check(found)
    keep(found)
    words = SEPARATED if to_on else TOGETHER
    note(child, f"{one} and {two} {words}.", by=by, now=now, on=to_on)
    return found


@transaction.atomic
def take_back_couple(
    *, by: Practitioner, child: Person, relationship: Relationship, why: str, now: datetime
) -> Relationship:
    """Two people were never a couple: what was recorded is corrected wherever it stands, and both stay readable.

    Each entry that tells of them as a couple, on this child's record and on those of others that this practitioner may
    change, is corrected by one that names it. Raises Refusal without a reason, and where it was taken back already.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    held = Relationship.objects.select_for_update(of=("self",)).select_related("person", "other").get(
        pk=relationship.pk, kind=Relationship.Kind.COUPLE
    )  # fmt: skip
    if held.taken_back_because:
        raise Refusal("This was taken back already.", held.taken_back_because, "There is nothing to do.")
    if not why.strip():
        raise Refusal("There is no reason.", "Whoever reads both has to know why.", "Enter why it was recorded wrongly.",
                      field="why")  # fmt: skip
    held.taken_back_because, held.to_on = why.strip(), held.to_on or day_of(now)
    if held.from_on and held.to_on < held.from_on:
        held.to_on = held.from_on
    check(held)
    keep(held, update_fields=("taken_back_because", "to_on"))
    words = f"{held.person} and {held.other} are not recorded as a couple: that was a mistake."
    told = _told_as_couple(held, by)
    for entry in told:
        correct(entry, what=words, why=why.strip(), by=by, now=now)
    if not any(entry.child_id == child.pk for entry in told):
        note(child, f"{words} {why.strip()}", by=by, now=now)
    return held


def _told_as_couple(couple: Relationship, by: Practitioner) -> list[Entry]:
    """The entries that tell of these two as a couple, on records that this practitioner may change. Not those corrected."""
    names = ((couple.person, couple.other), (couple.other, couple.person))
    said = [f"{one} and {two} {words}." for one, two in names for words in (TOGETHER, SEPARATED)]
    ties = Relationship.objects.filter(person__in=(couple.person_id, couple.other_id))
    entries = Entry.objects.standing().filter(
        child__in=ties.order_by().values("other"), kind=kinds.DETAILS_CHANGED.id, details__what__in=said
    )
    return list(policies.CHANGE_DETAILS.filter_through("child", entries, by).select_related("case"))


@transaction.atomic
def set_household(*, by: Practitioner, child: Person, people: Sequence[Person], now: datetime) -> Household:
    """Record who lives with the child now. Those not named leave today; nobody is deleted."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    today, household = day_of(now), _household(child)
    stay = {person.pk for person in people} | {child.pk}
    others = HouseholdMember.objects.filter(household=household, to_on=None).exclude(person__in=stay)
    # Whoever cannot be seen by the one who records stays where they are.
    gone = policies.CHANGE_DETAILS.not_denied(others, by, "person")
    gone.update(to_on=today)
    for person in people:
        _join_household(child, person, today)
    names = ", ".join(person.called for person in people) or "nobody who is recorded"
    note(child, f"Lives with {names}.", by=by, now=now)
    return household


def _refuse_what_cannot_be(child: Person, relative: NewRelative, now: datetime) -> None:
    if relative.known is not None and relative.known.pk == child.pk:
        raise Refusal(
            "This is the child's own record.", f"You chose {child.called}, {child.reference}.",
            "Go back and choose somebody else.", field="who",
        )  # fmt: skip
    if relative.born_on:
        refuse_future(relative.born_on, "This date of birth", "born_on", now)


def _new_person(child: Person, relative: NewRelative, now: datetime) -> Person:
    called = relative.called or f"{relative.given} {relative.family}".strip()
    if not called:
        raise Refusal(
            "Say who this is.", "No one was chosen and no name was entered.",
            "Choose someone, or enter a name, or words such as “Father (not known)”.", field="given",
        )  # fmt: skip
    person = Person(
        area_id=child.area_id, reference=new_reference(child.area), called=called, born_on=relative.born_on,
        recorded_at=now,
    )  # fmt: skip
    check(person)
    keep(person)
    if relative.given or relative.family:
        keep(Name(person=person, given=relative.given, family=relative.family))
    spellings.keep(person)
    return person


def _household(child: Person) -> Household:
    current = HouseholdMember.objects.filter(person=child, to_on=None).select_related("household").first()
    if current:
        return current.household
    household = Household.objects.create(area_id=child.area_id, called=f"Household of {child}")
    HouseholdMember.objects.create(household=household, person=child)
    return household


def _join_household(child: Person, person: Person, from_on: date | None) -> None:
    household = _household(child)
    if not HouseholdMember.objects.filter(household=household, person=person, to_on=None).exists():
        HouseholdMember.objects.create(household=household, person=person, from_on=from_on)


def _kind(kind: str) -> str:
    return str(Relationship.Kind(kind).label).lower()
