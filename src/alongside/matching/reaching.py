"""The rows of spellings that a question reaches, of people whom the asker may see: one query over indexes.

Which rows are looked at follows from what was asked alone: a few keys of the names and about nine days. Each
index holds all that is asked of a row, so that no table is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from alongside.access.policy import Policy
from alongside.agencies.models import Agency, Practitioner
from alongside.matching.models import Spelling
from alongside.matching.wanted import Wanted, days_near, keys_of, near_days, nearness
from alongside.people.models import Person

#: So many rows are put in order at most. Names too common for that need another word, or a day.
MOST_ROWS = 4000
TABLE = Spelling._meta.db_table
#: A row that was reached: whose, as text, their name as folded words, whether it sounds alike, what the day of birth adds.
Reached = tuple[str, str, int, float]


def areas_of(me: Practitioner) -> Any:
    """The areas in which somebody works, or their agencies do."""
    return me.scope.areas_as() or Agency.areas.through.objects.filter(agency__in=me.scope.agencies).values(
        "area"
    )


def ways(wanted: Wanted, areas: Any) -> list[QuerySet[Any]]:
    """The keys of everyone who may be meant, seen or not: queries over indexes, to be joined by a union.

    Where a day of birth is told, it finds whoever is written otherwise, and names need to be alike at both ends.
    """
    keys, table = keys_of(wanted.words), Spelling.objects.order_by()
    begins, ends = {"begins__in": keys.begins}, {"ends__in": keys.ends}
    written = [begins | ends] if wanted.born else [begins, ends]
    found: list[QuerySet[Any]] = [
        table.filter(sounds__in=keys.sounds).values_list("person"),
        *(table.filter(**alike).values_list("person") for alike in written),
        table.filter(given_sound__in=keys.single).values_list("person"),
        table.filter(family_sound__in=keys.single).values_list("person"),
    ]
    if wanted.born:
        near = Person.objects.order_by().filter(area__in=areas, born_on__in=near_days(wanted.born))
        found.append(near.values_list("pk"))
    return found


def reached(wanted: Wanted, me: Practitioner, policy: Policy) -> list[Reached]:
    """The rows of spellings under the keys of what is asked, of people whom ``me`` may see. One query.

    It is put together by hand, because Django asks nothing more of what a union found: the policy's condition
    is asked of all that the indexes find, and the cut comes after it.
    """
    seen = policy.filter_through("person", Spelling.objects.order_by(), me, own_area=True).values("person")
    try:
        sql, allowed = seen.query.sql_with_params()
    except EmptyResultSet:
        return []
    condition = sql.partition(f' FROM "{TABLE}"')[2]
    branches = list(_branches(wanted))
    found = " UNION ALL ".join(
        f"SELECT person_id, area_id, words, born_on, {said} AS said FROM {TABLE} WHERE {where}"  # noqa: S608
        for said, where, _ in branches
    )
    closeness, days = _closeness(wanted.born)
    keys = [key for *_, told in branches for key in told]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT CAST(person_id AS text), words, said, {closeness} FROM {seen_of(found, condition)}",  # noqa: S608
            [*days, *keys, *allowed],
        )
        return cursor.fetchall()


def seen_of(found: str, condition: str) -> str:
    """Of what the indexes find, what may be seen, and no more of it than can be put in order."""
    return f'({found}) "{TABLE}"{condition} LIMIT {MOST_ROWS}'


def _branches(wanted: Wanted) -> Iterator[tuple[int, str, list[Any]]]:
    """What is looked for in the table of spellings, the likeliest first: whether it sounds alike, where, by which keys.

    Of those born on the very day everybody is looked at; of those born nearly then, whose names share a first letter.
    """
    keys = keys_of(wanted.words)
    sounds, begins, ends, single = (
        sorted(some) for some in (keys.sounds, keys.begins, keys.ends, keys.single)
    )
    if wanted.born:
        born, *near = (connection.ops.adapt_datefield_value(day) for day in near_days(wanted.born))
        yield 0, "by_birth = TRUE AND born_on = %s", [born]
        first = sorted({word[0] for word in (*" ".join(keys.begins).split(), *wanted.words)})
        patterns = [pattern for letter in first for pattern in (f"{letter}%", f"% {letter}%")]
        letters = " OR ".join(["begins LIKE %s"] * len(patterns))
        yield 0, f"by_birth = TRUE AND born_on IN ({_holes(near)}) AND ({letters})", [*near, *patterns]
    if sounds:
        yield 1, f"sounds IN ({_holes(sounds)})", sounds
    if single:
        yield 0, f"given_sound IN ({_holes(single)})", single
        yield 0, f"family_sound IN ({_holes(single)})", single
    if begins and wanted.born:
        yield 0, f"begins IN ({_holes(begins)}) AND ends IN ({_holes(ends)})", [*begins, *ends]
    elif begins:
        yield 0, f"begins IN ({_holes(begins)})", begins
        yield 0, f"ends IN ({_holes(ends)})", ends


def _holes(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def _closeness(born: date | None) -> tuple[str, list[Any]]:
    """``nearness`` as SQL over the column of days of birth, and the days it is asked with."""
    if born is None:
        return "0", []
    by: dict[float, list[Any]] = {}
    for day in days_near(born):
        by.setdefault(nearness(born, day), []).append(connection.ops.adapt_datefield_value(day))
    cases = " ".join(f"WHEN born_on IN ({_holes(days)}) THEN {near}" for near, days in by.items() if near)
    return f"CASE {cases} ELSE 0 END", [day for near, days in by.items() if near for day in days]
