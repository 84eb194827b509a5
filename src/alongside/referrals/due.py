"""By when a referral is to be decided, for whoever made it."""

from __future__ import annotations

from datetime import datetime

from alongside.deadlines.calendars import calendar_in_force
from alongside.guidance import catalogue
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Timescale


def decision_due(received_at: datetime) -> Due:
    """The rule's own reckoning, day by day, under the edition in force when it was received."""
    rule = catalogue.rule("referral.decision")
    assert isinstance(rule, Timescale)
    return rule.due(received_at, calendar_in_force())
