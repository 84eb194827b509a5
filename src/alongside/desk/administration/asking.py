"""Asking an administrator something: one form, no second step, and back to the list it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

from alongside.desk.administration.doors import Held
from alongside.ui.forms import Form
from alongside.ui.frames import Link
from alongside.ui.steps import Onward, ask

Result = TypeVar("Result")


def ask_about(
    request: HttpRequest,
    held: Held,
    form: type[Form],
    *,
    title: str,
    back: Link,
    act: Callable[[dict[str, Any]], Result],
    done: Callable[[Result], Onward],
    opening: str = "",
    submit: str = "Save",
    initial: Mapping[str, Any] | None = None,
    form_kwargs: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page that asks and acts. opening: what to know before answering."""
    return ask(
        request, form, template="desk/administration/form.html", act=act, done=done, check=False,
        context={"title": title, "caption": f"Administration of {held.area}", "back": back, "opening": opening,
                 "submit": submit},
        initial=initial, form_kwargs=form_kwargs,
    )  # fmt: skip
