"""What a database reads to answer a query: which tables from end to end.

SQLite names a table in its plan as the subquery does that reads it, and subqueries share their names. So
each is given a name of its own before the plan is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connection

#: A quoted name, a text, a name of Django's for a table in a subquery, or the beginning or end of one.
TOKEN = re.compile(
    r"""(?P<table>"\w+") (?:AS )?(?P<called>[A-Z]\d+)\b|"[^"]*"|'[^']*'|\b(?P<alias>[A-Z]\d+)\b|\(|\)"""
)


@dataclass
class Told:
    """A query whose subqueries name their tables differently. tables: the table behind each name."""

    query: str
    tables: dict[str, str] = field(default_factory=dict)


def told_apart(query: str) -> Told:
    """The query, each name of a table in a subquery made its own."""
    named: dict[tuple[int, str], str] = {}
    for found, places in _walk(query):
        if found["called"]:
            named[places[-1], found["called"]] = found["table"].strip('"')
    told = Told("", {f"{alias}_{place}": table for (place, alias), table in named.items()})
    end = 0
    for found, places in _walk(query):
        group = "called" if found["called"] else "alias"
        alias = found[group]
        if alias and (place := next((p for p in reversed(places) if (p, alias) in named), None)) is not None:
            told.query += f"{query[end : found.end(group)]}_{place}"
            end = found.end(group)
    told.query += query[end:]
    return told


def _walk(query: str) -> Iterator[tuple[re.Match[str], list[int]]]:
    """Each token of a query, with the brackets it stands in: the outermost first, each by its number."""
    places, number = [0], 0
    for found in TOKEN.finditer(query):
        if found[0] == "(":
            number += 1
            places.append(number)
        elif found[0] == ")":
            places.pop()
        else:
            yield found, places


def read_whole(query: str, tables: Collection[str]) -> list[str]:
    """The lines of the database's plan for a query that read one of these tables from end to end."""
    postgresql = connection.vendor == "postgresql"
    told = Told(query) if postgresql else told_apart(query)
    with connection.cursor() as cursor:
        cursor.execute(f"{'EXPLAIN' if postgresql else 'EXPLAIN QUERY PLAN'} {told.query}")
        lines = [str(row[-1]).strip() for row in cursor.fetchall()]
    pattern = r"Seq Scan on (\w+)" if postgresql else r"\bSCAN (\w+)"
    return [
        line
        for line in lines
        if (read := re.search(pattern, line)) and told.tables.get(read[1], read[1]) in tables
    ]


def scanned(sql: Iterable[str], tables: Collection[str]) -> list[str]:
    """What the database would read from end to end, of these tables, to answer these queries.

    PostgreSQL reads a small table whole whatever indexes there are, so it is asked not to where it can.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    return [line for query in sql if query.startswith("SELECT") for line in read_whole(query, tables)]
