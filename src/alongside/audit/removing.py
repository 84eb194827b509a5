"""Removing what rows of the audit say, once the time of their kind is over.

A row stays in its chain with its number, moment, action and hash. Who it was, about whom and what more
goes, and the digest of that stays, so that the hash can still be worked out: whoever checks the audit
sees that nothing but old rows was touched, and that none is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import connection, transaction
from django.db.models import Count, QuerySet

from alongside.audit import chain
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.reading import REST
from alongside.audit.writing import write

KIND = "removed"
BATCH = 5_000
DIGEST = {
    "sqlite": f"""'{{"rest":"' || SHA256({REST["sqlite"]}) || '"}}'""",
    "postgresql": f"""'{{"rest":"' || encode(sha256(convert_to({REST["postgresql"]}, 'UTF8')), 'hex') || '"}}'""",
}
STATEMENT = """
    UPDATE audit_row SET details = {digest}, actor = NULL, actor_kind = 'removed', about = NULL, about_kind = '',
           page = '', ground = '[]'
     WHERE area = {area} AND lane = %s AND number >= %s AND number <= %s AND action = %s AND at < %s
           AND actor_kind <> 'removed'"""


@dataclass(frozen=True, slots=True)
class Over:
    """Rows of one kind, of one area, whose time is over: how many, and the moment before which they were written."""

    area: UUID
    action: Action
    before: datetime
    count: int


def over(now: datetime, held: Collection[UUID] = ()) -> list[Over]:
    """What may be removed, by area and kind. held: keys of children whose records a hold keeps."""
    return [
        Over(area, action, before, count)
        for action, before in _befores(now)
        for area, count in _over(action, before, held)
        .values_list("area")
        .annotate(Count("number"))
        .order_by("area")
    ]


def remove(one: Over, held: Collection[UUID] = ()) -> Iterator[int]:
    """Remove what such rows say, some thousands at a time, each with a row that tells of it. Gives how many at a time.

    Safe to break off and to repeat.
    """
    for lane in range(chain.LANES):
        rows = _over(one.action, one.before, held).filter(area=one.area, lane=lane)
        while numbers := list(rows.order_by("number").values_list("number", flat=True)[:BATCH]):
            with transaction.atomic():
                done = sum(_strip(one, lane, first, last) for first, last in _runs(numbers))
                write(
                    Action.ERASE, area=None if one.area == chain.NO_AREA else one.area, actor_kind="system",
                    what="audit-rows-removed", kind=one.action.value, rows=done, lane=lane,
                    before=one.before.date().isoformat(), first=numbers[0], last=numbers[-1],
                )  # fmt: skip
            yield done


def was_removed(action: Action, area: UUID, at: datetime) -> bool:
    """Whether a row of this kind, of this area and moment, is there and no longer says what it told of."""
    return Row.objects.filter(action=action.value, area=area, at=at, actor_kind=KIND).exists()


def _befores(now: datetime) -> Iterator[tuple[Action, datetime]]:
    for action in Action:
        yield action, now - relativedelta(years=action.kept_years)


def _over(action: Action, before: datetime, held: Collection[UUID]) -> QuerySet[Row]:
    rows = Row.objects.filter(action=action.value, at__lt=before).exclude(actor_kind=KIND)
    # About nobody in particular is about nobody who is held; SQL would leave those rows out.
    return rows.exclude(about__isnull=False, about__in=list(held)) if held else rows


def _strip(one: Over, lane: int, first: int, last: int) -> int:
    vendor = connection.vendor
    statement = STATEMENT.format(
        digest=DIGEST[vendor], area="CAST(%s AS uuid)" if vendor == "postgresql" else "%s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [
            one.area.hex, lane, first, last, one.action.value, connection.ops.adapt_datetimefield_value(one.before),
        ])  # fmt: skip
        return int(cursor.rowcount)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Numbers as stretches without a gap: what lies between two of them is not to be touched."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
