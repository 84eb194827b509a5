"""What the danger page shows: what protects the child now, and how long it lasts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import FilteredRelation, Q

from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.clocks import timescale
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.section47.limits import POLICE, police_protection_ends, remaining

ALSO_TOLD = (kinds.IMMEDIATE_ACTION_TAKEN, kinds.OTHER_AUTHORITY_CONSULTED, kinds.PROTECTION_ADDED_TO)
#: What is told at the same time of who must stay away, a recovery order, and who is responsible.
STANDING = (
    kinds.EXCLUSION_BEGUN, kinds.EXCLUSION_ENDED, kinds.RECOVERY_ORDER_MADE, kinds.RECOVERY_ENDED,
    kinds.OTHER_AUTHORITY_CONSULTED,
)  # fmt: skip


def protection_page(child: Person, now: datetime) -> dict[str, Any]:
    """Police protection and orders that have not ended, what is left of them, and what else was done."""
    standing = _standing(child)
    police, order = getattr(standing, "police", None), getattr(standing, "protection_order", None)
    due = police_protection_ends(police) if police else None
    entries = _told(child)
    also = _also_done(entries)
    return {
        "excluded": _excluded(entries),
        "recovery": _recovery(entries),
        "responsibility": _responsibility(entries),
        "police": police,
        "police_due": due,
        "police_left": remaining(due, now) if due else None,
        "police_most": timescale(POLICE).within.at(day_of(now)).value,
        "order": order,
        "order_expired": bool(order and order.last_day < day_of(now)),
        "assessment_order": getattr(standing, "assessment_order", None),
        "also": also,
        "acted": any(entry.kind == kinds.IMMEDIATE_ACTION_TAKEN.id for entry, _ in also),
        "rule": catalogue.rule("emergency.immediate-action"),
        "judgement": catalogue.rule("emergency.removal"),
    }


def _standing(child: Person) -> Case | None:
    """The open case with its police protection and orders that have not ended: one query, at most one each."""
    return (
        Case.objects.filter(child=child, closed_on=None)
        .annotate(
            police=FilteredRelation("policeprotections", condition=Q(policeprotections__ending=None)),
            protection_order=FilteredRelation(
                "emergencyprotectionorders", condition=Q(emergencyprotectionorders__ending=None)
            ),
            assessment_order=FilteredRelation(
                "childassessmentorders", condition=Q(childassessmentorders__ending=None)
            ),
        )
        .select_related("police", "protection_order__extension", "assessment_order")  # type: ignore[misc]
        .first()
    )


def _told(child: Person) -> list[Entry]:
    """What the open case tells of all this, in order. One query."""
    wanted = {kind.id for kind in (*ALSO_TOLD, *STANDING)}
    return list(
        Entry.objects.standing().filter(child=child, case__closed_on=None, kind__in=wanted).in_order()
    )


def _also_done(entries: list[Entry]) -> list[tuple[Entry, str]]:
    """Other ways in which the child was made safe, and other authorities consulted, the latest first."""
    also = {kind.id for kind in ALSO_TOLD}
    latest = [entry for entry in reversed(entries) if entry.kind in also][:10]
    return [(entry, kinds.KINDS[entry.kind].words(entry.details)) for entry in latest]


def _excluded(entries: list[Entry]) -> list[Entry]:
    """Who must stay away: the entries of exclusions that have not ended."""
    ended = {one.details.get("exclusion") for one in entries if one.kind == kinds.EXCLUSION_ENDED.id}
    begun = [one for one in entries if one.kind == kinds.EXCLUSION_BEGUN.id]
    return [one for one in begun if one.details.get("exclusion") not in ended]


def _recovery(entries: list[Entry]) -> Entry | None:
    """The entry of the recovery order that stands."""
    of_it = [one for one in entries if one.kind in (kinds.RECOVERY_ORDER_MADE.id, kinds.RECOVERY_ENDED.id)]
    return of_it[-1] if of_it and of_it[-1].kind == kinds.RECOVERY_ORDER_MADE.id else None


def _responsibility(entries: list[Entry]) -> str:
    """Who is responsible, where another authority was asked to be; empty where none was."""
    contacts = [one for one in entries if one.kind == kinds.OTHER_AUTHORITY_CONSULTED.id]
    accepted = [one for one in contacts if one.details.get("accepted")]
    asked = [one for one in contacts if one.details.get("asked_to_accept")]
    if accepted:
        return f"{accepted[-1].details['authority']} is responsible: it accepted in writing."
    if asked:
        whom, since = asked[-1].details["authority"], asked[0].happened_on
        return f"This authority is responsible. {whom} was asked on {since:%-d %B %Y}, and has not accepted in writing."
    return ""
