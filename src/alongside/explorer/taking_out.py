"""The whole of the guidance as JSON, and its schema, for anybody."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.guidance import export

JSON, SCHEMA = "application/json", "application/schema+json"


@login_not_required
@require_safe
def export_json(request: HttpRequest) -> HttpResponse:
    """The same as `alongside guidance export` writes, made once for as long as the server runs."""
    return HttpResponse(
        _whole(), JSON, headers={"Content-Disposition": 'attachment; filename="guidance.json"'}
    )


@login_not_required
@require_safe
def schema_json(request: HttpRequest) -> HttpResponse:
    """Its JSON Schema."""
    return HttpResponse(export.schema_as_json(), SCHEMA)


@cache
def _whole() -> bytes:
    return export.as_json().encode()
