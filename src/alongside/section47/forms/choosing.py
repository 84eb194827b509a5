"""Whom and what these pages choose among."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.db.models import CharField, Q, QuerySet, Value

from alongside.agencies.models import Agency, Practitioner, Registration
from alongside.cases.models import Allocation
from alongside.people.models import Person, Relationship

AGENCY, STAFF, LED = "agency", "staff", "led"


def agencies_of(area: UUID) -> QuerySet[Agency]:
    """The agencies that work in the area with this key."""
    return Agency.objects.filter(areas=area, closed_on=None)


def social_care_staff(area: UUID) -> QuerySet[Practitioner]:
    """Those who work in the area's children's social care today."""
    posted = Q(posts__team__area=area, posts__agency__sector=Agency.Sector.CHILDRENS_SOCIAL_CARE)
    staff = Practitioner.objects.filter(posted & Q(posts__to_on=None), is_active=True)
    return Practitioner.objects.filter(pk__in=staff.values("pk"))


def brothers_and_sisters(child: Person) -> QuerySet[Person]:
    """Those recorded as the child's brothers and sisters now, either way round."""
    sibling = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    return Person.objects.filter(
        Q(pk__in=sibling.filter(person=child).values("other"))
        | Q(pk__in=sibling.filter(other=child).values("person"))
    ).exclude(pk=child.pk)


def known_as(practitioner: Practitioner) -> str:
    """A practitioner as a list shows them."""
    return f"{practitioner.name}, {practitioner.job_title}" if practitioner.job_title else practitioner.name


class Choice(NamedTuple):
    """An agency (detail: its sector) or a practitioner (detail: their job title), as a list shows them."""

    what: str
    key: UUID
    name: str
    detail: str

    @property
    def label(self) -> str:
        return f"{self.name}, {self.detail}" if self.what == STAFF and self.detail else self.name


def agencies_staff_and_leads(
    area: UUID, children: Iterable[Person], on: date
) -> tuple[list[Choice], list[Choice], set[UUID]]:
    """The area's agencies, and its children's social care staff, by name; and those of these children whose lead
    practitioner is no social worker on this day. One query for all three."""
    agencies = agencies_of(area).order_by().values_list(_named(AGENCY), "pk", "name", "sector")
    staff: Any = social_care_staff(area).order_by().values_list(_named(STAFF), "pk", "name", "job_title")
    led: Any = _led_by_no_social_worker(children, on).order_by()
    leads = led.values_list(_named(LED), "case__child", "practitioner__name", "practitioner__job_title")
    rows = sorted((Choice(*row) for row in agencies.union(staff, leads, all=True)), key=lambda row: row.name)
    return (
        [row for row in rows if row.what == AGENCY],
        [row for row in rows if row.what == STAFF],
        {row.key for row in rows if row.what == LED},
    )


def _led_by_no_social_worker(children: Iterable[Person], on: date) -> QuerySet[Allocation]:
    qualified = Registration.objects.filter(
        Q(to_on=None) | Q(to_on__gte=on), social_work_qualified=True, from_on__lte=on
    )
    led = Allocation.objects.current().filter(
        case__child__in=[child.pk for child in children], case__closed_on=None,
        capacity=Allocation.Capacity.LEAD_PRACTITIONER,
    )  # fmt: skip
    return led.exclude(practitioner__in=qualified.values("practitioner"))


def _named(what: str) -> Value:
    return Value(what, output_field=CharField())


def choose_among(records: QuerySet[Any], *fields: forms.Field) -> None:
    """Let these fields choose among the records, which are read once for all of them."""
    shown = list(records)
    for field in fields:
        label_of = field.label_from_instance  # type: ignore[attr-defined]
        offer(field, records, [(str(one.pk), label_of(one)) for one in shown])


def offer(field: Any, records: QuerySet[Any], shown: Iterable[tuple[str, str]]) -> None:
    """Let a field choose among records that have been read already: ``shown`` are their keys and labels."""
    field.queryset = records
    field.choices = [*([("", "")] if isinstance(field.widget, forms.Select) else []), *shown]


def as_choices(choices: Iterable[Choice]) -> list[tuple[str, str]]:
    """Keys and labels."""
    return [(str(choice.key), choice.label) for choice in choices]
