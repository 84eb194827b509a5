"""A policy: one action, and the reasons for which it is allowed or denied.

The same expression makes the list, decides the single record and explains itself, so the three
cannot disagree. Expressions are literals and ``IN (subquery)``, never ``EXISTS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from alongside.access.composed import where
from alongside.agencies.models import Practitioner, Scope

M = TypeVar("M", bound=Model)
S = TypeVar("S", bound=QuerySet[Any])
NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason a practitioner may do something, in words they would recognise."""

    words: str
    #: The condition, from what stands in the scope and nothing else: it is put into SQL once and kept.
    where: Callable[[Scope], Q]
    #: Whether the condition takes more than the scope, a day or a local rule, and so is worked out every time.
    looks_up: bool = False
    #: Who it is about and until when, of one record, where the words are to say it: see ``told``.
    names: Callable[[Scope], Combinable] | None = None

    def told(self, named: str | None) -> str:
        """The words, with what ``names`` found: “you cover for the lead practitioner, Dana Wright, until 3 June 2026”."""
        if not named:
            return self.words
        name, until = named.rsplit("\n", 1)
        return f"{self.words}, {name}, until {date.fromisoformat(until):%-d %B %Y}"

    def holds(self, scope: Scope) -> Q:
        """The condition for this scope, from what is kept if it has been asked before."""
        return where(self, scope)

    def about(self, path: str) -> Reason:
        """The same reason, of records about such records: ``path`` leads from one to the other ("child")."""
        return Reason(self.words, lambda me: _led_by(path, self.holds(me)), self.looks_up)


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may take one action on records of one kind (``about``), and why."""

    id: str
    action: str
    about: str
    allow: tuple[Reason, ...]
    deny: tuple[Reason, ...] = ()

    def filter(self, records: QuerySet[M], practitioner: Practitioner) -> QuerySet[M]:
        """Only those records on which this practitioner may take the action."""
        return self.filter_for(records, practitioner.scope)

    def filter_for(self, records: QuerySet[M], scope: Scope) -> QuerySet[M]:
        """As ``filter``, for a scope: so that a reason may follow from what another policy allows."""
        return records.filter(_any(self.allow, scope)).exclude(_any(self.deny, scope))

    def filter_through(
        self, path: str, records: QuerySet[M], practitioner: Practitioner, *, own_area: bool = False
    ) -> QuerySet[M]:
        """As ``filter``, for records about such records: ``path`` leads from one to the other ("child").

        own_area: these records carry the area of what they are about, as deadlines do, and so an index that
        begins with it answers, without opening what they are about.
        """
        scope = practitioner.scope
        may, may_not = (_led_by(path, _any(reasons, scope), own_area) for reasons in (self.allow, self.deny))
        return records.filter(may).exclude(may_not)

    def not_denied(self, records: S, practitioner: Practitioner, path: str = "") -> S:
        """Only those not denied to this practitioner: for what hangs on a record that was opened by a door.

        ``path`` leads from the records to those the policy is about ("person"); empty where they are those.
        """
        denied = _any(self.deny, practitioner.scope)
        return records.exclude(_led_by(path, denied) if path else denied)

    def with_reasons(self, records: QuerySet[M], practitioner: Practitioner) -> QuerySet[M]:
        """As ``filter``, each record carrying which reasons hold, for ``words_on``: one query in all."""
        scope = practitioner.scope
        flags: dict[str, Any] = {
            f"reason_{n}": Case(
                When(reason.holds(scope), then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            )
            for n, reason in enumerate(self.allow)
        }
        flags |= {f"named_{n}": reason.names(scope) for n, reason in enumerate(self.allow) if reason.names}
        return self.filter(records, practitioner).annotate(**flags)

    def words_on(self, record: Model) -> list[str]:
        """The reasons in words, on a record that came through ``with_reasons``."""
        return [reason.words for n, reason in enumerate(self.allow) if getattr(record, f"reason_{n}")]

    def told_on(self, record: Model) -> list[str]:
        """As ``words_on``, saying for whom and until when, where somebody covers for another."""
        return [
            reason.told(getattr(record, f"named_{n}", None))
            for n, reason in enumerate(self.allow)
            if getattr(record, f"reason_{n}")
        ]

    def reasons(self, record: Model, practitioner: Practitioner) -> list[str]:
        """Why this practitioner may act on this record. Empty when they may not."""
        this = type(record)._default_manager.filter(pk=record.pk)
        found = self.with_reasons(this, practitioner).first()
        return self.words_on(found) if found else []

    def allows(self, record: Model, practitioner: Practitioner) -> bool:
        this = type(record)._default_manager.filter(pk=record.pk)
        return self.filter(this, practitioner).exists()

    def lock(self, record: M, practitioner: Practitioner) -> M:
        """The record, locked for a change this practitioner may make. Raises PermissionDenied otherwise."""
        this = type(record)._default_manager.filter(pk=record.pk)
        locked = self.filter(this, practitioner).select_for_update(of=("self",)).first()
        if locked is None:
            raise PermissionDenied(f"You cannot {self.action} {record}.")
        return locked


def _any(reasons: tuple[Reason, ...], scope: Scope) -> Q:
    """Where any of the reasons holds, put together once for each scope: a request asks for the same ones often."""
    if reasons not in scope.conditions:
        scope.conditions[reasons] = reduce(or_, (reason.holds(scope) for reason in reasons), NOTHING)
    return scope.conditions[reasons]


def _led_by(path: str, condition: Q, own_area: bool = False) -> Q:
    """The same condition, asked of what ``path`` leads to."""
    led: list[Any] = []
    for each in condition.children:
        if isinstance(each, Q):
            led.append(_led_by(path, each, own_area))
        else:
            name, value = cast("tuple[str, Any]", each)
            led.append((name if own_area and name == "area__in" else f"{path}__{name}", value))
    return Q(*led, _connector=condition.connector, _negated=condition.negated)
