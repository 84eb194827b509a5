"""Whether the children of a referral have a record already: asked before one is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.agencies.models import Practitioner
from alongside.matching.asking import Described, chosen, is_it_one_of_these
from alongside.matching.candidates import described
from alongside.referrals.services import ReferredChild
from alongside.ui.fields.rows import changed_rows
from alongside.ui.forms import Form
from alongside.ui.steps import CHANGE, STEP


def asked_first(
    request: HttpRequest, form: Form | None, me: Practitioner, now: datetime
) -> HttpResponse | None:
    """The page “Is it one of these?”, where a form that is right names a child who may have a record.

    form: as it was sent; None where nothing was. None where the form itself is to be shown.
    """
    if form is None or request.POST.get(STEP) == CHANGE or changed_rows(request.POST) is not None:
        return None
    return (
        is_it_one_of_these(request, people(form.cleaned_data["children"]), by=me, now=now)
        if form.is_valid()
        else None
    )


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
