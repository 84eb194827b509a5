"""Writing many rows at once, for what is written in bulk anyway: the same rows, computed here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.audit import chain
from alongside.audit.models import Head, Row
from alongside.audit.writing import begin

BATCH = 2_000


def told(
    action: str, *, area: UUID, actor: UUID, about: UUID, about_kind: str, now: datetime, details: dict[str, Any]
) -> Row:  # fmt: skip
    """A row by a practitioner, without its place in a chain yet."""
    return Row(
        area=area, lane=chain.lane_of(actor), at=now, action=str(action), actor=actor, actor_kind="practitioner",
        about=about, about_kind=about_kind, page="", ground=chain.text([]), details=chain.text(details),
    )  # fmt: skip


@transaction.atomic
def append(rows: Iterable[Row]) -> None:
    """Put each row at the end of its chain, in the order given."""
    waiting = list(rows)
    ends = _ends({(row.area, row.lane) for row in waiting})
    for row in waiting:
        row.number, row.previous = ends[row.area, row.lane]
        row.number += 1
        row.hash = chain.hash_of(_line(row))
        ends[row.area, row.lane] = row.number, row.hash
    Row.objects.bulk_create(waiting, batch_size=BATCH)


def _line(row: Row) -> str:
    fields = chain.middle(
        at=row.at, action=row.action, actor=row.actor, actor_kind=row.actor_kind, about=row.about,
        about_kind=row.about_kind, page=row.page, ground=row.ground, details=row.details,
    )  # fmt: skip
    return chain.line(row.area, row.lane, row.number, fields, row.previous)


def _ends(chains: set[tuple[UUID, int]]) -> dict[tuple[UUID, int], tuple[int, str]]:
    """Where these chains end, held until the transaction does. Those not begun yet are begun."""
    for area in {area for area, _ in chains}:
        begin(area)
    held = (
        Head.objects.select_for_update()
        .filter(area__in={area for area, _ in chains})
        .order_by("area", "lane")
    )
    return {(head.area, head.lane): (head.number, head.hash) for head in held}
