"""Asking an administrator something: one form, no second step, and back to the list it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from alongside.access.models import AdministrativeChange
from alongside.desk.administration.doors import Held
from alongside.ui.forms import Form
from alongside.ui.frames import Link
from alongside.ui.standing import Standing
from alongside.ui.steps import Onward, ask
from alongside.ui.words import moment

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
    standing: Standing | None = None,
) -> HttpResponse:
    """A page that asks and acts. opening: what to know before answering. standing: what it changes, see ``changing``."""
    return ask(
        request, form, template="desk/administration/form.html", act=act, done=done, check=False,
        context={"title": title, "caption": f"Administration of {held.area}", "back": back, "opening": opening,
                 "submit": submit},
        initial=initial, form_kwargs=form_kwargs, standing=standing,
    )  # fmt: skip


def changing(
    held: Held,
    record: Model,
    *names: str,
    more: Callable[[], Mapping[str, Any]] = lambda: MappingProxyType({}),
) -> Standing:
    """What stands on a record that a form changes, so that two administrators never write over one another unseen.

    names: its fields that the form asks for. more: what else it asks for. ``record`` is read anew once it is held.
    """

    def hold() -> None:
        type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
        record.refresh_from_db(fields=names)

    return Standing(
        read=lambda: {name: getattr(record, name) for name in names} | dict(more()), hold=hold,
        by=lambda: _who_changed(held, record),
    )  # fmt: skip


def _who_changed(held: Held, record: Model) -> str:
    """Who changed it last, by the list of changes, which names what was changed; empty where that says nothing of it."""
    named = AdministrativeChange.objects.filter(area=held.area, words__contains=record.name)  # type: ignore[attr-defined]
    last = named.select_related("by").order_by("-at").first()
    return f"{last.by}, {moment(last.at)}" if last else ""
