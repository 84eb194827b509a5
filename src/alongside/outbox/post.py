"""Sending an e-mail by whatever Django is set to send with."""

from __future__ import annotations

import smtplib
from datetime import datetime
from email.utils import formatdate

from django.conf import settings
from django.core.mail import EmailMessage

from alongside.outbox.models import OutgoingMessage
from alongside.outbox.trouble import NotTaken, RefusedForGood


def send(message: OutgoingMessage, now: datetime) -> None:
    """Hand one e-mail to the post office. Raises NotTaken or RefusedForGood."""
    try:
        letter(message).send()
    except smtplib.SMTPRecipientsRefused as refused:
        codes = {code for code, _ in refused.recipients.values()}
        if all(500 <= code < 600 for code in codes):
            raise RefusedForGood(
                f"The mail server does not take mail for this address ({_said(codes)})."
            ) from None
        raise NotTaken(f"The mail server does not take mail for this address now ({_said(codes)}).") from None
    except smtplib.SMTPResponseException as refused:
        raise NotTaken(f"The mail server answered {refused.smtp_code}.") from None
    except (smtplib.SMTPException, OSError) as trouble:
        raise NotTaken(f"The mail server was not reached ({type(trouble).__name__}).") from None


def letter(message: OutgoingMessage) -> EmailMessage:
    """The e-mail of a message. Its Message-ID is the message's own, so that a second copy can be known."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return EmailMessage(
        subject=message.subject, body=message.body, to=[message.to],
        headers={
            "Message-ID": f"<{message.pk}@{domain}>",
            "Date": formatdate(message.made_at.timestamp()),
            "Auto-Submitted": "auto-generated",
        },
    )  # fmt: skip


def _said(codes: set[int]) -> str:
    return "it answered " + ", ".join(str(code) for code in sorted(codes))
