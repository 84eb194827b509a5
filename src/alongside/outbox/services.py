"""Putting a message into the outbox, in the transaction of the act that it tells of.

Nothing is sent here. If the act is undone, so is the message; once the act is saved, a worker
sends it (``delivery``). The text of a message is never logged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Model

from alongside.agencies.models import Area, Practitioner
from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.refusals import Refusal

Kind = OutgoingMessage.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """That somebody has to act where a message does not go: who sent it, what to do instead, and where that is.

    instead: a sentence such as “Ring Gwen Pike, 01632 960 001.” link: an address inside the service.
    """

    by: Practitioner
    instead: str
    link: str


def send_email(
    *, to: str, subject: str, body: str, area: Area, about: object | None = None, matters: Matters | None = None,
    now: datetime,
) -> OutgoingMessage:  # fmt: skip
    """One e-mail in plain text, to one address. Raises Refusal for what is no e-mail address.

    about: what it tells of, for whoever looks for it later: a record, or a word. Never shown to the reader.
    matters: for what cannot wait; where it has not gone after the area's own time, its sender and team are told.
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
                about=_named(about), now=now, **_mattering(matters, area))  # fmt: skip


def _mattering(matters: Matters | None, area: Area) -> dict[str, Any]:
    if matters is None:
        return {}
    teams = (post.team for post in matters.by.scope.posts if post.team and post.team.area_id == area.pk)
    return {
        "by": matters.by,
        "team": next(teams, None),
        "instead": matters.instead[:300],
        "link": matters.link,
    }


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
