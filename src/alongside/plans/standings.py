"""Who leads a plan, against what the guidance expects."""

from __future__ import annotations

from datetime import date

from alongside.cases.models import lead_practitioner
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall

RULE = "authority.plan-lead"


def record_who_leads(entry: Entry, on: date) -> None:
    """Keep a shortfall with this entry where nobody led that day, or the one who led is no social worker."""
    lead = lead_practitioner(entry.case, on)
    standings = lead.practitioner.standing_on(on) if lead else frozenset()
    record_shortfall(entry, RULE, expected_but_absent(RULE, standings, on))
