"""Putting a message into the outbox, in the transaction of the act that it tells of.

Nothing is sent here. If the act is undone, so is the message; once the act is saved, a worker
sends it (``delivery``). The text of a message is never logged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Model

from alongside.agencies.models import Area
from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.refusals import Refusal

Kind = OutgoingMessage.Kind


def send_email(
    *, to: str, subject: str, body: str, area: Area, about: object | None = None, now: datetime
) -> OutgoingMessage:
    """One e-mail in plain text, to one address. Raises Refusal for what is no e-mail address.

    about: what it tells of, for whoever looks for it later: a record, or a word. Never shown to the reader.
    """
    address = to.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise Refusal(
            "This is not an e-mail address.", f"You gave “{address[:100]}”.",
            "Write it like name@example.org.", field="email",
        ) from None  # fmt: skip
    return _put(kind=Kind.EMAIL, to=address, subject=" ".join(subject.split())[:200], body=body, area=area,
                about=_named(about), now=now)  # fmt: skip


def send_webhook(
    *, endpoint: Endpoint, event: str, payload: Mapping[str, Any], about: object | None = None, now: datetime
) -> OutgoingMessage | None:
    """One event to another system. The receiver knows it by its key, however often it arrives.

    payload: plain values; keep it to references, and let the receiver ask for the rest with its own token.
    None, and nothing is sent, once the endpoint is closed.
    """
    if endpoint.closed_at is not None:
        return None
    body = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    return _put(kind=Kind.WEBHOOK, endpoint=endpoint, subject=event, body=body, area=endpoint.area,
                about=_named(about), now=now)  # fmt: skip


@transaction.atomic
def resend(*, message: OutgoingMessage, now: datetime) -> OutgoingMessage:
    """Try a message again from the beginning. Raises Refusal for one that is sent, or being tried anyway."""
    message = OutgoingMessage.objects.select_for_update().get(pk=message.pk)
    if message.failed_at is None:
        raise Refusal(
            "This message has not failed.", f"It is {message.state}.",
            "Only a message that failed is sent again; one that is waiting is tried again by itself.",
        )  # fmt: skip
    message.failed_at, message.due_at, message.tries = None, now, 0
    message.save(update_fields=("failed_at", "due_at", "tries"))
    return message


def _put(*, now: datetime, **fields: Any) -> OutgoingMessage:
    message = OutgoingMessage(made_at=now, due_at=now, **fields)
    message.full_clean()
    message.save()
    return message


def _named(about: object | None) -> str:
    if isinstance(about, Model):
        return f"{about._meta.label_lower}:{about.pk}"[:100]
    return str(about or "")[:100]
