"""When a file that was sent and has no receipt is asked after."""

from __future__ import annotations

from datetime import datetime

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.moments import day_of
from alongside.partners.models import FileTransfer

#: Working days. Ours and no rule's: long enough for a school office to look, short enough for a child's first week.
ASK_AFTER = 5


def waits_too_long(file: FileTransfer, now: datetime) -> bool:
    """Whether its sender should ring the other school."""
    if file.received_at is not None:
        return False
    return ENGLAND_AND_WALES.after(day_of(file.sent_at), ASK_AFTER) <= day_of(now)
