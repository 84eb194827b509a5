"""A caseload to try another text over: Amara's case, or a small borough drawn by chance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh

LATER = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def happened(case: Case, dana: Practitioner) -> Any:
    """Record that something happened to Amara, with blank words where the test has none."""

    def record(kind: Kind, on: date, in_case: Case = case, **details: Any) -> Entry:
        blanks = dict.fromkeys(kind.details, "")
        entry = kind.record(in_case, on=on, by=dana, now=LATER, **{**blanks, **details})
        refresh(in_case)
        return entry

    return record
