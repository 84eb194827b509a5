"""Pages for anybody: two editions side by side, and the documents made of them. Nothing is asked of the database."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.briefings import adopting, quiz, shown
from alongside.briefings.choice import Choice, Unclear, audience_in, read
from alongside.briefings.documents import DOCUMENTS, PAGE, TYPES, Document, file_of, name_of
from alongside.moments import day_of
from alongside.ui.pages import render


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two editions side by side: was, is, what it means, what may be done. The choice lives in the address."""
    choice = _choice(request)
    if not isinstance(choice, Choice):
        return _choose(request, "briefings/compare.html", choice)
    return render(request, "briefings/compare.html", {
        "choice": choice, "comparison": choice.comparison, "problems": (), "shown": shown.steps(choice),
        "caution": shown.caution(choice), "in_law": shown.in_law(choice), "natures": shown.of_each_nature(choice),
        **shown.choosing(request.GET, choice),
    })  # fmt: skip


@login_not_required
@require_safe
def briefings(request: HttpRequest) -> HttpResponse:
    """The briefing on the page, with every other document of the same choice a link away."""
    return document(request, "briefing")


@login_not_required
@require_safe
def document(request: HttpRequest, what: str) -> HttpResponse:
    """One document as a page that prints well."""
    chosen = _document(what)
    choice = _choice(request)
    if not isinstance(choice, Choice):
        return _choose(request, "briefings/briefings.html", choice)
    around = {"choice": choice, "chosen": chosen, "documents": shown.documents(choice, chosen)}
    if PAGE not in chosen.forms:
        return render(request, "briefings/only_files.html", around)
    if what == "quiz" and quiz.asked(choice):
        return render(request, "briefings/quiz.html", {
            **around, "sheet": _sheet(request, chosen, choice), "answered": quiz.answered(choice, request.GET),
            "marked": "check" in request.GET, "letters": quiz.LETTERS, "kept": _kept(choice),
        })  # fmt: skip
    return render(request, "briefings/document.html", {
        **around, "sheet": _sheet(request, chosen, choice),
        "adopting": adopting.offered(request, choice) if what == "checklist" else None,
    })  # fmt: skip


@login_not_required
@require_safe
def file(request: HttpRequest, what: str, form: str) -> HttpResponse:
    """One document as a file. Raises Http404 for a form it does not come in."""
    chosen = _document(what)
    if form not in chosen.files:
        raise Http404("This document does not come in that form.")
    choice = _choice(request)
    if not isinstance(choice, Choice):
        return _choose(request, "briefings/briefings.html", choice)
    content = file_of(chosen, form, choice, day_of(timezone.now()), _address(request, choice))
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name_of(chosen, form, choice)}"'
    return response


def _document(what: str) -> Document:
    if what not in DOCUMENTS:
        raise Http404("There is no such document.")
    return DOCUMENTS[what]


def _choice(request: HttpRequest) -> Choice | Unclear | None:
    try:
        return read(request.GET)
    except Unclear as unclear:
        return unclear


def _choose(request: HttpRequest, template: str, unclear: Unclear | None) -> HttpResponse:
    """The same page while nothing can be compared yet: what there is to choose, and what is wrong with what was."""
    return render(request, template, {
        "choice": None, "comparison": None, "shown": (), "problems": unclear.problems if unclear else (),
        "offered": shown.offered(audience_in(request.GET)), **shown.choosing(request.GET, None),
    }, status=422 if unclear else 200)  # fmt: skip


def _sheet(request: HttpRequest, chosen: Document, choice: Choice) -> Any:
    return chosen.make(choice, day_of(timezone.now()), _address(request, choice))


def _address(request: HttpRequest, choice: Choice) -> str:
    return request.build_absolute_uri(f"{reverse('briefings:compare')}?{choice.query}")


def _kept(choice: Choice) -> list[tuple[str, str]]:
    """The choice again, for a form that asks something else."""
    return shown.hidden(choice)
