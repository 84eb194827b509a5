"""The gallery: every component as it looks, with an invented child, for whoever builds a page.

It is also what the tests open: each of its pages passes axe at every width, with and without script.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.refusals import Refusal
from alongside.ui import examples
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask


@login_required
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component, one after another."""
    return render(request, "ui/gallery.html", examples.everything())


@login_required
@require_safe
def child(request: HttpRequest) -> HttpResponse:
    """A page about one child."""
    return render(request, "ui/gallery_child.html", examples.everything(), about=examples.amara())


@login_required
@require_safe
def work_list(request: HttpRequest) -> HttpResponse:
    """A list to work through."""
    return render(request, "ui/gallery_list.html", examples.everything())


@login_required
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    """Every kind of question, and the steps of an act. Nothing is recorded."""
    return ask(
        request,
        examples.ExampleForm,
        template="ui/gallery_form.html",
        context=examples.everything(),
        about=examples.amara(),
        act=_pretend,
        done=_then,
        autosave_href=reverse("gallery:kept"),
    )


@login_required
@require_POST
def kept(request: HttpRequest) -> HttpResponse:
    """Where the example form is sent as it is typed. A real one keeps a draft; this keeps nothing."""
    return HttpResponse(status=204)


@login_required
@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    """A page made for paper."""
    return render(request, "ui/gallery_letter.html", examples.everything())


def _pretend(answers: dict[str, object]) -> int:
    """Refuse a discussion after today's example day; else count who took part."""
    if answers["held_on"] > examples.TODAY:  # type: ignore[operator]
        raise Refusal(
            "This strategy discussion is in the future.",
            f"The gallery's day is {examples.TODAY:%-d %B %Y}.",
            "Enter the day it was held, or come back once it has been.",
            field="held_on",
        )
    return len(answers["present"])  # type: ignore[arg-type]


def _then(present: int) -> Onward:
    told = Told(
        "Strategy discussion recorded",
        (
            f"The {present} who took part are sent the decision today.",
            "Dana Wright starts section 47 enquiries today.",
            "Grace Okoye is told by Dana Wright tomorrow, unless that would put Amara at risk.",
        ),
        reference="Wren-004211/2",
        more=(("Go to Amara's timeline", reverse("gallery:child")),),
    )
    return reverse("gallery:list"), told
