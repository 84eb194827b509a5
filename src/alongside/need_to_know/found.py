"""Conflicts of interest that names on record suggest. A manager decides; nothing is closed by itself.

The service knows no home address of anybody who works here, so only names can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.access import policies
from alongside.access.models import ConflictReport, Restriction
from alongside.agencies.models import Area, Post, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.people.folding import fold, last_word
from alongside.people.models import Name, Person, Relationship

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Suggested:
    """One possible conflict: who, about which child, and what on record suggests it."""

    practitioner: UUID
    practitioner_name: str
    child: Person
    words: str


@dataclass(frozen=True, slots=True)
class _Named:
    key: UUID
    name: str
    given: str
    family: str


def suggested(area: Area, me: Practitioner, day: date) -> list[Suggested]:
    """What has not been settled yet, about children this manager may open: the same name first. Five queries."""
    staff = {one.key: one for one in _staff(area, day) if one.key != me.pk}
    kin = _relatives_named_like(area, staff.values())
    working = _working_with(staff)
    children = policies.READ_CHILD.filter(
        Person.objects.filter(pk__in={*(child for child, *_ in kin), *(child for child, _ in working)}), me
    )
    known: dict[Any, Person] = {child.pk: child for child in children}
    passed = _passed(known, staff)
    found: dict[tuple[Any, UUID], Suggested] = {}
    for child, name, kind, one in kin:
        if child in known and (child, one.key) not in passed:
            role = str(Relationship.Kind(kind).label).lower()
            found[child, one.key] = Suggested(
                one.key, one.name, known[child], f"{name}, the child’s {role}, has the same name."
            )
    for child, one in working:
        if child in known and (child, one.key) not in passed and _family_of(known[child]) == one.family:
            found.setdefault((child, one.key), Suggested(
                one.key, one.name, known[child], "They work with this child, and have the same family name."
            ))  # fmt: skip
    return list(found.values())[:SHOWN]


def _staff(area: Area, day: date) -> Iterable[_Named]:
    held = Q(to_on=None) | Q(to_on__gte=day)
    posts = Post.objects.filter(held, agency__areas=area, from_on__lte=day, practitioner__is_active=True)
    for key, name in posts.values_list("practitioner", "practitioner__name").distinct():
        folded = fold(name)
        yield _Named(key, name, folded.partition(" ")[0], last_word(name) or folded)


def _relatives_named_like(area: Area, staff: Iterable[_Named]) -> list[tuple[UUID, str, str, _Named]]:
    """Relatives of children with an open case who have the whole name of somebody who works here. One query."""
    by_name: dict[tuple[str, str], list[_Named]] = {}
    for one in staff:
        by_name.setdefault((one.given, one.family), []).append(one)
    alike = Name.objects.filter(
        given_key__in={given for given, _ in by_name}, family_key__in={family for _, family in by_name},
        person__area=area, person__relationships__to_on=None,
        person__relationships__other__in=Case.objects.filter(area=area, closed_on=None).values("child"),
    )  # fmt: skip
    rows = alike.values_list(
        "given_key",
        "family_key",
        "person__called",
        "person__relationships__kind",
        "person__relationships__other",
    )
    return [
        (child, called, kind, one)
        for given, family, called, kind, child in rows
        for one in by_name.get((given, family), ())
    ]


def _working_with(staff: dict[UUID, _Named]) -> list[tuple[UUID, _Named]]:
    allocated = Allocation.objects.current().filter(practitioner__in=staff, case__closed_on=None)
    return [(child, staff[one]) for child, one in allocated.values_list("case__child", "practitioner")]


def _passed(children: dict[Any, Person], staff: dict[UUID, _Named]) -> set[tuple[Any, Any]]:
    """Pairs that were settled or closed before. One query."""
    settled = ConflictReport.objects.filter(how=ConflictReport.How.FOUND, child__in=children)
    closed = Restriction.objects.filter(child__in=children, practitioner__in=staff, to_on=None)
    return set(
        settled.order_by().values_list("child", "practitioner")
        .union(closed.order_by().values_list("child", "practitioner"))
    )  # fmt: skip


def _family_of(child: Person) -> str:
    return last_word(child.called) or fold(child.called)
