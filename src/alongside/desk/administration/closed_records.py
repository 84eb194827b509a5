"""Closing a child's record to a practitioner, for example a relative. It always wins over every reason to open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.access.models import Restriction
from alongside.agencies.models import Area, Practitioner
from alongside.desk.administration.changes import held, note
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def close_record(*, by: Practitioner, area: Area, reference: str, practitioner: Practitioner, why: str,
                 now: datetime) -> Restriction:  # fmt: skip
    """From now on the practitioner does not find this record. Raises Refusal for a reference not of this area."""
    area = held(area, by)
    child = Person.objects.filter(area=area, reference=reference.strip().upper()).first()
    if child is None:
        raise Refusal(
            f"No record of {area} has this reference.", f"You entered {reference.strip()}.",
            "Ask whoever told you for the reference, such as WREN-7K3QFT.", field="reference",
        )  # fmt: skip
    if Restriction.objects.filter(child=child, practitioner=practitioner, to_on=None).first():
        raise Refusal(
            f"{child.reference} is closed to {practitioner} already.", "It can be closed to one person once.",
            "Nothing more is needed.", field="practitioner",
        )  # fmt: skip
    closed = Restriction(child=child, practitioner=practitioner, why=why, from_on=day_of(now))
    closed.full_clean()
    closed.save()
    note(area, by, now, f"{child.reference} closed to {practitioner}: {why}")
    return closed


@transaction.atomic
def lift(*, by: Practitioner, area: Area, restriction: Restriction, why: str, now: datetime) -> Restriction:
    """The record is no longer closed to the practitioner; whether they may open it is for the policies."""
    area = held(area, by)
    if restriction.practitioner_id == by.pk:
        raise Refusal(
            "You cannot open to yourself what was closed to you.", "Somebody decided that it should be closed.",
            "Ask another administrator of this area.",
        )  # fmt: skip
    restriction.to_on = day_of(now)
    restriction.save(update_fields=("to_on",))
    note(
        area, by, now, f"{restriction.child.reference} no longer closed to {restriction.practitioner}: {why}"
    )
    return restriction
