"""Sending what somebody wrote, and asking them to confirm the address they gave."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from alongside.agencies.models import Area
from alongside.front_door import drafts, limits
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Draft, Receipt
from alongside.front_door.questions import Answers, chosen, is_practitioner, payload_of
from alongside.front_door.secrets import digest_of, new_secret, status_secret
from alongside.outbox.services import send_email
from alongside.ui.words import moment

SENDER = "public form"
#: What only a machine fills in, because nobody sees it.
TRAP = "website"


def receipt_of(draft: Draft) -> Receipt | None:
    """The receipt, once the draft was sent."""
    return Receipt.objects.filter(sender=SENDER, idempotency_key=str(draft.pk)).first()


def send(request: HttpRequest, draft: Draft, now: datetime) -> Receipt:
    """Send a draft that is complete, once. Raises Refusal where it cannot be taken; it is then still there.

    Over the limits, or with the trap filled in, it is received all the same and held for a look.
    """
    if before := receipt_of(draft):
        return before
    held = limits.too_many(request, now)
    if request.POST.get(TRAP):
        held = "A box that people cannot see was filled in"
    via = Via(
        door=Receipt.Door.PUBLIC, sender=SENDER, email=draft.email, email_proven_at=draft.email_proven_at,
        proof_digest=draft.proof_digest,
    )  # fmt: skip
    with transaction.atomic():
        receipt = take_in(
            payload_of(draft.answers), via=via, idempotency_key=str(draft.pk), now=now, held_because=held
        )
        drafts.sent(draft, now)
        send_receipt(request, receipt, now)
    return receipt


@transaction.atomic
def ask_to_confirm(request: HttpRequest, draft: Draft, now: datetime) -> bool:
    """Send a link to the address on the draft, where it is a new one. False where no letter went out."""
    email, area = chosen(draft.answers, "work", "email").strip(), _area(draft.answers)
    if not is_practitioner(draft.answers) or not email or email == draft.email or area is None:
        return True
    draft.email, draft.email_proven_at, draft.proof_digest = email, None, ""
    allowed = limits.may_write_to(email, request, now)
    if allowed:
        secret = new_secret()
        draft.proof_digest = digest_of(secret)
        link = request.build_absolute_uri(reverse("front_door:confirm", args=(secret,)))
        send_email(
            to=email, subject="Confirm your e-mail address", body=LETTER.format(link=link, area=area.name),
            area=area, about=draft, now=now,
        )  # fmt: skip
    draft.save(update_fields=("email", "email_proven_at", "proof_digest"))
    return allowed


def _area(answers: Answers) -> Area | None:
    return Area.objects.filter(code=chosen(answers, "area", "area")).first()


def send_receipt(request: HttpRequest, receipt: Receipt, now: datetime) -> None:
    """Send the receipt and the link to follow it, to an address we know to be the referrer's."""
    if not receipt.email or not receipt.email_proven_at:
        return
    link = request.build_absolute_uri(reverse("front_door:status", args=(status_secret(receipt.pk),)))
    send_email(
        to=receipt.email, subject=f"We received your referral {receipt.reference}", area=receipt.area, about=receipt,
        body=RECEIPT.format(reference=receipt.reference, area=receipt.area.name, made=moment(receipt.made_at), link=link),
        now=now,
    )  # fmt: skip


RECEIPT = """{area} received your referral on {made}. Its reference is {reference}.

On this page you can follow it, and say so if you are not happy with what happens:

{link}

Whoever has the link can see how it stands, so keep it to yourself. In an emergency ring 999.
"""


LETTER = """Somebody gave this address when referring a child to {area}.

If it was you, open this link and press the button, so that we know the address is yours:

{link}

Your referral does not wait for it. If it was not you, there is nothing to do; this letter says nothing about anybody.
"""
