"""Hearing of events: where they are to be sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Path, Router, Status

from alongside.api.door import about, area_of, client_of, opened
from alongside.api.models import Permission, Subscription
from alongside.api.problems import READING, WRITING, not_found, problem
from alongside.api.shapes import SubscriptionIn, SubscriptionMade, Subscriptions
from alongside.outbox.models import Endpoint
from alongside.outbox.trouble import RefusedForGood
from alongside.outbox.webhooks import listed, secret_of

router = Router(tags=["Events"])
MOST = 10


@router.get("/subscriptions", response={200: Subscriptions, **READING}, url_name="subscriptions")
@opened(Permission.HEAR_EVENTS)
def subscriptions(request: HttpRequest) -> Any:
    """Every address to which events are sent for this system."""
    open_ones = client_of(request).subscriptions.filter(endpoint__closed_at=None)
    return {"items": [_told(one) for one in open_ones.select_related("endpoint__area").order_by("pk")]}


@router.post("/subscriptions", response={201: SubscriptionMade, **WRITING}, url_name="subscriptions")
@opened(Permission.HEAR_EVENTS)
def subscribe(request: HttpRequest, asked: Body[SubscriptionIn]) -> Any:
    """Have events sent to an address, signed with a secret that is shown once, here.

    The host has to be on this installation's list (422 otherwise). The same address and area again is the
    same subscription with new events, and a new secret.
    """
    client, now = client_of(request), timezone.now()
    area = area_of(client, asked.area)
    try:
        listed(asked.url)
    except RefusedForGood as refused:
        raise problem(422, "Events are not sent to this address.", "url", str(refused),
                      "Ask the administrator to have the host added, or give another address.") from None  # fmt: skip
    ours = client.subscriptions.filter(endpoint__closed_at=None).select_related("endpoint")
    made = ours.filter(endpoint__url=asked.url, endpoint__area=area).first()
    if made is None:
        if ours.count() >= MOST:
            raise problem(409, "There are too many subscriptions.", "request", f"A system has {MOST} at most.",
                          "End one you no longer need.")  # fmt: skip
        endpoint = Endpoint(area=area, agency=client.agency, url=asked.url, made_at=now)
        made = Subscription(client=client, endpoint=endpoint)
    else:
        made.endpoint.turn += 1
    made.endpoint.events = sorted({event.value for event in asked.events})
    made.endpoint.save()
    made.save()
    about(request, made, "subscription")
    return Status(201, {**_told(made), "secret": secret_of(made.endpoint)})


@router.delete("/subscriptions/{key}", response={204: None, **READING}, url_name="subscription")
@opened(Permission.HEAR_EVENTS)
def unsubscribe(request: HttpRequest, key: str = Path(..., description="The subscription's id.")) -> Any:
    """Send no more events to an address. What is already on its way is not sent either."""
    one = client_of(request).subscriptions.filter(pk=_key(key), endpoint__closed_at=None).first()
    if one is None:
        raise not_found()
    Endpoint.objects.filter(pk=one.endpoint_id).update(closed_at=timezone.now())
    about(request, one, "subscription")
    return Status(204, None)


def _key(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        raise not_found() from None


def _told(one: Subscription) -> dict[str, Any]:
    endpoint = one.endpoint
    return {"id": one.pk, "area": endpoint.area.code, "url": endpoint.url, "events": endpoint.events,
            "made_at": endpoint.made_at}  # fmt: skip
