"""Whether the children of a referral have a record already: asked before one is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.agencies.models import Practitioner
from alongside.matching import asking
from alongside.matching.asking import Described, chosen
from alongside.matching.candidates import described
from alongside.referrals.services import ReferredChild
from alongside.ui.forms import Form


def asked_first(
    request: HttpRequest, form: Form | None, me: Practitioner, now: datetime
) -> HttpResponse | None:
    """The page “Is it one of these?”, where a form that is right names a child who may have a record."""
    return asking.asked_first(request, form, lambda answers: people(answers["children"]), by=me, now=now)


def children(
    request: HttpRequest, rows: Sequence[Mapping[str, Any]], me: Practitioner
) -> list[ReferredChild]:
    """The children of the referral: each with the record that was chosen, or as described."""
    told = [ReferredChild(**{name: value for name, value in row.items() if value}) for row in rows]
    known = chosen(request, people(rows), by=me)
    return [
        ReferredChild(known=record) if record else child for child, record in zip(told, known, strict=True)
    ]


def people(rows: Sequence[Mapping[str, Any]]) -> list[Described]:
    """The children as they are compared with records."""
    return [
        Described(
            called=f"{row.get('given') or ''} {row.get('family') or ''}".strip() or "This child",
            told=described(
                given=row.get("given") or "", family=row.get("family") or "", born_on=row.get("born_on"), sex=row.get("sex") or "",
            ),
        )
        for row in rows
    ]  # fmt: skip
