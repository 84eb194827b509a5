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


def protection_page(child: Person, now: datetime) -> dict[str, Any]:
    """Police protection and orders that have not ended, what is left of them, and what else was done."""
    standing = _standing(child)
    police, order = getattr(standing, "police", None), getattr(standing, "protection_order", None)
    due = police_protection_ends(police) if police else None
    also = _also_done(child)
    return {
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


def _also_done(child: Person) -> list[tuple[Entry, str]]:
    """Other ways in which the child was made safe, and other authorities consulted, the latest first."""
    entries = Entry.objects.standing().filter(child=child, kind__in=[kind.id for kind in ALSO_TOLD])
    latest = entries.order_by("-happened_on", "-recorded_at")[:10]
    return [(entry, kinds.KINDS[entry.kind].words(entry.details)) for entry in latest]
