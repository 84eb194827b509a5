"""What stands beside the operations: their description, a page to read it on, and what is nowhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from alongside.api.documenting import chapters, shapes
from alongside.api.interface import answer_of, interface
from alongside.api.problems import not_found, problem
from alongside.outbox.events import Event
from alongside.ui.pages import render

View = Callable[..., HttpResponse]


def for_systems(operation: View) -> View:
    """An operation, open to whoever brings a token: no signing in, no cookie, nothing stored on the way."""

    @wraps(operation)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = operation(request, *args, **kwargs)
        if response.status_code == 405:
            response = _wrong_method(request, response.headers["Allow"])
        response.headers["Cache-Control"] = "no-store"
        return response

    return csrf_exempt(login_not_required(answer))


def _wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    return answer_of(request, problem(
        405, "This address does not take that method.", "request", f"It takes {allowed}.",
        "Look at the description of the operation.", Allow=allowed,
    ))  # fmt: skip


@cache
def described() -> dict[str, Any]:
    """The OpenAPI 3.1 description. It names no record, and is the same for everyone."""
    return dict(interface.get_openapi_schema())


@login_not_required
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """The description for machines."""
    return JsonResponse(described())


@login_not_required
@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """The same for people."""
    return render(request, "api/documentation.html", {
        "chapters": chapters(described()), "shapes": shapes(described()), "about": interface.description, "events": list(Event),
    })  # fmt: skip


@csrf_exempt
@login_not_required
def nowhere(request: HttpRequest, **_: str) -> HttpResponse:
    """No such operation: said as every problem is."""
    return answer_of(request, not_found())
