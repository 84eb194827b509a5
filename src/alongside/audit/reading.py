"""Reading the audit out of the database, as the published form says, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from django.db import connection

from alongside.audit.verifying import FIRST_LINE, Chain

BATCH = 5_000
LINES = {
    "sqlite": """
        SELECT area || char(9) || lane || char(9) || number || char(9) ||
               substr(at, 1, 10) || 'T' || substr(at, 12) || CASE length(at) WHEN 19 THEN '.000000' ELSE '' END || 'Z'
               || char(9) || action || char(9) || coalesce(actor, '') || char(9) || actor_kind || char(9) ||
               coalesce(about, '') || char(9) || about_kind || char(9) || page || char(9) || ground || char(9) ||
               details || char(9) || previous, hash
          FROM audit_row WHERE area = %s AND lane = %s ORDER BY number""",
    "postgresql": """
        SELECT concat_ws(chr(9), replace(area::text, '-', ''), lane, number,
               to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), action,
               coalesce(replace(actor::text, '-', ''), ''), actor_kind, coalesce(replace(about::text, '-', ''), ''),
               about_kind, page, ground, details, previous), hash
          FROM audit_row WHERE area = CAST(%s AS uuid) AND lane = %s AND number > %s ORDER BY number LIMIT %s""",
}
CHAINS = "SELECT DISTINCT area, lane FROM audit_row UNION SELECT area, lane FROM audit_head ORDER BY 1, 2"


def chains() -> list[tuple[str, int]]:
    """Every chain there is, by its area's key and its lane, in order."""
    with connection.cursor() as cursor:
        cursor.execute(CHAINS)
        return sorted((_hex(area), lane) for area, lane in cursor.fetchall())


def rows() -> Iterator[tuple[str, str]]:
    """Every row in its published form, with its hash: chain by chain, in order, never many at once."""
    for area, lane in chains():
        yield from _rows_of(area, lane)


def _rows_of(area: str, lane: int) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(LINES["sqlite"], [area, lane])
            while batch := cursor.fetchmany(BATCH):
                yield from batch
            return
        last = -(2**62)
        while True:
            cursor.execute(LINES["postgresql"], [area, lane, last, BATCH])
            batch = cursor.fetchall()
            yield from batch
            if len(batch) < BATCH:
                return
            last = int(batch[-1][0].split("\t", 3)[2])


def heads() -> dict[Chain, tuple[int, str]]:
    """Where each chain ends: the number and the hash of its last row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT area, lane, number, hash FROM audit_head WHERE number > 0 ORDER BY area, lane")
        return {(_hex(area), lane): (number, hash) for area, lane, number, hash in cursor.fetchall()}


def export(file: TextIO) -> int:
    """Write every row, and where each chain ends, as plain text. Gives how many rows there were."""
    file.write(f"{FIRST_LINE}\n")
    count = 0
    for row, hash in rows():
        file.write(f"{row}\t{hash}\n")
        count += 1
    for (area, lane), (number, hash) in heads().items():
        file.write(f"end\t{area}\t{lane}\t{number}\t{hash}\n")
    return count


def _hex(key: object) -> str:
    return str(key).replace("-", "")
