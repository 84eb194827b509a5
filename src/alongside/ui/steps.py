"""Ask, check, act, tell: the steps of every page that records something.

::

    @require_http_methods(["GET", "POST"])
    def record_visit(request: HttpRequest, reference: str) -> HttpResponse:
        case = doors.open_case(request, reference)
        return ask(
            request,
            VisitForm,
            template="visits/record_visit.html",
            about=case,
            context={"rule": rule("child-in-need.visit")},
            act=lambda answers: acts.record_visit(
                by=request.user, case=case, now=timezone.now(), **answers
            ),
            done=lambda visit: (
                url("children:overview", case.child.reference),
                Told("Visit recorded", ("Dana Wright sees Amara again by Wednesday 3 June 2026.",)),
            ),
        )

and ``visits/record_visit.html``::

    {% extends "layouts/act.html" %}
    {% set title = "Record a visit" %}
    {% block aside %}{{ ui.guidance(rule, frame.today) }}{% endblock %}

The form is shown; sent, it comes back as "Check your answers", everything in hidden fields; confirmed,
`act` is called. Nothing is kept between the steps, so two windows never disturb each other, and no
step needs script. What is typed is kept as it is typed, and taken up again on the same page
(`alongside.drafts`). What somebody else changed meanwhile is never written over unseen (`alongside.ui.standing`).
A `Refusal` comes back on the form with everything still typed. Confirming twice acts
once (`alongside.ui.once`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict

from alongside.ui import once
from alongside.ui.fields.rows import changed_rows
from alongside.ui.forms import Form
from alongside.ui.frames import NamesOnRecord
from alongside.ui.pages import SeeOther, Told, go, refusals_shown_on, render
from alongside.ui.standing import Met, Pairs, Standing, carried, chosen, marks, meet
from alongside.ui.told_back import Part

Result = TypeVar("Result")
Onward = str | tuple[str, Told] | HttpResponse

#: The form field that says which step a button asks for.
STEP = "step"
CHANGE, CONFIRM, KEEP, RESOLVE = "change", "confirm", "keep", "resolve"
_OURS = ("csrfmiddlewaretoken", STEP)
KEPT = Told("Kept for you", (
    "What you typed is on no record yet. Only you can see it, under “Not finished” on this page.",
))  # fmt: skip
NOT_KEPT = "There was nothing to keep: no box is filled in, or there is more than can be kept. Fill in a box, or send it in two parts."


@dataclass(frozen=True, slots=True)
class Step:
    """Where a form stands. checking: its answers are told back, `sent` again in hidden fields.

    here: the page's own address, named so that a fragment ("#id_name") is not carried onward; page: by what its draft is known.
    posted: whether the form shows what was just sent. saved_at: when what it shows was kept.
    stood: marks of what was on record. left: questions that somebody else answered meanwhile, and left_by whom.
    names: those on record, offered where it is asked who somebody is.
    """

    here: str = ""
    page: str = ""
    once: str = ""
    checking: bool = False
    checked_next: bool = False
    parts: tuple[Part, ...] = ()
    sent: tuple[tuple[str, str], ...] = ()
    autosave_href: str = ""
    saved_at: Any = None
    drafting: Drafting | None = None
    place: str = ""
    posted: bool = False
    taken_up: bool = False
    stood: Pairs = ()
    left: tuple[str, ...] = ()
    left_by: str = ""
    names: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A draft that is gone on with. place: the field its writer was in, and how far into it."""

    typed: QueryDict
    saved_at: datetime
    place: str = ""


class Drafting(Protocol):
    """What a page that asks can do with the drafts of whoever is asked: see ``alongside.drafts.drafting``."""

    @property
    def page(self) -> str:
        """By what the draft of this page is known."""

    @property
    def href(self) -> str:
        """Where what is typed is sent as it is typed."""

    @property
    def key(self) -> str:
        """What a browser seals its own copy with."""

    def take_up(self) -> TakenUp | None:
        """What they had typed on this page."""

    def keep(self) -> datetime | None:
        """Keep what was sent; None where there was nothing to keep."""


def ask(
    request: HttpRequest,
    form_class: Callable[..., Form],
    *,
    template: str,
    act: Callable[[dict[str, Any]], Result],
    done: Callable[[Result], Onward],
    context: Mapping[str, Any] | None = None,
    about: Any = None,
    check: bool = True,
    form_kwargs: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
    draft: QueryDict | None = None,
    draft_saved_at: Any = None,
    autosave_href: str = "",
    standing: Standing | None = None,
) -> HttpResponse:
    """One page that asks, tells back, acts, and says what happens next.

    act: called once with the cleaned answers; may raise `Refusal`.
    done: from what `act` gave, where to go on: an address, (address, Told), or a response.
    check: whether the answers are told back before the act; leave it so for anything signed.
    draft: what was typed before and kept, to be taken up again without judging it.
    autosave_href: where the script sends the form as it is typed.
    standing: what is on the record that the form changes; it is then what the form begins with.
    """
    drafting: Drafting | None = None if autosave_href else getattr(request, "drafting", None)
    keeps = drafting is not None and request.method == "POST" and request.POST.get(STEP) == KEEP
    if drafting and keeps and drafting.keep():
        return go(request, "/", KEPT)
    taken = drafting.take_up() if drafting and request.method != "POST" else None
    if taken:
        draft, draft_saved_at = taken.typed, taken.saved_at
    made = _Asked(request, form_class, dict(form_kwargs or {}), standing)
    acts_now = made.judged and (not check or request.POST.get(STEP) == CONFIRM)
    if acts_now and (to := once.led_to(request)):
        return SeeOther(to)
    with transaction.atomic() if acts_now and standing else nullcontext():
        form, met = made.form(initial, draft, held=acts_now)
        if met.clashes:
            return _both(request, made, met, context, about)
        if keeps:
            form.add_error(None, NOT_KEPT)
        if acts_now and form.is_valid():
            with refusals_shown_on(form):
                result = act(form.cleaned_data)
            if form.is_valid():
                return _onward(request, done(result))
    checking = made.judged and not acts_now and form.is_valid()
    step = Step(
        once=once.mark_of(request),
        here=request.get_full_path(),
        page=drafting.page if drafting else request.path,
        checking=checking,
        checked_next=check,
        parts=tuple(form.answers()) if checking else (),
        sent=_sent(met.data) if checking else (),
        autosave_href=autosave_href or (drafting.href if drafting else ""),
        saved_at=draft_saved_at,
        drafting=drafting,
        place=taken.place if taken else "",
        posted=made.posted,
        taken_up=taken is not None,
        stood=marks(form, made.stands, met.data if made.posted else draft),
        left=met.left,
        left_by=standing.by() if standing and met.left else "",
        names=NamesOnRecord(request) if form.asks_who and not checking else (),
    )
    return render(request, template, {**(context or {}), "form": form, "step": step}, about=about)


class _Asked:
    """What one request wants of a form: shown fresh, shown as it was sent, or judged.

    stands: what is on the record that it changes, once ``form`` has read it.
    """

    def __init__(
        self,
        request: HttpRequest,
        form_class: Callable[..., Form],
        kwargs: dict[str, Any],
        standing: Standing | None,
    ) -> None:
        self.posted = request.method == "POST"
        self.rows = changed_rows(request.POST) if self.posted else None
        self.data = self.rows if self.rows is not None else request.POST
        self.judged = self.posted and self.rows is None and request.POST.get(STEP) not in {CHANGE, KEEP}
        self.standing, self.stands = standing, dict[str, Any]()
        self._make = lambda *args, **more: form_class(*args, **kwargs, **more)

    def form(
        self, initial: Mapping[str, Any] | None, draft: QueryDict | None, *, held: bool
    ) -> tuple[Form, Met]:
        """The form, bound or not as the request wants it, and how it meets what stands. held: hold that still."""
        if self.standing:
            if held:
                self.standing.hold()
            initial = self.stands = dict(self.standing.read())
        if not self.posted:
            shown = self._make(draft, initial=initial, quiet=True) if draft else self._make(initial=initial)
            return shown, Met(QueryDict())
        if not self.judged:
            return self._make(self.data, initial=initial, quiet=True), Met(self.data)
        data = chosen(self._make(initial=initial), self.data, self.stands) if self.standing else self.data
        form = self._make(data, initial=initial)
        if not self.standing or not form.is_valid():
            return form, Met(data)
        met = meet(form, data, self.stands)
        return (self._make(met.data, initial=initial) if met.left else form), met


def _both(
    request: HttpRequest, made: _Asked, met: Met, context: Mapping[str, Any] | None, about: Any
) -> HttpResponse:
    """The page on which somebody chooses between their own answers and those that others gave meanwhile."""
    assert made.standing is not None
    shown = {
        "clashes": met.clashes,
        "sent": carried(met.data, met.clashes, made.stands, but=_OURS),
        "theirs_by": made.standing.by(),
        "here": request.get_full_path(),
        "unanswered": request.POST.get(STEP) == RESOLVE,
    }
    return render(request, "ui/both.html", {**(context or {}), **shown}, status=422, about=about)


def _sent(data: QueryDict) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, values in data.lists() if name not in _OURS for value in values)


def _onward(request: HttpRequest, onward: Onward) -> HttpResponse:
    if isinstance(onward, HttpResponse):
        response = onward
    elif isinstance(onward, str):
        response = SeeOther(onward)
    else:
        response = go(request, *onward)
    once.remember(request, response.headers.get("Location", ""))
    return response
