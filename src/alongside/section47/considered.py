"""What the guidance asks to be considered with any immediate protection: kept as a shortfall while missing."""

from __future__ import annotations

from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.section47.said import Considered

RULE = "emergency.content"


def record_what_was_not_considered(entry: Entry, considered: Considered) -> None:
    """Keep which headings of the record of immediate protection say nothing yet. Never a bar.

    The power, who used it and when are always recorded. The responsible authority is a record of its own,
    made when there is another, and is not missed here.
    """
    says = {
        "power": True,
        "who": True,
        "when": True,
        "child-seen": considered.child_seen,
        "other-children": considered.children_of_household and considered.children_of_alleged_perpetrator,
        "legal-advice": considered.legal_advice,
        "authorities": True,
    }
    filled = {key for key, said in says.items() if said}
    record_shortfall(entry, RULE, expected_but_absent(RULE, filled, entry.happened_on))
