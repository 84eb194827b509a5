"""Sending what is in the outbox: one message at a time, each try written down before it is made.

What is guaranteed. A message whose act was saved is tried until it is taken, refused for good, or
has been tried eight times over about two days; then it is shown as failed. A try is written and
saved before anything leaves, and its outcome after. A worker that dies between the two leaves a try
without an outcome: after ``LEASE`` another worker takes the message up, marks the earlier try as
broken off, and sends again. So nothing is lost, and the one message in question may arrive twice,
under the same Message-ID or event id, with both tries on record. Written to files, an e-mail is
one file however often it is tried.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from alongside.outbox import post, webhooks
from alongside.outbox.models import Attempt, OutgoingMessage
from alongside.outbox.trouble import NotTaken, RefusedForGood

#: How long a worker may take over one message. A try ends by itself well before.
LEASE = timedelta(minutes=3)
#: How long to wait after the first, second, … try.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60))
BROKEN_OFF = "The worker stopped during a try. The message may have been taken, and is sent again."
EVERY_TRY_BROKE_OFF = "Every try broke off, so no other is made. It may have been taken."

log = logging.getLogger("alongside.outbox")
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Sent:
    """What one pass over the outbox did."""

    sent: int = 0
    not_yet: int = 0
    failed: int = 0

    def __str__(self) -> str:
        return f"{self.sent} sent, {self.not_yet} to be tried again, {self.failed} failed."


def waiting(now: datetime) -> list[OutgoingMessage]:
    """Messages that are due and that no worker is sending, the longest waiting first, a hundred at most."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    due = OutgoingMessage.objects.filter(free, sent_at=None, failed_at=None, due_at__lte=now)
    return list(due.select_related("endpoint").order_by("due_at", "id")[:100])


def send_waiting(clock: Clock, stop: Callable[[], bool] = lambda: False) -> Sent:
    """One pass: try each message that is due once. stop: asked between two messages."""
    done = Sent()
    for message in waiting(clock()):
        if stop():
            break
        attempt = claim(message, clock())
        if attempt is not None:
            _try(message, attempt, clock, done)
    return done


@transaction.atomic
def claim(message: OutgoingMessage, now: datetime) -> Attempt | None:
    """Take a message up for one try, which is written down. None where another worker was quicker."""
    attempt = Attempt(message=message, begun_at=now)
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    taken = OutgoingMessage.objects.filter(
        free, pk=message.pk, sent_at=None, failed_at=None, tries=message.tries
    )
    if not taken.update(claimed_until=now + LEASE, claimed_by=attempt.pk, tries=message.tries + 1):
        return None
    left = Attempt.objects.filter(message=message, outcome=Attempt.Outcome.UNKNOWN)
    if left.update(outcome=Attempt.Outcome.BROKEN_OFF, ended_at=now, words=BROKEN_OFF):
        log.warning("A message is sent again, because a worker stopped while it was sending it.")
    attempt.save(force_insert=True)
    message.tries += 1
    return attempt


def _try(message: OutgoingMessage, attempt: Attempt, clock: Clock, done: Sent) -> None:
    if message.tries > len(WAITS) + 1:
        finish(message, attempt, Attempt.Outcome.REFUSED, EVERY_TRY_BROKE_OFF, clock())
        done.failed += 1
        return
    send = post.send if message.kind == OutgoingMessage.Kind.EMAIL else webhooks.send
    try:
        send(message, clock())
    except RefusedForGood as trouble:
        finish(message, attempt, Attempt.Outcome.REFUSED, str(trouble), clock())
        done.failed += 1
    except NotTaken as trouble:
        _not_yet(message, attempt, str(trouble), clock(), done)
    except Exception as trouble:
        # A message that breaks whatever sends it must not keep the others waiting for ever.
        log.exception("A message could not be made ready to send")
        _not_yet(message, attempt, f"It could not be made ready ({type(trouble).__name__}).", clock(), done)
    else:
        finish(message, attempt, Attempt.Outcome.SENT, "", clock())
        done.sent += 1


def _not_yet(message: OutgoingMessage, attempt: Attempt, words: str, now: datetime, done: Sent) -> None:
    finish(message, attempt, Attempt.Outcome.NOT_YET, words, now)
    if message.failed_at:
        done.failed += 1
    else:
        done.not_yet += 1


@transaction.atomic
def finish(message: OutgoingMessage, attempt: Attempt, outcome: str, words: str, now: datetime) -> None:
    """Write down how a try ended, and when the next one is due if there is to be one."""
    attempt.outcome, attempt.words, attempt.ended_at = outcome, words[:300], now
    attempt.save(update_fields=("outcome", "words", "ended_at"))
    changed: dict[str, object] = {"last_error": words[:300], "claimed_until": None, "claimed_by": None}
    if outcome == Attempt.Outcome.SENT:
        changed |= {"sent_at": now, "failed_at": None}
    elif outcome == Attempt.Outcome.REFUSED or message.tries > len(WAITS):
        message.failed_at = changed["failed_at"] = now
        log.warning("A message could not be sent, and is not tried again by itself: %s", words)
    else:
        changed["due_at"] = now + WAITS[message.tries - 1]
    # Only the try that holds the message may say what became of it, except that sent is sent.
    mine = OutgoingMessage.objects.filter(pk=message.pk, sent_at=None)
    if outcome != Attempt.Outcome.SENT:
        mine = mine.filter(claimed_by=attempt.pk)
    mine.update(**changed)
