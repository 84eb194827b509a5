"""Expressions that are ready as they are: the same in whatever query they stand.

Django makes an expression fit each query it goes into, copying it several times. One that names no
column needs none of it.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Expression, Field


class Ready(Expression):
    """An expression that is what it is in whatever query it stands, and so is not copied into each."""

    def resolve_expression(self, *_: Any, **__: Any) -> Ready:
        return self

    def relabeled_clone(self, change_map: dict[str, str]) -> Ready:  # type: ignore[override]
        return self

    def get_group_by_cols(self) -> list[Expression]:  # type: ignore[override]
        return []


class Nothing(Ready):
    """No value, of a field's type: PostgreSQL wants to know of what type nothing is."""

    def __init__(self, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return f"CAST(NULL AS {self.output_field.cast_db_type(connection)})", ()


class Word(Ready):
    """A short text that the code itself says, such as the name of a list."""

    def __init__(self, words: str, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.words = words

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return f"CAST(%s AS {self.output_field.cast_db_type(connection)})", (self.words,)
