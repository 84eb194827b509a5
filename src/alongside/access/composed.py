"""Conditions of policies, put into SQL once for each place somebody works, and kept.

A page asks several policies, each several subqueries, and putting those into SQL takes longer than the
database takes to answer them. What a reason says depends on the scope and on nothing else, so its
subqueries are put into SQL once for practitioners who stand alike and used for every request after:
only the SQL is kept, never what it found. See docs/decisions/0019.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, DateTimeField, Q, QuerySet, UUIDField
from django.utils import timezone

from alongside.agencies.models import Scope
from alongside.ready import Ready

if TYPE_CHECKING:
    from alongside.access.policy import Reason

#: How many conditions are kept, those used last. One is a few thousand characters.
KEPT = 4_096


class _Asked:
    """Stands in kept SQL for the moment, or the day, on which it is asked."""


ASKED, ASKED_ON = _Asked(), _Asked()
_to_keep: ContextVar[bool] = ContextVar("to_keep", default=False)


class MomentAsked(Ready):
    """The moment at which a policy is asked. A time read while a reason is put into words would be kept."""

    output_field = DateTimeField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", _told((ASKED,), connection)


class DayAsked(Ready):
    """The day on which a policy is asked, in England."""

    output_field = DateField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", _told((ASKED_ON,), connection)


class Composed(Ready):
    """The keys a subquery finds, as SQL that was composed before."""

    output_field = UUIDField()

    def __init__(self, sql: str, params: tuple[Any, ...]) -> None:
        super().__init__()
        self.sql, self.params = sql, params

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return f"({self.sql})", _told(self.params, connection)


def _told(params: tuple[Any, ...], connection: Any) -> tuple[Any, ...]:
    """What SQL is asked with, the moment filled in; while SQL is composed to be kept, the moment stays open."""
    if _to_keep.get():
        return params
    now = connection.ops.adapt_datetimefield_value(timezone.now()) if ASKED in params else None
    on = connection.ops.adapt_datefield_value(timezone.localdate()) if ASKED_ON in params else None
    return tuple(now if one is ASKED else on if one is ASKED_ON else one for one in params)


def where(reason: Reason, scope: Scope) -> Q:
    """Where the reason holds for this scope, from what is kept if it has been asked before."""
    if reason.looks_up:
        return reason.where(scope)
    return _kept(reason, _Standing(scope), connection.vendor)


class _Standing:
    """A scope, equal to another in which everything a reason can ask of it is equal."""

    __slots__ = ("key", "scope")

    def __init__(self, scope: Scope) -> None:
        self.scope, self.key = scope, scope.standing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Standing) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=KEPT)
def _kept(reason: Reason, standing: _Standing, vendor: str) -> Q:
    return _composed(reason.where(standing.scope))


def forget() -> None:
    """Let go of all that is kept: for tests that change what a reason asks."""
    _kept.cache_clear()


def _composed(condition: Q) -> Q:
    """The condition with each of its subqueries as SQL."""
    parts: list[Any] = []
    for each in condition.children:
        if isinstance(each, Q):
            parts.append(_composed(each))
            continue
        name, value = cast("tuple[str, Any]", each)
        parts.append((name, _keys(value) if isinstance(value, QuerySet) else value))
    return Q(*parts, _connector=condition.connector, _negated=condition.negated)


def _keys(rows: QuerySet[Any]) -> Composed | list[Any]:
    """The subquery as SQL; an empty list where it can find nothing."""
    query = rows.query.clone()
    query.clear_ordering(force=False)
    if not query.has_select_fields:
        query.clear_select_clause()
        query.add_fields(["pk"])
    token = _to_keep.set(True)
    try:
        sql, params = query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return []
    finally:
        _to_keep.reset(token)
    return Composed(sql, tuple(params))
