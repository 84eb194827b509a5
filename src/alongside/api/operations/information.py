"""Telling something about a child the agency works with, and whether it has been seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Header, Path, Router, Status

from alongside.access import policies
from alongside.api.door import about, client_of, opened
from alongside.api.models import Permission
from alongside.api.operations.children import REFERENCE, hold
from alongside.api.operations.referrals import sender
from alongside.api.problems import READING, WRITING, from_refusal, not_found, problem
from alongside.api.shapes import InformationIn, InformationOut
from alongside.partners.models import InformationSent
from alongside.partners.services import Known, Told, seen_at, send_information
from alongside.refusals import Refusal

router = Router(tags=["Children"])


@router.post("/children/{reference}/information", response={201: InformationOut, **WRITING}, url_name="tell")
@opened(Permission.SEND_INFORMATION)
def tell_about_child(
    request: HttpRequest,
    told: Body[InformationIn],
    reference: str = REFERENCE,
    idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=1, max_length=200),
) -> Any:
    """Send information about a child your agency works with. It is in the chronology, with your agency as its source.

    Send it again with the same key when no answer came: it is told once. The same key with anything else is
    refused (409). About a child that your agency does not see here, send a referral. In immediate danger ring 999.
    """
    client = client_of(request)
    child = hold(request, reference, policies.SEND_INFORMATION)
    try:
        sent = send_information(
            by=client.practitioner, child=child, agency=client.agency, told=Told(**told.model_dump()),
            known=Known(sender=sender(client), key=idempotency_key), now=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        raise from_refusal(refusal, 409 if refusal.field == "idempotency_key" else 422) from None
    except ValidationError as objection:
        raise problem(422, "This cannot be recorded.", "request", " ".join(objection.messages),
                      "Change it and send it again.") from None  # fmt: skip
    return Status(201, _receipt(sent))


@router.get("/information/{key}", response={200: InformationOut, **READING}, url_name="information")
@opened(Permission.SEND_INFORMATION)
def information(
    request: HttpRequest, key: str = Path(..., description="The id on the receipt of what was sent.")
) -> Any:
    """Whether somebody has seen what your agency sent, by a system or on the page."""
    client = client_of(request)
    ours = InformationSent.objects.filter(pk=_key(key), agency=client.agency, area__in=client.areas.all())
    mine = policies.SEND_INFORMATION.not_denied(ours, client.practitioner, "case__child")
    sent = mine.select_related("case__child").first()
    if sent is None:
        raise not_found()
    about(request, sent.case.child, "child")
    return _receipt(sent)


def _receipt(sent: InformationSent) -> dict[str, Any]:
    seen = seen_at(sent)
    return {"id": sent.pk, "child": sent.case.child.reference, "received_at": sent.recorded_at,
            "state": "seen" if seen else "received", "seen_at": seen}  # fmt: skip


def _key(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        raise not_found() from None
