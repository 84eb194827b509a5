"""A safeguarding partner's formal requests under section 16H of the Children Act 2004: their steps, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.sharing.models import InformationRequest, RequestStep

Kind = RequestStep.Kind

#: Which step may follow which.
MAY_FOLLOW: dict[str, tuple[str, ...]] = {
    Kind.DRAFTED: (Kind.ISSUED, Kind.WITHDRAWN),
    Kind.ISSUED: (Kind.ACKNOWLEDGED, Kind.COMPLIED, Kind.REFUSED, Kind.LEGAL_ACTION, Kind.WITHDRAWN),
    Kind.ACKNOWLEDGED: (Kind.COMPLIED, Kind.REFUSED, Kind.LEGAL_ACTION, Kind.WITHDRAWN),
    Kind.REFUSED: (Kind.LEGAL_ACTION, Kind.COMPLIED, Kind.CLOSED),
    Kind.LEGAL_ACTION: (Kind.COMPLIED, Kind.CLOSED),
    Kind.COMPLIED: (Kind.CLOSED,),
    Kind.WITHDRAWN: (),
    Kind.CLOSED: (),
}
#: What a request must say before it goes out, and the words for it.
NEEDED = {
    "information": "exactly which information",
    "purpose": "which safeguarding function it helps",
    "destination": "to whom it is to be given",
    "lawful_basis": "the lawful basis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asks. Fields as on ``InformationRequest``."""

    addressed_to: str
    agency: Agency | None = None
    information: str = ""
    purpose: str = ""
    destination: str = ""
    lawful_basis: str = ""
    due_on: date | None = None


@transaction.atomic
def draft_request(*, by: Practitioner, area: Area, asked: Asked, now: datetime) -> InformationRequest:
    """Draft a request. It goes to nobody until it is issued."""
    if not policies.KEEP_AGREEMENTS.allows(area, by):
        raise PermissionDenied(f"You cannot make requests for {area}.")
    request = InformationRequest(
        area=area, requested_by=by.scope.posts[0].agency, recorded_at=now, recorded_by=by,
        **{name: getattr(asked, name) for name in Asked.__dataclass_fields__},
    )  # fmt: skip
    check(request)
    keep(request)
    _keep_step(request, Kind.DRAFTED, by, "", now)
    return request


@transaction.atomic
def take_step(
    *, by: Practitioner, request: InformationRequest, kind: str, now: datetime, words: str = ""
) -> RequestStep:
    """Take the next step. Raises Refusal where it cannot follow the last one, or the request says too little.

    Working Together 2023, paragraphs 84 to 88.
    """
    if not policies.KEEP_AGREEMENTS.allows(request.area, by):
        raise PermissionDenied(f"You cannot make requests for {request.area}.")
    InformationRequest.objects.select_for_update().get(pk=request.pk)
    last = request.steps.order_by("recorded_at", "id").last()
    assert last is not None
    if kind not in MAY_FOLLOW[last.kind]:
        raise Refusal(
            f"This request was {last.get_kind_display().lower()} on {day_in_words(last.on)}.",
            f"“{Kind(kind).label}” cannot come next.",
            "Read its steps: somebody may have taken one meanwhile.", field="kind",
        )  # fmt: skip
    missing = [said for name, said in NEEDED.items() if not getattr(request, name)]
    if kind == Kind.ISSUED and missing:
        raise Refusal(
            "This request cannot go out yet.", f"It does not say {', nor '.join(missing)}.",
            "Draft it again with what is missing, and withdraw this one.",
        )  # fmt: skip
    if kind in {Kind.REFUSED, Kind.WITHDRAWN, Kind.LEGAL_ACTION} and not words:
        raise Refusal(
            "This needs its reasons.", "Without them nobody could follow it later.", "Enter the reasons.",
            field="words",
        )  # fmt: skip
    return _keep_step(request, kind, by, words, now)


def _keep_step(
    request: InformationRequest, kind: str, by: Practitioner, words: str, now: datetime
) -> RequestStep:
    step = RequestStep(
        request=request, kind=kind, on=day_of(now), words=words, recorded_at=now, recorded_by=by
    )
    check(step)
    keep(step)
    write(
        Action.CHANGE, area=request.area, by=by, about=request.pk, about_kind="information-request", now=now,
        step=kind,
    )  # fmt: skip
    return step


def is_overdue(request: InformationRequest, last: RequestStep, today: date) -> bool:
    """Whether it is out, unanswered, and past the day it asked for."""
    return bool(request.due_on and request.due_on < today and last.kind in {Kind.ISSUED, Kind.ACKNOWLEDGED})
