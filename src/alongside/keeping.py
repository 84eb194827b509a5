"""Keeping a record: checked before, saved by the database's own rules, and explained where it refuses.

``full_clean`` asks the database beforehand, once for each constraint and each record that is named, whether
saving would go well; then saving asks it all again. ``check`` asks it nothing that the record itself answers,
and ``keep`` asks it the rest by saving. Only where something is wrong are all the questions asked, so that the
reader gets the same sentences, and gets them too when somebody else saved first in the moment between.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, F, Model, Q
from django.db.models.expressions import BaseExpression

COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq, "gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le,
    "in": lambda value, among: value in among, "startswith": str.startswith,
}  # fmt: skip


def check(record: Model, *, exclude: Collection[str] = ()) -> None:
    """Check each field but those in ``exclude``, the record's own ``clean`` and its conditions.

    A record that was checked meets every condition on its own values, so its words may be built from them.
    Whether there is another of it is asked by ``keep``. What it names is not looked up: acts name records they
    have in hand, and the database holds every reference. Raises ValidationError, as ``full_clean`` does.
    """
    try:
        record.clean_fields(exclude={*exclude, *_named(record)})
        record.clean()
        for constraint in _conditions(record):
            if not surely_holds(constraint.condition, record):
                constraint.validate(type(record), record, exclude=set(exclude))
    except ValidationError:
        record.full_clean(exclude=exclude)  # Everything that is wrong with it, at once.
        raise


def keep(record: Model, *, update_fields: Collection[str] | None = None) -> None:
    """Save a record that was checked. Raises ValidationError, in the words of the constraint it would break.

    Raises IntegrityError where no rule of the record explains what the database refused.
    """
    try:
        with transaction.atomic():
            record.save(update_fields=update_fields)
    except IntegrityError:
        record.full_clean()
        raise


def surely_holds(condition: Q | BaseExpression, record: Model) -> bool:
    """Whether a condition is met by the record's own values, beyond doubt.

    False says only that the database must be asked: it knows more comparisons, and what none of a value means.
    """
    return isinstance(condition, Q) and _truth(condition, record) is True


def _truth(condition: Q, record: Model) -> bool | None:
    """True, False, or None for neither: as SQL has it, of the comparisons that are known here."""
    parts = [
        _truth(part, record) if isinstance(part, Q) else _comparison(part, record)
        for part in condition.children
    ]
    decisive = condition.connector == Q.OR
    if condition.connector == Q.XOR:
        return None
    found = decisive if decisive in parts else None if None in parts else not decisive
    return not found if condition.negated and found is not None else found


def _comparison(part: Any, record: Model) -> bool | None:
    if not isinstance(part, tuple):
        return None
    path, against = part
    name, _, lookup = path.partition("__")
    value = _value(record, name)
    if isinstance(against, F):
        against = _value(record, against.name)  # type: ignore[attr-defined]
    elif lookup == "isnull" or (lookup in ("", "exact") and against is None):
        return (value is None) is (against is not False)
    compare = COMPARED.get(lookup or "exact")
    if compare is None or value is None or against is None:
        return None
    try:
        return compare(value, against)
    except TypeError:
        return None


def _value(record: Model, name: str) -> Any:
    return getattr(record, getattr(record._meta.get_field(name), "attname", name))


def _conditions(record: Model) -> list[CheckConstraint]:
    return [
        constraint
        for _, constraints in record.get_constraints()
        for constraint in constraints
        if isinstance(constraint, CheckConstraint)
    ]


def _named(record: Model) -> set[str]:
    return {
        field.name
        for field in record._meta.concrete_fields
        if field.is_relation and getattr(record, field.attname) is not None
    }
