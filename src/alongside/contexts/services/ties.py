"""How two linked children are connected. Recorded by somebody who may know of both; on neither child's chronology."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.contexts.models import Context, ContextLink, ContextTie
from alongside.contexts.naming import refuse_full_names
from alongside.contexts.reading import known_here
from alongside.contexts.services.context import locked
from alongside.keeping import check, keep
from alongside.moments import day_of


@transaction.atomic
def record_tie(
    *,
    by: Practitioner,
    context: Context,
    one: ContextLink,
    other: ContextLink,
    kind: str,
    reason: str,
    now: datetime,
) -> ContextTie:
    """Record that two linked children are connected here. Raises PermissionDenied unless both may be known of."""
    context = locked(by, context)
    known = {link.pk for link in known_here(context, by, day_of(now)) if link.context_id == context.pk}
    if not {one.pk, other.pk} <= known:
        raise PermissionDenied("You cannot record a tie between these children.")
    refuse_full_names(reason, area=context.area_id, field="reason", but=(one.case.child, other.case.child))
    tie = ContextTie(
        context=context, one=one, other=other, kind=kind, reason=reason, from_on=day_of(now), recorded_at=now, recorded_by=by
    )  # fmt: skip
    check(tie)
    keep(tie)
    # Nothing in the log: it is read by those who may know of neither.
    write(Action.CHANGE, area=context.area_id, by=by, about=tie.pk, about_kind="context-tie", now=now)
    return tie


@transaction.atomic
def end_tie(*, by: Practitioner, tie: ContextTie, now: datetime) -> ContextTie:
    """The two are connected here no longer. Raises PermissionDenied unless both may be known of."""
    context = locked(by, tie.context)
    known = {link.pk for link in known_here(context, by, day_of(now))}
    if not {tie.one_id, tie.other_id} <= known:
        raise PermissionDenied("You cannot end this tie.")
    tie.ended_on = day_of(now)
    keep(tie, update_fields=("ended_on",))
    write(Action.CHANGE, area=context.area_id, by=by, about=tie.pk, about_kind="context-tie", now=now)
    return tie
