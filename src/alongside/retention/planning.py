"""What goes when one child's record is destroyed, and in which order: the schedule says it, and nothing else does.

Nothing is changed here. A row that leads to the child goes. A row about several children goes with the last of
them. Somebody on no record of their own, such as a parent, goes with the last child that names them. Where a row
that stays could not stand without one that goes, the child's record is not destroyed at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import ForeignKey, Model, Q

from alongside.cases.models import Case
from alongside.outbox.models import Attempt, OutgoingMessage
from alongside.people.models import HouseholdMember, Person, Relationship
from alongside.retention import schedule

#: How many keys are asked for at once.
BATCH = 500
#: What is kept of somebody only because a child's record names them. Anything else about them is a record of theirs.
OF_RELATIVES = {"matching.Spelling", "matching.MaybeSame"}
#: Messages that tell of a row go with it, if they were not gone before.
TELLING = (Attempt, "message__about"), (OutgoingMessage, "about")

Keys = set[UUID]


@dataclass(slots=True)
class Plan:
    """What goes with one child.

    going: keys by kind of record. cleared: fields of rows that stay, and that name a row that goes. standing: what
    stays and could not stand alone; where there is any of it, nothing is destroyed.
    """

    people: Keys
    going: dict[str, Keys] = field(default_factory=dict)
    cleared: list[tuple[str, str, Keys]] = field(default_factory=list)
    standing: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {label: len(self.going[label]) for label in order() if self.going.get(label)}


def plan_of(child: Person) -> Plan:
    """What goes with this child, as the record stands now."""
    plan = Plan(people={child.pk, *_relatives(child.pk)})
    for label, said in schedule.DECLARED.items():
        if said.rule is schedule.CHILD:
            plan.going[label] = keys_about(label, said, plan.people)
        elif said.rule is schedule.CHILDREN:
            plan.going[label] = _last_of(label, said.child[0], plan.people)
    for label, said in schedule.DECLARED.items():
        if said.goes_with is not None:
            plan.going[label] = _going_with(label, said.goes_with, plan)
    _add_messages(plan)
    _look_at_what_stays(plan)
    return plan


@cache
def order() -> tuple[str, ...]:
    """Every kind of record that may go with a child, whatever names another before what it names.

    Raises CycleError where two kinds name each other: then no order is right, and nothing may be destroyed.
    """
    labels = [
        *(label for label, said in schedule.DECLARED.items() if said.rule in (schedule.CHILD, schedule.CHILDREN)),
        *(label for label, said in schedule.DECLARED.items() if said.goes_with is not None),
        *(model._meta.label for model, _ in TELLING),
    ]  # fmt: skip
    sorter: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(labels, ()))
    for label in labels:
        for _, to in names_of(apps.get_model(label)):
            if to != label and to in labels:
                sorter.add(to, label)
    return tuple(sorter.static_order())


def names_of(model: type[Model]) -> Iterator[tuple[ForeignKey[Any, Any], str]]:
    """The fields by which rows of a kind name other rows, and of which kind those are."""
    for each in model._meta.concrete_fields:
        if isinstance(each, ForeignKey):
            yield each, each.related_model._meta.label


def keys_about(label: str, said: schedule.Declared, people: Keys) -> Keys:
    """The rows of one kind that lead to any of these people, by any way."""
    about = Q()
    for path in said.child:
        about |= Q(**{f"{path}__in": people})
    return set(apps.get_model(label)._default_manager.filter(about).values_list("pk", flat=True))


def _last_of(label: str, path: str, people: Keys) -> Keys:
    """The rows of one kind that lead to these people, and to nobody else who stays."""
    rows = apps.get_model(label)._default_manager.all()
    found = set(rows.filter(**{f"{path}__in": people}).values_list("pk", flat=True))
    shared = {
        key
        for some in batches(found)
        for key, person in rows.filter(pk__in=some).values_list("pk", path)
        if person is not None and person not in people
    }
    return found - shared


def _going_with(label: str, goes_with: tuple[str, str, str], plan: Plan) -> Keys:
    own, other, theirs = goes_with
    rows, others = (apps.get_model(one)._default_manager.all() for one in (label, other))
    going = plan.going[other]
    values = {v for some in batches(going) for v in others.filter(pk__in=some).values_list(theirs, flat=True)}
    staying = {
        value
        for some in batches(values)
        for key, value in others.filter(**{f"{theirs}__in": some}).values_list("pk", theirs)
        if key not in going
    }
    return {
        key
        for some in batches(values - staying)
        for key in rows.filter(**{f"{own}__in": some}).values_list("pk", flat=True)
    }


def _add_messages(plan: Plan) -> None:
    """E-mails and events that tell of what goes."""
    told_of = {
        f"{label.lower()}:{key}" for label, keys in plan.going.items() for key in keys
    }  # As ``outbox.services`` names a record.
    for model, path in TELLING:
        rows = model._default_manager.all()
        plan.going[model._meta.label] = {
            key
            for some in batches(told_of)
            for key in rows.filter(**{f"{path}__in": some}).values_list("pk", flat=True)
        }


def _relatives(child: UUID) -> Keys:
    """People on no record of their own who would be named by nothing once this child's record is gone."""
    found, asked, linked = set[UUID](), {child}, defaultdict[UUID, set[UUID]](set)
    while asked:
        near = _linked(asked)
        for one, others in near.items():
            linked[one] |= others
        met = {other for others in near.values() for other in others} - found - asked - {child}
        found |= asked - {child}
        with_case = set(Case.objects.filter(child__in=met).values_list("child", flat=True))
        asked = met - with_case
    going = {one for one in found if not _has_a_record(one)}
    while staying := {one for one in going if linked[one] - going - {child}}:
        going -= staying
    return going


def _linked(people: Keys) -> dict[UUID, Keys]:
    """Who is related to each of these people, or was in a household with them."""
    found: dict[UUID, Keys] = defaultdict(set)
    related = Relationship.objects.filter(Q(person__in=people) | Q(other__in=people))
    for one, other in related.values_list("person", "other"):
        found[one].add(other)
        found[other].add(one)
    of_them = HouseholdMember.objects.filter(person__in=people).values("household")
    homes: dict[UUID, Keys] = defaultdict(set)
    for household, person in HouseholdMember.objects.filter(household__in=of_them).values_list(
        "household", "person"
    ):
        homes[household].add(person)
    for members in homes.values():
        for one in members:
            found[one] |= members - {one}
    return {one: others for one, others in found.items() if one in people}


def _has_a_record(person: UUID) -> bool:
    """Whether anything is kept about somebody beside who they are."""
    return any(
        keys_about(label, said, {person})
        for label, said in schedule.DECLARED.items()
        if said.child and not label.startswith("people.") and label not in OF_RELATIVES
        and said.rule is not schedule.CHILDREN
    )  # fmt: skip


def _look_at_what_stays(plan: Plan) -> None:
    """Whatever stays and names something that goes: cleared where that may be empty, else it keeps the record."""
    for model in apps.get_models():
        label = model._meta.label
        if label == "retention.DisposalLine":
            continue  # It is made to name nobody in the act itself.
        for each, to in names_of(model):
            for some in batches(plan.going.get(to, set())):
                rows = model._default_manager.filter(**{f"{each.name}__in": some})
                staying = set(rows.values_list("pk", flat=True)) - plan.going.get(label, set())
                if not staying:
                    continue
                said = schedule.DECLARED.get(label)
                if each.null and said is not None and said.rule is schedule.CHILDREN:
                    plan.cleared.append((label, each.name, staying))
                else:
                    plan.standing.append(f"{model._meta.verbose_name} ({each.verbose_name})")


def batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """Keys, some at a time: a question takes only so many."""
    every = list(keys)
    for start in range(0, len(every), BATCH):
        yield every[start : start + BATCH]
