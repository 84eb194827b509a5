"""What a page of a record shows of what was added to it, and who changed it last."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.access import policies
from alongside.access.doors import may_too
from alongside.chronology.addenda import addenda_of
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.words import moment


def last_recorded(child: Person, kind: Kind) -> str:
    """Who recorded something of this kind last, and when: “Maya Lowe, 3 May 2026 at 14:02”. Empty where nobody has."""
    entries = Entry.objects.filter(child=child, kind=kind.id).select_related("recorded_by")
    last = entries.order_by("-recorded_at").first()
    return f"{last.recorded_by}, {moment(last.recorded_at)}" if last else ""


def added_since(child: Person, entry: UUID | None) -> dict[str, Any]:
    """For a page that was opened for its reader: what was added, and where they add more if they may. One query.

    entry: the key of the entry that tells of the record.
    """
    may = entry is not None and may_too(child, policies.CORRECT_ENTRY)
    return {
        "addenda": addenda_of(child, entry),
        "add_href": reverse_for("desk:add-to-entry", child.reference, entry) if may else "",
    }
