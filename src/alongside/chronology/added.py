"""What a page of a record shows of what was added to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.access import policies
from alongside.access.doors import may_too
from alongside.chronology.addenda import addenda_of
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for


def added_since(child: Person, entry: UUID | None) -> dict[str, Any]:
    """For a page that was opened for its reader: what was added, and where they add more if they may. One query.

    entry: the key of the entry that tells of the record.
    """
    may = entry is not None and may_too(child, policies.CORRECT_ENTRY)
    return {
        "addenda": addenda_of(entry),
        "add_href": reverse_for("desk:add-to-entry", child.reference, entry) if may else "",
    }
