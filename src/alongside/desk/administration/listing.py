"""Lists of the administration area: one way to show them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.desk.administration.doors import Held
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render

Cell = str | Link | Sequence[Link]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its heading, one verb above it, columns and rows. A cell is words, a link, or links."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    intro: str = ""
    verb: Link | None = None
    empty: str = "Nothing is recorded yet."
    more: str = ""
    back: Link | None = None


def show(request: HttpRequest, held: Held, listing: Listing, **also: Any) -> HttpResponse:
    """The page of a list, with the way back to the administration of the area."""
    back = listing.back or Link("Administration", at("administration", held))
    return render(
        request, "desk/administration/list.html", {"list": listing, "back": back, "area": held.area, **also}
    )


def at(name: str, held: Held, *args: object) -> str:
    """The address of a page of the administration area."""
    full = name if ":" in name else f"desk:{name}"
    return reverse_for(full, *(() if name == "administration" else (held.area.code,)), *args)
