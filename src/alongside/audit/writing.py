"""Writing the audit: one row, in the transaction of what it tells of.

The database hashes the row onto the end of its chain in the statement that inserts it, so that a
row costs one question. Whoever writes to the same chain meanwhile waits for this transaction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from alongside.agencies.models import Area, Practitioner
from alongside.audit import chain
from alongside.audit.actions import Action
from alongside.audit.pages import Written, answering

ACTOR_KINDS = ("practitioner", "guest", "public", "system", "api")
#: What a detail may say in text: a code, a key, a kind, a digest. Words out of a record do not fit.
CODE = re.compile(r"[\w:.+/=-]{0,128}", re.ASCII)
LONGEST_REASON = 200

STATEMENTS = {
    "sqlite": """
        INSERT INTO audit_row (area, lane, number, at, action, actor, actor_kind, about, about_kind, page, ground,
                               details, previous, hash)
        SELECT h.area, h.lane, h.number + 1, %s, %s, %s, %s, %s, %s, %s, %s, %s, h.hash,
               SHA256(%s || CAST(h.number + 1 AS text) || %s || h.hash)
          FROM audit_head h WHERE h.area = %s AND h.lane = %s""",
    "postgresql": """
        INSERT INTO audit_row (area, lane, number, at, action, actor, actor_kind, about, about_kind, page, ground,
                               details, previous, hash)
        SELECT h.area, h.lane, h.number + 1, CAST(%s AS timestamptz), %s, CAST(%s AS uuid), %s, CAST(%s AS uuid),
               %s, %s, %s, %s, h.hash,
               encode(sha256(convert_to(%s || CAST(h.number + 1 AS text) || %s || h.hash, 'UTF8')), 'hex')
          FROM audit_head h WHERE h.area = CAST(%s AS uuid) AND h.lane = %s FOR UPDATE""",
}
#: For all lanes of an area at once: then nobody's first page has to.
BEGIN = """
    WITH RECURSIVE lanes (lane) AS (SELECT 0 UNION ALL SELECT lane + 1 FROM lanes WHERE lane < 15)
    INSERT INTO audit_head (area, lane, number, hash) SELECT %s, lane, 0, %s FROM lanes WHERE true
    ON CONFLICT (area, lane) DO NOTHING"""


def write(
    action: Action,
    *,
    area: Area | UUID | None,
    by: Practitioner | None = None,
    actor_kind: str = "practitioner",
    actor: UUID | None = None,
    about: UUID | None = None,
    about_kind: str = "",
    ground: Sequence[str] = (),
    now: datetime | None = None,
    page: str = "",
    **details: Any,
) -> None:
    """Write one row at the end of its chain, in the transaction that is open; in one of its own if none is.

    area: whose chain it belongs to, or its key; None for what belongs to no area, such as a refused sign-in.
    by: who did it, or for others than practitioners ``actor``, the key of a guest or a system.
    about, about_kind: the key of the child or other record, and what it is ("child", "referral").
    ground: the reasons for which it was allowed, in words.
    page: the name of the page; that of the page being answered, where none is given.
    details: counts, kinds, keys and keyed digests. Raises TypeError for words, which a record may hold and
    the audit may not.
    """
    if actor_kind not in ACTOR_KINDS or (actor_kind == "practitioner" and by is None):
        raise TypeError(f"Give who did it (by), or which of {', '.join(ACTOR_KINDS)} it was (actor_kind).")
    here = answering.get()
    who = by.pk if by is not None else actor
    where = area.pk if isinstance(area, Area) else area or chain.NO_AREA
    insert(
        where,
        chain.lane_of(who),
        {
            "at": now or timezone.now(),
            "action": Action(action).value,
            "actor": who,
            "actor_kind": actor_kind,
            "about": about,
            "about_kind": coded(about_kind),
            "page": coded(page or (here.name if here else "")),
            "ground": chain.text([reason[:LONGEST_REASON] for reason in ground]),
            "details": chain.text({name: coded(value) for name, value in details.items()}),
        },
    )
    if here:
        here.written.append(Written(Action(action), where, about, about_kind))


def coded(value: Any) -> Any:
    """The value, where it is one that the audit may hold. Raises TypeError otherwise."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, list | tuple | set | frozenset):
        return [coded(one) for one in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, str) and CODE.fullmatch(value):
        return str(value)
    raise TypeError(
        f"The audit holds counts, keys, kinds and keyed digests, and not “{value}”: it must never repeat a record."
    )


def insert(area: UUID, lane: int, fields: dict[str, Any]) -> None:
    """Hash one row onto the end of its chain. fields: those of ``chain.middle``."""
    given = [
        connection.ops.adapt_datetimefield_value(fields["at"]), fields["action"], _key(fields["actor"]),
        fields["actor_kind"], _key(fields["about"]), fields["about_kind"], fields["page"], fields["ground"],
        fields["details"], f"{area.hex}\t{lane}\t", f"\t{chain.sealed(chain.middle(**fields))}\t", _key(area), lane,
    ]  # fmt: skip
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(STATEMENTS[connection.vendor], given)
        if cursor.rowcount < 1:
            begin(area)
            cursor.execute(STATEMENTS[connection.vendor], given)


def begin(area: UUID) -> None:
    """The ends of an area's chains, which have no row yet. Nothing where somebody began them meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(BEGIN, [_key(area), chain.BEGINNING])


def _key(value: UUID | None) -> UUID | str | None:
    return value if value is None or connection.vendor == "postgresql" else value.hex
