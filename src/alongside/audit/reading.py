"""Reading the audit out of the database, as the published form says, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from django.db import connection

from alongside.audit.verifying import FIRST_LINE, Chain

BATCH = 2_500
#: So many bytes of SQLite's file are read as memory at most.
MAPPED = 2**31 - 2**16
#: The fields from the actor to the details, as they are hashed.
REST = {
    "sqlite": """coalesce(actor, '') || char(9) || actor_kind || char(9) || coalesce(about, '') || char(9) ||
           about_kind || char(9) || page || char(9) || ground || char(9) || details""",
    "postgresql": """concat_ws(chr(9), coalesce(encode(uuid_send(actor), 'hex'), ''), actor_kind,
                   coalesce(encode(uuid_send(about), 'hex'), ''), about_kind, page, ground, details)""",
}
SQLITE = """
    SELECT area || char(9) || lane || char(9) || number || char(9) ||
           substr(at, 1, 10) || 'T' || substr(at, 12) || CASE length(at) WHEN 19 THEN '.000000' ELSE '' END || 'Z'
           || char(9) || action || char(9) || {rest} || char(9) || previous, hash
      FROM audit_row WHERE area = %s AND lane = %s ORDER BY number""".replace("{rest}", REST["sqlite"])
#: So many rows as one text, which costs less to fetch and to take apart than as many rows.
POSTGRESQL = """
    SELECT string_agg(line, chr(10) ORDER BY number), max(number), count(*)
      FROM (SELECT number, concat_ws(chr(9), encode(uuid_send(area), 'hex'), lane, number,
                   to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), action,
                   coalesce(encode(uuid_send(actor), 'hex'), ''), actor_kind,
                   coalesce(encode(uuid_send(about), 'hex'), ''), about_kind, page, ground, details, previous, hash) AS line
              FROM audit_row WHERE area = CAST(%s AS uuid) AND lane = %s AND number > %s
             ORDER BY number LIMIT %s) batch"""
CHAINS = "SELECT DISTINCT area, lane FROM audit_row UNION SELECT area, lane FROM audit_head ORDER BY 1, 2"


def chains() -> list[tuple[str, int]]:
    """Every chain there is, by its area's key and its lane, in order."""
    with connection.cursor() as cursor:
        cursor.execute(CHAINS)
        return sorted((_hex(area), lane) for area, lane in cursor.fetchall())


def rows() -> Iterator[tuple[str, str]]:
    """Every row in its published form, with its hash: chain by chain, in order, never many at once."""
    with _mapped():
        for area, lane in chains():
            yield from _rows_of(area, lane)


@contextmanager
def _mapped() -> Iterator[None]:
    """Meanwhile SQLite's file is read as memory: rows of one chain stand far apart, and each costs a call otherwise."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        (before,) = cursor.fetchone() or (0,)
        cursor.execute(f"PRAGMA mmap_size = {MAPPED}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA mmap_size = {int(before)}")


def _rows_of(area: str, lane: int) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE, [area, lane])
            while batch := cursor.fetchmany(BATCH):
                yield from batch
            return
        last, count = -(2**62), BATCH
        while count == BATCH:
            cursor.execute(POSTGRESQL, [area, lane, last, BATCH])
            lines, last, count = cursor.fetchone()
            for line in lines.split("\n") if count else ():
                row, _, hash = line.rpartition("\t")
                yield row, hash


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
