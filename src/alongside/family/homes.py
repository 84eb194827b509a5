"""Where a child lives. A protected address is never told in the chronology, nor is any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.family.noting import note, refuse_future
from alongside.keeping import check, keep
from alongside.people.models import Address, Person, Residence
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHome:
    """A place to live, or none. protected_from: who must not be told, and why."""

    from_on: date
    lines: str = ""
    postcode: str = ""
    no_fixed_address: bool = False
    protected: bool = False
    protected_from: str = ""


@transaction.atomic
def change_address(*, by: Practitioner, child: Person, home: NewHome, now: datetime) -> Residence:
    """Record where the child lives from a day on; the home before ends that day and stays in the history.

    Raises Refusal for a day to come, or before the day the last home began.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    refuse_future(home.from_on, "This move", "from_on", now)
    if not home.no_fixed_address and not home.lines:
        raise Refusal(
            "There is no address here.", "The lines of the address are empty.",
            "Enter the address, or say that there is no fixed address.", field="lines",
        )  # fmt: skip
    for last in Residence.objects.filter(person=child, to_on=None):
        _leave(last, home.from_on)
    address = None
    if not home.no_fixed_address:
        address = Address.objects.create(
            area_id=child.area_id, lines=home.lines, postcode=home.postcode.upper()
        )
    residence = Residence(
        person=child, address=address, no_fixed_address=home.no_fixed_address, protected=home.protected,
        protected_from=home.protected_from, from_on=home.from_on,
    )  # fmt: skip
    check(residence)
    keep(residence)
    note(child, _words(home), by=by, now=now, on=home.from_on)
    return residence


def _leave(last: Residence, on: date) -> None:
    if last.from_on and on < last.from_on:
        raise Refusal(
            "This move is before the last one.",
            f"You entered {on:%-d %B %Y}, and the child moved to the last address on {last.from_on:%-d %B %Y}.",
            "Enter a later day, or today's if it is not known.", field="from_on",
        )  # fmt: skip
    last.to_on = on
    last.save(update_fields=("to_on",))


def _words(home: NewHome) -> str:
    if home.no_fixed_address:
        return "The child has no fixed address now."
    if home.protected:
        return "The child moved. The new address is protected: it is shown only to those who must know it."
    return "The child moved. The new address is on the page of people."
