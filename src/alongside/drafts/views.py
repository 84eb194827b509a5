"""Keeping what is typed, as it is typed; and throwing it away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.agencies.models import Practitioner
from alongside.drafts import writing
from alongside.drafts.drafting import keep as kept
from alongside.ui import once, pages

SENT = "This has been sent. What you type now is not kept."
TOO_LONG = "This is more than can be kept as you type. Send it in two parts, or copy it somewhere safe first."


@require_POST
@never_cache
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what is typed on a page (``of``). Answers with a mark of what was kept, by which the browser knows it."""
    address = request.GET.get("of", "")
    if (
        not isinstance(request.user, Practitioner)
        or not writing.is_a_page(request, address)
        or len(address) > writing.LONGEST_ADDRESS
    ):
        return JsonResponse(
            {"said": "There is no such page. Copy what you typed, and open the page again."}, status=404
        )
    if once.is_done(request):
        return JsonResponse({"said": SENT}, status=409)
    at = kept(request, request.user, address)
    if at is None and writing.typed_in(request.POST).fields:
        return JsonResponse({"said": TOO_LONG}, status=413)
    return JsonResponse({"stamp": at.isoformat() if at else ""})


@require_POST
@never_cache
def throw_away(request: HttpRequest) -> HttpResponse:
    """What is kept for a page is not wanted any more."""
    address, onward = request.POST.get("of", ""), request.POST.get("next", "/")
    if isinstance(request.user, Practitioner):
        writing.let_go(request, request.user, address)
    return pages.go(request, onward if writing.is_a_page(request, onward) else "/")
