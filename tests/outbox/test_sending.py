"""What is put into the outbox is sent once its act is saved, tried again when it is not taken, and never lost."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.test import override_settings

from alongside.agencies.models import Area
from alongside.outbox import delivery, services
from alongside.outbox.clearing import empty_old_messages
from alongside.outbox.delivery import send_waiting
from alongside.outbox.models import Attempt, Endpoint, OutgoingMessage
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.outbox.conftest import Clock

Outcome = Attempt.Outcome


@pytest.fixture
def write(wrenmouth: Area) -> Callable[..., OutgoingMessage]:
    def writes(to: str = "head@school.example", subject: str = "What was decided") -> OutgoingMessage:
        return services.send_email(
            to=to, subject=subject, body="We have decided on your referral.", area=wrenmouth,
            about="referral", now=NOW,
        )  # fmt: skip

    return writes


class Closed(BaseEmailBackend):
    """A post office that is closed."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError


class Refusing(BaseEmailBackend):
    """A post office that knows nobody of that name."""

    def send_messages(self, email_messages: object) -> int:
        raise smtplib.SMTPRecipientsRefused({"head@school.example": (550, b"No such user here")})


class Stopped(BaseException):
    """The worker is killed in the middle of a try."""


class Killing(BaseEmailBackend):
    def send_messages(self, email_messages: object) -> int:
        raise Stopped


closed = override_settings(EMAIL_BACKEND=f"{__name__}.Closed")
refusing = override_settings(EMAIL_BACKEND=f"{__name__}.Refusing")
killing = override_settings(EMAIL_BACKEND=f"{__name__}.Killing")


def test_a_message_is_sent_once(write: Callable[..., OutgoingMessage], clock: Clock) -> None:
    message = write()

    assert str(send_waiting(clock)) == "1 sent, 0 to be tried again, 0 failed."
    assert str(send_waiting(clock)) == "0 sent, 0 to be tried again, 0 failed."

    message.refresh_from_db()
    assert (message.state, message.sent_at, message.tries) == ("sent", NOW, 1)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["head@school.example"], "What was decided")
    assert letter.extra_headers["Message-ID"] == f"<{message.pk}@localhost>"
    assert [attempt.outcome for attempt in message.attempts.all()] == [Outcome.SENT]


def test_a_message_of_an_act_that_was_undone_was_never_there(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    send_waiting(clock)
    assert mail.outbox == []
    assert not OutgoingMessage.objects.exists()


def test_what_is_no_address_is_refused_in_words(write: Callable[..., OutgoingMessage]) -> None:
    with pytest.raises(Refusal, match="You gave “nobody at all”"):
        write(to="nobody at all")


def test_a_subject_over_two_lines_cannot_add_a_header(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    write(subject="About Amara\r\nBcc: everybody@example.org")
    send_waiting(clock)
    assert mail.outbox[0].subject == "About Amara Bcc: everybody@example.org"
    assert "Bcc" not in mail.outbox[0].message()


def test_a_message_that_is_not_taken_is_tried_again_with_growing_waits_and_then_shown_as_failed(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message, waits = write(), []
    with closed:
        for _ in range(8):
            send_waiting(clock)
            message.refresh_from_db()
            waits.append(message.due_at - clock())
            clock.moment = max(clock.moment, message.due_at)

    assert tuple(waits[:7]) == delivery.WAITS
    assert sorted(waits[:7]) == waits[:7]
    assert (message.state, message.tries) == ("failed", 8)
    assert message.last_error == "The mail server was not reached (ConnectionRefusedError)."
    assert {attempt.outcome for attempt in message.attempts.all()} == {Outcome.NOT_YET}

    send_waiting(clock)
    assert mail.outbox == []


def test_an_address_that_is_refused_for_good_is_tried_once(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message = write()
    with refusing:
        assert str(send_waiting(clock)) == "0 sent, 0 to be tried again, 1 failed."
    message.refresh_from_db()
    assert message.failed_at == NOW
    assert message.last_error == "The mail server does not take mail for this address (it answered 550)."


def test_a_message_that_failed_is_sent_again_when_somebody_asks(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message = write()
    with pytest.raises(Refusal, match="has not failed"):
        services.resend(message=message, now=clock())
    with refusing:
        send_waiting(clock)

    services.resend(message=message, now=clock.on(hours=1))
    send_waiting(clock)

    message.refresh_from_db()
    assert (message.state, len(mail.outbox)) == ("sent", 1)
    assert [attempt.outcome for attempt in message.attempts.all()] == [Outcome.REFUSED, Outcome.SENT]


def test_a_message_whose_worker_died_is_taken_up_by_another_and_says_so(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    """It may arrive twice, and then both tries are on record."""
    message = write()
    with killing, pytest.raises(Stopped):
        send_waiting(clock)

    clock.on(minutes=1)
    assert str(send_waiting(clock)) == "0 sent, 0 to be tried again, 0 failed.", "it is still held"

    clock.on(minutes=3)
    send_waiting(clock)
    message.refresh_from_db()
    assert message.state == "sent"
    first, second = message.attempts.all()
    assert (first.outcome, second.outcome) == (Outcome.BROKEN_OFF, Outcome.SENT)
    assert "may have been taken" in first.words


def test_of_five_hundred_dying_workers_none_loses_a_message_and_none_doubles_one_unseen(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    """Each dies after taking up one message and before the post office has it."""
    messages = [write(subject=f"Message {number}") for number in range(500)]
    for message in messages:
        assert delivery.claim(message, clock()) is not None

    clock.on(minutes=4)
    for _ in range(5):
        send_waiting(clock)

    assert sorted(letter.subject for letter in mail.outbox) == sorted(message.subject for message in messages)
    assert Attempt.objects.filter(outcome=Outcome.BROKEN_OFF).count() == 500
    assert Attempt.objects.filter(outcome=Outcome.SENT).count() == 500


class Breaking(BaseEmailBackend):
    def send_messages(self, email_messages: object) -> int:
        raise LookupError("head@school.example")


def test_a_message_that_breaks_what_sends_it_does_not_keep_the_others_waiting(
    write: Callable[..., OutgoingMessage], clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = write(), write(to="other@school.example")
    with override_settings(EMAIL_BACKEND=f"{__name__}.Breaking"):
        assert send_waiting(clock).not_yet == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.last_error == second.last_error == "It could not be made ready (LookupError)."
    assert "could not be made ready" in caplog.text


def test_a_message_that_kills_every_worker_is_given_up(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message = write()
    with killing:
        for _ in range(8):
            with pytest.raises(Stopped):
                send_waiting(clock)
            clock.on(minutes=4)
        assert send_waiting(clock).failed == 1
    message.refresh_from_db()
    assert message.last_error == delivery.EVERY_TRY_BROKE_OFF


def test_two_workers_never_hold_the_same_message(write: Callable[..., OutgoingMessage], clock: Clock) -> None:
    write()
    (seen_by_one,), (seen_by_other,) = delivery.waiting(clock()), delivery.waiting(clock())
    assert delivery.claim(seen_by_one, clock()) is not None
    assert delivery.claim(seen_by_other, clock()) is None


def test_a_worker_that_came_back_late_does_not_undo_what_another_did(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message = write()
    late = delivery.claim(message, clock())
    assert late is not None
    clock.on(minutes=4)
    send_waiting(clock)

    delivery.finish(message, late, Outcome.NOT_YET, "Not reached.", clock())

    message.refresh_from_db()
    assert message.state == "sent"


def test_the_words_of_a_sent_message_go_after_thirty_days_and_that_it_was_sent_stays(
    write: Callable[..., OutgoingMessage], clock: Clock
) -> None:
    message, unsent = write(), write(to="other@school.example")
    OutgoingMessage.objects.filter(pk=unsent.pk).update(due_at=NOW + timedelta(days=90))
    send_waiting(clock)
    assert empty_old_messages(clock.on(days=30)) == "0 emptied."
    assert empty_old_messages(clock.on(minutes=1)) == "1 emptied."
    message.refresh_from_db()
    unsent.refresh_from_db()
    assert (message.body, message.state, message.to) == ("", "sent", "head@school.example")
    assert unsent.body


def test_an_event_for_an_endpoint_that_was_closed_is_not_written(endpoint: Endpoint) -> None:
    endpoint.closed_at = NOW
    assert services.send_webhook(endpoint=endpoint, event="referral.received", payload={}, now=NOW) is None


def test_no_message_is_ever_in_the_log(
    write: Callable[..., OutgoingMessage], clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    write()
    with refusing:
        send_waiting(clock)
    assert "could not be sent" in caplog.text
    for word in ("head@school.example", "decided", "referral"):
        assert word not in caplog.text
