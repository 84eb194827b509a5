"""Pages about what leaves the service: sent, not sent yet or failed, and when; and the duties of each day.

What a message says is not shown: who administers an area opens nobody's record.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.agencies.models import Area
from alongside.desk.administration.changes import note
from alongside.desk.administration.doors import NOT_HERE, Held, hold
from alongside.desk.administration.listing import at
from alongside.outbox.daily import DUTIES
from alongside.outbox.models import DutyRun, OutgoingMessage
from alongside.outbox.services import resend
from alongside.refusals import Refusal
from alongside.ui.frames import Link
from alongside.ui.pages import Told, go, render
from alongside.ui.words import moment

SHOWN = 50
STATES: dict[str, tuple[str, Q]] = {
    "failed": ("Failed", Q(failed_at__isnull=False)),
    "late": ("Not sent in time", Q(sent_at=None, escalated_at__isnull=False)),
    "waiting": ("Not sent yet", Q(sent_at=None, failed_at=None)),
    "sent": ("Sent", Q(sent_at__isnull=False)),
}


@login_required
@require_safe
def messages(request: HttpRequest, code: str) -> HttpResponse:
    """Every message of the area, the latest first, and the last run of each daily duty."""
    held, state = hold(request, code), request.GET.get("state", "")
    found = OutgoingMessage.objects.filter(area=held.area).select_related("endpoint", "by").order_by("-id")
    if state in STATES:
        found = found.filter(STATES[state][1])
    with suppress(ValueError):  # A key that cannot be read begins with the latest.
        found = found.filter(pk__lt=UUID(request.GET["before"])) if "before" in request.GET else found
    shown = list(found[: SHOWN + 1])
    narrowed = f"state={state}&" if state in STATES else ""
    return render(request, "desk/administration/messages.html", {
        "area": held.area,
        "rows": [_row(held, one) for one in shown[:SHOWN]],
        "states": [Link(words, "?" if key == state else f"?state={key}", current=key == state)
                   for key, (words, _) in STATES.items()],
        "more": f"?{narrowed}before={shown[SHOWN - 1].pk}" if len(shown) > SHOWN else "",
        "narrowed": state in STATES,
        "duties": _duties(),
        "back": Link("Administration", at("administration", held)),
    })  # fmt: skip


def _row(held: Held, one: OutgoingMessage) -> tuple[Any, ...]:
    return (
        Link(_to(one), at("message", held, one.pk)),
        one.get_kind_display(),
        moment(one.made_at),
        _stands(one),
    )


def _to(one: OutgoingMessage) -> str:
    return one.to or str(one.endpoint)


def _stands(one: OutgoingMessage) -> str:
    """How it stands, in a sentence."""
    if one.sent_at:
        return f"Sent {moment(one.sent_at)}"
    told = (
        f" {one.by or 'The sender'} was told {moment(one.escalated_at)} to ring instead."
        if one.escalated_at
        else ""
    )
    if one.failed_at:
        return f"Failed {moment(one.failed_at)}. {one.last_error}{told}"
    tried = f", tried {one.tries} times. {one.last_error}" if one.tries else "." if told else ""
    return f"Not sent yet{tried}{told}"


def _duties() -> list[tuple[str, str, str]]:
    """Each daily duty, when it was last begun, and how that went."""
    last: dict[str, DutyRun] = {}
    for run in DutyRun.objects.order_by("day")[:500]:
        last[run.name] = run
    return [
        (name[:1].upper() + name[1:], moment(last[name].begun_at), last[name].words or "Done")
        if name in last
        else (name[:1].upper() + name[1:], "Never yet", "It is done by the worker beside the server.")
        for name in DUTIES
    ]


@login_required
@require_http_methods(["GET", "POST"])
def message(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """One message: each try to send it. Sent again by pressing a button, where it failed."""
    held = hold(request, code)
    one = _message(held.area, key)
    if request.method == "POST":
        with suppress(Refusal):  # Somebody else was quicker; the page shows how it stands.
            resend(message=one, now=timezone.now())
            note(held.area, held.by, timezone.now(), f"A message that had failed is sent again: {one.pk}.")
        return go(
            request,
            at("message", held, key),
            Told("It is sent again", ("The worker takes it up within seconds.",)),
        )
    return render(request, "desk/administration/message.html", {
        "area": held.area,
        "to": _to(one),
        "facts": [("To", _to(one)), ("Kind", one.get_kind_display()), ("Made", moment(one.made_at)),
                  ("How it stands", _stands(one)), ("About", one.about.partition(":")[0].rpartition(".")[2] or "Nothing in particular")],
        "failed": one.failed_at is not None,
        "tries": [(moment(each.begun_at), each.get_outcome_display(), each.words) for each in one.attempts.all()],
        "back": Link("Messages", at("messages", held)),
    })  # fmt: skip


def _message(area: Area, key: UUID) -> OutgoingMessage:
    found = OutgoingMessage.objects.filter(pk=key, area=area).select_related("endpoint", "by").first()
    if found is None:
        raise Http404(NOT_HERE)
    return found
