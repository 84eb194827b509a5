from __future__ import annotations

from typing import Any

import pytest

from alongside.agencies.models import Agency
from alongside.sharing.services import Item, Sharing


@pytest.fixture
def attendance(school: Agency) -> dict[str, Any]:
    """What Dana would tell Amara's school: everything the text of today expects is there."""
    return {
        "outcome": "share", "what": "Mornings at home", "reasons": "The school can help in the mornings.",
        "recipient": school, "recipient_function": "The breakfast club", "basis": "public-task",
        "purpose": "help", "would_harm": "no", "family_told": "told",
        "items": [
            Item(kind="fact", words="Amara gets herself up."),
            Item(kind="opinion", words="I think she is tired."),
            Item(kind="reported", words="She misses breakfast.", said_by="Grace Okoye"),
        ],
    }  # fmt: skip


@pytest.fixture
def sharing(attendance: dict[str, Any]) -> Sharing:
    return Sharing(**attendance)
