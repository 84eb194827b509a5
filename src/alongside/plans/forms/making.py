"""A form class made ready, and the form it last made: what an act reads once the form has been judged."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from alongside.ui.forms import Form

F = TypeVar("F", bound=Form)


class Making(Generic[F]):
    """Called like a form class. ``form`` is then the form, whose ``as_given`` says what an act takes."""

    form: F

    def __init__(self, form_class: type[F], **made_with: Any) -> None:
        self._form_class, self._made_with = form_class, made_with

    def __call__(self, *args: Any, **kwargs: Any) -> F:
        self.form = self._form_class(*args, **self._made_with, **kwargs)
        return self.form
