"""The people in a child's life, whichever way round each relationship was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.facts import Fact, listed_as
from alongside.people.models import HouseholdMember, Person, Relationship

Kind = Relationship.Kind

#: A relationship read from its other end: whoever has this child as mother is her child.
FROM_THE_OTHER_END = {
    Kind.MOTHER.value: "Child",
    Kind.FATHER.value: "Child",
    Kind.PARENT.value: "Child",
    Kind.STEP_PARENT.value: "Stepchild",
    Kind.GRANDPARENT.value: "Grandchild",
    Kind.AUNT_OR_UNCLE.value: "Niece or nephew",
    Kind.CARER.value: "Cared for by this child",
    Kind.PARTNER.value: "Child of a partner",
    Kind.COUPLE.value: "Husband, wife or partner",
}


@dataclass(frozen=True, slots=True)
class Relative:
    """Someone in the child's life. role: who they are to the child, in words."""

    key: UUID
    name: str
    role: str
    reference: str
    is_sibling: bool = False
    at_home: bool = False


def role_of(kind: str, *, from_other_end: bool = False) -> str:
    """Who somebody is to the child, from the kind recorded."""
    if from_other_end and kind in FROM_THE_OTHER_END:
        return FROM_THE_OTHER_END[kind]
    return str(Kind(kind).label)


def is_sibling(child: Person) -> Q:
    """People who are brothers or sisters of the child."""
    kin = Relationship.objects.filter(kind=Kind.SIBLING, to_on=None)
    return Q(pk__in=kin.filter(other=child).values("person")) | Q(
        pk__in=kin.filter(person=child).values("other")
    )


def family_lists(child: Person, me: Practitioner) -> tuple[QuerySet[Any], ...]:
    """Facts of who is related to the child and who shares a household. name, role (kind), detail (reference).

    Nobody whose own record is closed to the reader is among them.
    """
    kin = Relationship.objects.filter(to_on=None)
    homes = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    housemates = HouseholdMember.objects.filter(household__in=homes, to_on=None).exclude(person=child)
    return (
        listed_as(
            "relative", READ_CHILD.not_denied(kin.filter(other=child), me, "person"), name="person__called", role="kind", detail="person__reference",
            key="person",
        ),
        listed_as(
            "relative-of", READ_CHILD.not_denied(kin.filter(person=child), me, "other"), name="other__called", role="kind", detail="other__reference",
            key="other",
        ),
        listed_as(
            "housemate", READ_CHILD.not_denied(housemates, me, "person"),
            name="person__called", detail="person__reference", key="person",
        ),
    )  # fmt: skip


def relatives_in(facts: Mapping[str, Iterable[Fact]]) -> list[Relative]:
    """Everyone named by facts of ``family_lists``, once each, by name."""
    home = {one.key for one in facts.get("housemate", ())}
    roles: dict[UUID, list[str]] = {}
    people: dict[UUID, Fact] = {}
    for what, from_other_end in (("relative", False), ("relative-of", True), ("housemate", None)):
        for one in facts.get(what, ()):
            if one.key is not None:
                people.setdefault(one.key, one)
                if from_other_end is not None:
                    roles.setdefault(one.key, []).append(role_of(one.role, from_other_end=from_other_end))
    siblings = role_of(Kind.SIBLING)
    found = [
        Relative(
            key, one.name, ", ".join(dict.fromkeys(roles.get(key, ["Lives in the same household"]))), one.detail,
            siblings in roles.get(key, ()), key in home,
        )
        for key, one in people.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.name)
