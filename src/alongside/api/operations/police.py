"""Police notices about children, many at a time."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Path, Router

from alongside.agencies.models import Agency
from alongside.api.door import about, area_of, client_of, opened
from alongside.api.models import ApiClient, Permission
from alongside.api.problems import READING, WRITING, Answer, from_refusal, not_found, problem
from alongside.api.shapes import NoticesIn, NoticesOut, NoticesReceipt
from alongside.front_door.models import NoticeReceipt
from alongside.front_door.notice_receipts import lines_of, wrong_with_all
from alongside.front_door.notices import NoneTaken, refused_whole, take_in_notices
from alongside.front_door.schema import Problem
from alongside.refusals import Refusal

RECEIPT = "Alongside-Receipt"
#: Answers that refuse what was sent for what it is, and not who sends it or where.
REFUSING = {400, 413, 415, 422}
router = Router(tags=["Referrals"])


@router.post("/police-notices", response={200: NoticesOut, **WRITING}, url_name="police-notices")
@opened(Permission.POLICE_NOTICES)
def send_police_notices(request: HttpRequest, sent: Body[NoticesIn]) -> Any:
    """Send notices about children: all are taken in, or none where one cannot be read.

    Each is taken in once, known by its number and the child it describes. Send the same again when no answer
    came. Whether a child is known here is not said.
    """
    client, now = client_of(request), timezone.now()
    if client.agency.sector != Agency.Sector.POLICE:
        raise problem(403, "Only a police force sends police notices.", "Authorization",
                      f"This is a system of {client.agency}.", "Send a referral.")  # fmt: skip
    area = area_of(client, sent.area)
    try:
        done = take_in_notices(
            sent.notices, area=area, force=client.agency.name, by=client.practitioner, now=now
        )
    except Refusal as refusal:
        answer = from_refusal(refusal)
        if isinstance(refusal, NoneTaken):
            receipt = refusal.receipt
            answer.headers[RECEIPT] = str(receipt.pk)
            answer.keep = lambda: receipt.save(force_insert=True)
        raise answer from None
    about(request, None, "police-notices")
    return {"received_at": now, "receipt": done.receipt.pk, "taken": done.taken, "taken_before": done.again}


@router.get(
    "/police-notices/{key}", response={200: NoticesReceipt, **READING}, url_name="police-notices-receipt"
)
@opened(Permission.POLICE_NOTICES)
def police_notices_receipt(
    request: HttpRequest,
    key: str = Path(
        ..., description="The receipt of a sending; of one that was refused, in the header Alongside-Receipt."
    ),
) -> Any:
    """What became of each notice of a sending of your system: taken in, here already, or refused and why."""
    client = client_of(request)
    ours = NoticeReceipt.objects.filter(
        pk=_key(key), force=client.agency.name, by=client.practitioner, area__in=client.areas.all()
    )
    receipt = ours.select_related("area").first()
    if receipt is None:
        raise not_found()
    about(request, receipt, "police-notices")
    return {
        "receipt": receipt.pk, "received_at": receipt.received_at, "taken": receipt.taken,
        "taken_before": receipt.again, "refused": receipt.refused,
        "problems": [asdict(wrong) for wrong in wrong_with_all(receipt)],
        "notices": [{**asdict(one), "problems": [asdict(wrong) for wrong in one.problems]} for one in lines_of(receipt)],
    }  # fmt: skip


def with_receipt(request: HttpRequest, answer: Answer) -> Answer:
    """The same answer; with the receipt of a sending of notices that was refused before any of it was read."""
    client: ApiClient | None = getattr(request, "api_client", None)
    at = request.resolver_match
    if (
        client is None or at is None or at.url_name != "police-notices" or request.method != "POST"
        or answer.status not in REFUSING or RECEIPT in answer.headers
        or client.agency.sector != Agency.Sector.POLICE
        or Permission.POLICE_NOTICES.value not in client.permissions
    ):  # fmt: skip
        return answer
    problems = [Problem(one.where, one.what, one.why, one.do) for one in answer.problems]
    area = next(iter(client.areas.all()), None)
    if area is not None:
        receipt = NoticeReceipt(
            area=area, force=client.agency.name, by=client.practitioner, received_at=timezone.now()
        )
        answer.headers[RECEIPT] = str(refused_whole(problems, receipt).receipt.pk)
    return answer


def _key(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        raise not_found() from None
