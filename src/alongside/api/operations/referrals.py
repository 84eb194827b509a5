"""Sending a referral, and following it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Header, Path, Router, Status

from alongside.api.door import about, client_of, opened
from alongside.api.models import ApiClient, Permission
from alongside.api.problems import READING, WRITING, from_refusal, not_found, problem
from alongside.api.shapes import ReceiptOut
from alongside.front_door import following
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Receipt
from alongside.guidance.explain import as_mapping
from alongside.refusals import Refusal

router = Router(tags=["Referrals"])


@router.post("/referrals", response={201: ReceiptOut, **WRITING}, url_name="referrals")
@opened(Permission.REFER)
def send_referral(
    request: HttpRequest,
    sent: Body[dict[str, Any]],
    idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=1, max_length=200),
) -> Any:
    """Send a referral about one child or several. In immediate danger ring 999.

    Send it again with the same key when no answer came: there is one referral and one receipt. The same
    key with another referral is refused (409).
    """
    client = client_of(request)
    if not any(sent.get("area") == area.code for area in client.areas.all()):
        raise problem(
            422, "This system does not refer to that area.", "area", "It is not one of its areas.",
            "Send the code of one of these: GET /areas says which.",
        )  # fmt: skip
    via = Via(door=Receipt.Door.API, sender=sender(client), agency=client.agency)
    try:
        receipt = take_in(sent, via=via, idempotency_key=idempotency_key, now=timezone.now())
    except Refusal as refusal:
        raise from_refusal(refusal, 409 if refusal.field == "idempotency_key" else 422) from None
    about(request, receipt, "referral")
    return Status(201, _told(receipt))


@router.get("/referrals/{reference}", response={200: ReceiptOut, **READING}, url_name="referral")
@opened(Permission.REFER)
def referral(
    request: HttpRequest,
    reference: str = Path(..., description="The receipt's reference, or the key that events carry."),
) -> Any:
    """How a referral stands that a system of your agency sent."""
    client = client_of(request)
    ours = Receipt.objects.filter(sender__startswith=_senders(client), area__in=client.areas.all())
    receipt = ours.filter(**_by(reference)).select_related("area").first()
    if receipt is None:
        raise not_found()
    about(request, receipt, "referral")
    return _told(receipt)


def sender(client: ApiClient) -> str:
    """To whom idempotency keys belong: the system. Its agency's other systems can follow its referrals."""
    return f"{_senders(client)}{client.pk}"


def _senders(client: ApiClient) -> str:
    return f"system of {client.agency_id}: "


def _by(reference: str) -> dict[str, Any]:
    try:
        return {"submission": UUID(reference)}
    except ValueError:
        if len(reference) > 20 or not (reference.isascii() and reference.isprintable()):
            raise not_found() from None
        return {"reference": reference}


def _told(receipt: Receipt) -> dict[str, Any]:
    status = following.status_of(receipt)
    return {
        "reference": receipt.reference,
        "submission": receipt.submission,
        "received_at": receipt.made_at,
        "decision_due": as_mapping(status.due)["due"],
        "decision_due_because": status.due.because,
        "children": [
            {"called": child.called, "step": child.step, "decided_on": child.decided_on, "words": child.words}
            for child in status.children
        ],
    }
