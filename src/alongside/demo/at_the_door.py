"""What waits at the front door besides referrals: a held one, police notices, a question to a school.

Told at the end of the small borough, through the ways in that everybody uses.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.front_door.checks import ask_partners
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Receipt
from alongside.front_door.notices import take_in_notices
from alongside.referrals.models import Referral

FORCE = "Estuary Police"
#: Days before the last, the hour, the child, and what the police saw.
NOTICES = (
    (
        70,
        "22:40",
        "Kayla",
        "Brook",
        "Domestic abuse",
        "Neighbours rang about shouting. Kayla was awake on the stairs.",
    ),
    (32, "23:05", "Kayla", "Brook", "Domestic abuse", "Called again. Her mother had a cut hand."),
    (6, "01:15", "Kayla", "Brook", "Domestic abuse", "Third call. The father had left."),
    (4, "02:00", "Leon", "Adair", "Missing", "Found at the bus station at two in the morning."),
    (4, "02:00", "Mo", "Adair", "Missing", "Found with his brother."),
    (2, "19:00", "", "", "Concern for safety", "A boy of about six alone on the harbour steps."),
)
BORN = {"Kayla": -11, "Leon": -15, "Mo": -13}


def wait_at_the_door(borough: Borough, until: date) -> None:
    """Everything the front door's pages show, so that whoever signs in there finds something to do."""
    yesterday = at(until - timedelta(days=1), "09:30")
    take_in_notices(
        [_notice(number, until, *told) for number, told in enumerate(NOTICES, start=101)],
        area=borough.area, force=FORCE, now=yesterday,
    )  # fmt: skip
    sent = {
        "version": 1, "area": borough.area.code, "referrer": {"kind": "anonymous"}, "siblings": True,
        "children": [{"given": "Robin"}, {"given": "Ash"}], "whereabouts": "The flat above the chandler’s",
        "statements": [{"kind": "concern", "words": "Two small children are left alone in the evenings."}],
    }  # fmt: skip
    take_in(
        sent, via=Via(door=Receipt.Door.PUBLIC, sender="public form"), idempotency_key="demonstration",
        now=yesterday, held_because="More than 10 referrals from one address within an hour",
    )  # fmt: skip
    waiting = (
        Referral.objects.filter(area=borough.area, decision=None).select_related("case__child").order_by("id")
    )
    if first := waiting.first():
        ask_partners(
            by=borough.staff["maya"], child=first.case.child, agencies=[borough.agencies["primary"]],
            question="Does the school know the child, and how has attendance been this term?",
            reason="A referral came in and we decide on it within a working day.", basis="section-17", now=yesterday,
        )  # fmt: skip


def _notice(
    number: int, until: date, days: int, hour: str, given: str, family: str, kind: str, words: str
) -> dict[str, Any]:
    born = until.replace(year=until.year + BORN[given], day=1) if given else None
    return {
        "number": f"EP-{number if kind != 'Missing' else 104}", "kind": kind, "words": words, "officer": "PC Shaw",
        "given": given, "family": family, "born_on": born,
        "happened_at": at(until - timedelta(days=days), hour).isoformat(),
    }  # fmt: skip
