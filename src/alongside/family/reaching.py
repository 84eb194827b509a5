"""How a child and those around them can be reached, and what must be known first. One function for each act.

The chronology never says a number or an address: more people read it than may see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.family.noting import note, refuse_future
from alongside.keeping import check, keep
from alongside.people.models import ContactDetail, Person, Relationship
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact:
    """A number or address of somebody. safe: whether it may be used without danger; a person says so."""

    kind: str
    value: str
    safe: str
    words: str = ""
    protected: bool = False
    from_on: date | None = None


def reached_through(child: Person, me: Practitioner) -> QuerySet[Person]:
    """The child, and those on the child's record who are not closed to this practitioner."""
    standing = Relationship.objects.filter(to_on=None)
    around = standing.filter(other=child).values("person")
    others = standing.filter(person=child).values("other")
    found = Person.objects.filter(Q(pk=child.pk) | Q(pk__in=around) | Q(pk__in=others))
    return policies.READ_CHILD.not_denied(found, me)


@transaction.atomic
def add_contact(
    *, by: Practitioner, child: Person, person: Person, contact: NewContact, now: datetime
) -> ContactDetail:
    """Record a number or an address of the child's or of somebody on the child's record.

    Raises Refusal for somebody who is not on it, for one that is recorded already, or for a day to come.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    if not reached_through(child, by).filter(pk=person.pk).exists():
        raise Refusal(
            f"{person} is not on the record of {child}.", "A number is kept with whom it belongs to.",
            "Add them to the family and network first.", field="person",
        )  # fmt: skip
    if contact.from_on:
        refuse_future(contact.from_on, "This number or address", "from_on", now)
    made = ContactDetail(
        person=person, kind=contact.kind, value=contact.value, safe=contact.safe, note=contact.words,
        protected=contact.protected, from_on=contact.from_on, recorded_at=now,
    )  # fmt: skip
    check(made)
    if ContactDetail.objects.filter(person=person, value_key=_key(made), to_on=None).exists():
        raise Refusal(
            "This number or address is recorded already.", f"It stands with {person}.",
            "Change what is said of it there.", field="value",
        )  # fmt: skip
    keep(made)
    note(child, f"{made.get_kind_display()} of {person} recorded. {_safe(made)}", by=by, now=now)
    return made


@transaction.atomic
def change_contact(
    *, by: Practitioner, child: Person, contact: ContactDetail, safe: str, words: str, protected: bool,
    to_on: date | None = None, now: datetime,
) -> ContactDetail:  # fmt: skip
    """Say anew whether a number or address is safe, and who may know it; or, with a day, that it is used no more.

    Raises Refusal for a day to come, or one before it was theirs.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    contact = (
        ContactDetail.objects.select_for_update(of=("self",)).select_related("person").get(pk=contact.pk)
    )
    if to_on:
        refuse_future(to_on, "This ending", "to_on", now)
        if contact.from_on and to_on < contact.from_on:
            raise Refusal(
                "This would end before it began.",
                f"You entered {to_on:%-d %B %Y}, and it is theirs from {contact.from_on:%-d %B %Y}.",
                "Enter a later day.", field="to_on",
            )  # fmt: skip
    contact.safe, contact.note, contact.protected, contact.to_on = safe, words, protected, to_on
    check(contact)
    keep(contact, update_fields=("safe", "note", "protected", "to_on"))
    said = "is used no more." if to_on else f"changed. {_safe(contact)}"
    note(child, f"{contact.get_kind_display()} of {contact.person} {said}", by=by, now=now, on=to_on)
    return contact


def _key(contact: ContactDetail) -> str:
    field = ContactDetail._meta.get_field("value_key")
    return str(field.pre_save(contact, add=True))


def _safe(contact: ContactDetail) -> str:
    hidden = " It is protected: it is shown only to those who must know it." if contact.protected else ""
    return f"Safe to use: {str(contact.get_safe_display()).lower()}.{hidden}"
