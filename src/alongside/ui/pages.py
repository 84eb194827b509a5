"""Showing a page: the frame around it, refusals upon it, and what happens next after an act.

A view opens, asks, acts and shows::

    def record_visit(request, reference):
        case = doors.open_case(request, reference)
        form = VisitForm(request.POST or None)
        if form.is_valid():
            with refusals_shown_on(form):
                acts.record_visit(by=request.user, case=case, now=timezone.now(), **form.cleaned_data)
                return go(request, case.href, Told("Visit recorded", ("The next visit is due by 3 June.",)))
        return render(request, "visits/record_visit.html", {"form": form}, about=case)

Most acts need less: see `alongside.ui.steps.ask`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader

from alongside.refusals import Refusal
from alongside.ui import frames

_TOLD = "told"


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told once an act is done: what was done, and what happens next.

    next: sentences, each saying who does what by when, and what the family will be told.
    reference: a number to quote, where there is one. more: a link to go on with, as (text, href).
    """

    done: str
    next: tuple[str, ...] = ()
    reference: str = ""
    more: tuple[tuple[str, str], ...] = ()


class SeeOther(HttpResponseRedirect):
    """After an act, look over there: 303, so that reloading never acts twice."""

    status_code = 303


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int | None = None,
    *,
    about: Any = None,
) -> HttpResponse:
    """The page, inside the frame.

    about: the child or case the page is about; its banner then stands above the page.
    status: 200, or 422 when the context's form has errors, unless given.
    """
    shown = {"frame": frames.frame_for(request), **(context or {})}
    if about is not None and "banner" not in shown:
        shown["banner"] = frames.banner_for(request, about)
    if (told := _told(request)) is not None:
        shown["confirmation"] = told
    if status is None:
        status = 422 if getattr(shown.get("form"), "errors", None) else 200
    return HttpResponse(loader.render_to_string(template, shown, request), status=status)


def go(request: HttpRequest, to: str, told: Told | None = None) -> HttpResponse:
    """Send the reader on to an address, where they are told what was done and what happens next."""
    if told is not None:
        request.session[_TOLD] = asdict(told)
    return SeeOther(to)


def _told(request: HttpRequest) -> dict[str, Any] | None:
    session = getattr(request, "session", None)
    told: dict[str, Any] | None = session.pop(_TOLD, None) if session is not None else None
    return told


@contextmanager
def refusals_shown_on(form: forms.BaseForm) -> Iterator[None]:
    """Put a refusal, or a record's own objection, on the form that asked for the act.

    The view then shows the form again, with everything typed still there; `render` answers 422.
    """
    try:
        yield
    except Refusal as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))
    except ValidationError as objection:
        for field, messages in _by_field(objection).items():
            form.add_error(field if field in form.fields else None, messages)


def _by_field(objection: ValidationError) -> dict[str, list[str]]:
    if hasattr(objection, "error_dict"):
        return dict(objection.message_dict)
    return {NON_FIELD_ERRORS: objection.messages}
