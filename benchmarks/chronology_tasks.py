"""What a worker does for the benchmark of chronologies: one long one, and pages among few cases and among many."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from alongside.analysis.models import EntryTag, Significance
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.people.models import Person
from benchmarks import cases


@dataclass
class _Asking:
    """Whoever asks, and for which pages."""

    client: Client = field(default_factory=lambda: Client(SERVER_NAME="localhost"))
    pages: dict[str, str] = field(default_factory=dict)


ASKING = _Asking()


def begin_chronologies(cases_there: int, long: int) -> dict[str, Any]:
    """Give one child a chronology of ``long`` entries, one in ten marked and tagged, and sign its lead practitioner in."""
    call_command("collectstatic", interactive=False, verbosity=0)
    short, child = (
        Person.objects.get(reference=cases.reference(place)) for place in (cases_there // 2, cases_there // 3)
    )
    for one in (short, child):
        leads = Allocation.objects.get(case__child=one, to_on=None)
        client = Client(SERVER_NAME="localhost")
        client.force_login(leads.practitioner)
        if one is short:
            ASKING.client, ASKING.pages = client, {
                "/healthz": "/healthz", "/healthz again": "/healthz", "my work": "/",
                "child page": f"/children/{one.reference}/", "timeline": f"/children/{one.reference}/timeline/",
                "due dates": f"/children/{one.reference}/due/", "team": "/team/",
            }  # fmt: skip
    _lengthen(child, long)
    Allocation.objects.filter(case__child=child, to_on=None).update(
        practitioner=Allocation.objects.get(case__child=short, to_on=None).practitioner,
        team=Allocation.objects.get(case__child=short, to_on=None).team,
    )
    ASKING.pages |= {
        "long timeline": f"/children/{child.reference}/timeline/",
        "long family": f"/children/{child.reference}/family-chronology/",
        "long child page": f"/children/{child.reference}/",
    }
    return {
        "statuses": {name: ASKING.client.get(address).status_code for name, address in ASKING.pages.items()}
    }


def ask_chronologies(turn: int) -> dict[str, Any]:
    """Each page once, in another order each turn: seconds of processor and of wall time."""
    turns = list(ASKING.pages.items())
    shift = turn % len(turns)
    found: dict[str, Any] = {}
    for name, address in turns[shift:] + turns[:shift]:
        ASKING.client.get(address)
        began, wall = time.process_time(), time.perf_counter()
        ASKING.client.get(address)
        found[name] = [time.process_time() - began, time.perf_counter() - wall]
    return found


def _lengthen(child: Person, long: int) -> None:
    case, now = child.cases.get(), timezone.now()
    by = Allocation.objects.get(case=case, to_on=None).practitioner
    start = date(2025, 1, 1).toordinal() - long // 2
    entries = Entry.objects.bulk_create(
        Entry(
            area_id=case.area_id, child=child, case=case, kind=_kind(place), happened_on=date.fromordinal(start + place // 2),
            details=_details(place), recorded_at=now, recorded_by=by,
        )
        for place in range(long)
    )  # fmt: skip
    laid = {"area_id": case.area_id, "child": child, "said_at": now, "said_by": by}
    Significance.objects.bulk_create(
        Significance(entry=entry, significant_for="care", reason="It matters.", **laid)
        for entry in entries[::10]
    )
    EntryTag.objects.bulk_create(
        EntryTag(entry=entry, words="Cold", key="cold", **laid) for entry in entries[::10]
    )


def _kind(place: int) -> str:
    return kinds.CHILD_SEEN.id if place % 5 == 0 else kinds.PLAN_CHANGED.id


def _details(place: int) -> dict[str, Any]:
    if place % 5:
        return {"what": f"Change {place}."}
    return {
        "practitioner": "Ada",
        "alone": "yes",
        "alone_words": "alone",
        "where": "home",
        "where_words": "at home",
        "said": "Hello.",
    }
