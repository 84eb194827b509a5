"""Police notices about children, many at a time."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router

from alongside.agencies.models import Agency
from alongside.api.door import about, area_of, client_of, opened
from alongside.api.models import Permission
from alongside.api.problems import WRITING, from_refusal, problem
from alongside.api.shapes import NoticesIn, NoticesOut
from alongside.front_door.notices import take_in_notices
from alongside.refusals import Refusal

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
        raise from_refusal(refusal) from None
    about(request, None, "police-notices")
    return {"received_at": now, "taken": done.taken, "taken_before": done.again}
