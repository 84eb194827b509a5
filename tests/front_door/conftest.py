"""A front door that is open: an area with social care, and what somebody sends it."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.agencies.models import Area, Team


@pytest.fixture
def sent() -> dict[str, Any]:
    """A referral of two siblings by a practitioner without an account, as another system would send it."""
    return {
        "version": 1,
        "area": "199",
        "referrer": {
            "kind": "practitioner", "name": "Gwen Pike", "relation": "Manager, Tideway Nursery",
            "contact": "01632 960 001", "email": "gwen@tideway.example",
        },
        "children": [
            {"given": "Amara", "family": "Okoye", "born_on": "2020-09-03", "sex": "F"},
            {"given": "Ben", "family": "Okoye", "born_on": "2014-02-11", "sex": "M"},
        ],
        "siblings": True,
        "immediate_danger": "no",
        "whereabouts": "At home, 4 Quay Street",
        "statements": [
            {"kind": "fact", "words": "Amara came without a coat three days running.", "said_by": "Gwen Pike"},
            {"kind": "concern", "words": "I am worried that nobody looks after her in the morning."},
            {"kind": "reported", "words": "Ben says he gets her up.", "said_by": "Ben"},
        ],
        "family": {"asked": "not-asked", "not_asked_because": "We could not reach their mother."},
    }  # fmt: skip


@pytest.fixture
def open_door(wrenmouth: Area, front_door: Team) -> Area:
    """Wrenmouth, with a front door that receives referrals."""
    return wrenmouth
