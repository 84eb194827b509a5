"""The day a page of the guidance is read for: today, or one chosen in its address, which holds on every page.

``?on=2024-03-03`` asks for a day, and ``?edition=WT2018`` for the last day of an edition (or for today, while it is
in force). With both, the day must be one of that edition's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import wraps
from itertools import pairwise
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.guidance import editions
from alongside.guidance.editions import Edition
from alongside.guidance.kernel.words import day_in_words
from alongside.moments import day_of
from alongside.ui.forms import DayField, Form
from alongside.ui.frames import Link

BOXES = ("on_day", "on_month", "on_year")


class OnForm(Form):
    """A day to read the guidance for. Empty means today."""

    on = DayField(label="Read it as it stood on", called="the day", required=False,
                  help_text="For example 3 3 2024. Leave this empty for today.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """The day asked about, the edition then in force, and what of it stands in every link.

    ``form`` asks for another day, ``links`` for a whole edition; ``rest`` is what else the address holds.
    ``note`` says why a page of one edition is read for another day than the one asked about.
    """

    day: date
    today: date
    carried: tuple[tuple[str, str], ...]
    form: OnForm
    edition: Edition | None
    links: tuple[Link, ...] = ()
    rest: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def chosen(self) -> bool:
        """Whether the address names a day or an edition."""
        return bool(self.carried)

    @property
    def words(self) -> str:
        """The day, said in full."""
        return day_in_words(self.day)

    def href(self, name: str, *args: Any, **more: str) -> str:
        """The address of a page of the guidance, read for the same day."""
        query = {**dict(self.carried), **{key: value for key, value in more.items() if value}}
        return reverse(f"explorer:{name}", args=args) + (f"?{urlencode(query)}" if query else "")

    def within(self, edition: Edition) -> When:
        """The same where its day is one of that edition's; otherwise the last day of that edition, which it says."""
        if self.edition is edition:
            return self
        day = last_day(edition, self.today)
        was = f"was not in force on {self.words}" if self.chosen else "is not the one in force"
        if self.day < edition.begins and not self.chosen:
            was = "is not in force yet"
        return replace(
            self,
            day=day,
            edition=edition,
            carried=(("edition", edition.id),),
            links=_editions(reverse("explorer:home"), [], {"edition": edition.id}),
            note=f"{edition.title} {was}. Each value is the one of {day_in_words(day)}.",
        )


def last_day(edition: Edition, today: date) -> date:
    """The last day an edition was in force; today for the one that is, and its first day for one that is to come."""
    for one, following in pairwise(editions.EDITIONS):
        if one is edition and following.begins <= today:
            return following.begins - timedelta(days=1)
    return max(today, edition.begins)


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the guidance, for anybody: it is given the day its address asks for."""

    @login_not_required
    @require_safe
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        when = asked(request)
        return when if isinstance(when, HttpResponse) else view(request, when, *args, **kwargs)

    return page


def asked(request: HttpRequest) -> When | HttpResponse:
    """What the address asks for. A day typed into the boxes is sent on to the address that says it in one word."""
    given = request.GET
    if any(box in given for box in BOXES):
        form = OnForm(given)
        if form.is_valid():
            rest = _rest(request)
            on = form.cleaned_data["on"]
            query = urlencode([*rest, *([("on", on.isoformat())] if on else [])])
            return HttpResponseRedirect(f"{request.path}?{query}" if query else request.path)
        return _read(request, form)
    return _read(request, OnForm())


def _read(request: HttpRequest, form: OnForm) -> When:
    """The day and edition of the address. What cannot be read is said on the form, and today is shown."""
    today, carried = day_of(timezone.now()), {}
    on, wanted = request.GET.get("on", ""), request.GET.get("edition", "")
    day: date | None = None
    edition = next((one for one in editions.EDITIONS if one.id.casefold() == wanted.casefold()), None)
    if on:
        try:
            day = date.fromisoformat(on)
        except ValueError:
            form = _wrong(form, on, f"“{on}” is not a day. Write it as 2024-03-03, or in the boxes")
    if wanted and edition is None:
        known = ", ".join(one.id for one in editions.EDITIONS)
        form = _wrong(form, "", f"There is no edition called {wanted}. Choose from {known}")
    if edition is not None and day is None:
        day, carried = last_day(edition, today), {"edition": edition.id}
    elif day is not None:
        held = editions.in_force_on(day)
        if edition is not None and held is not edition:
            form = _wrong(
                form, "", f"{edition.title} was not in force on {day_in_words(day)}. Choose one or the other"
            )
        carried = {"on": day.isoformat()}
    shown = day or today
    return When(
        shown, today, tuple(carried.items()), form, editions.in_force_on(shown), _editions(request.path, _rest(request), carried),
        tuple(_rest(request)),
    )  # fmt: skip


def _rest(request: HttpRequest) -> list[tuple[str, str]]:
    return [(key, str(value)) for key, value in request.GET.items() if key not in (*BOXES, "on", "edition")]


def _wrong(form: OnForm, typed: str, said: str) -> OnForm:
    if not form.is_bound:
        form = OnForm({"on_day": typed})
        form.full_clean()
        form.errors.clear()
    form.add_error("on", said)
    return form


def _editions(path: str, rest: list[tuple[str, str]], carried: dict[str, str]) -> tuple[Link, ...]:
    """Today, and each edition: the same page read for it."""

    def address(*query: tuple[str, str]) -> str:
        return f"{path}?{urlencode(query)}" if query else path

    links = [
        Link(one.title, address(*rest, ("edition", one.id)), current=carried.get("edition") == one.id)
        for one in editions.EDITIONS
        if one.id != "WT2015"
    ]
    return (Link("Today", address(*rest), current=not carried), *links)
