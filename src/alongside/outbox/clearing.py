"""Emptying messages: once one was sent, its words have done their work."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.outbox.models import OutgoingMessage

KEPT_FOR = timedelta(days=30)
EMPTIED = ""


def empty_old_messages(now: datetime) -> str:
    """Take the text out of messages sent over thirty days ago; that they were sent, to whom and when stays."""
    old = OutgoingMessage.objects.filter(sent_at__lt=now - KEPT_FOR).exclude(body=EMPTIED)
    return f"{old.update(body=EMPTIED, instead=EMPTIED)} emptied."
