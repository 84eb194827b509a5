"""Search: one box on every page. It finds children, by themselves or through their family and where they live."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.desk.search_hits import SHOWN, hits
from alongside.desk.search_terms import read
from alongside.moments import day_of
from alongside.ui.pages import render


@login_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Children who fit what was typed. If it is the name or number of only one, their record opens at once."""
    me, terms = practitioner_of(request), read(request.GET.get("q", ""), day_of(timezone.now()))
    asked = bool(terms.typed) and not terms.too_short
    found, more = hits(terms, me) if asked else ([], False)
    surely = [hit for hit in found if hit.surely]
    if len(surely) == 1 and not more:
        return HttpResponseRedirect(surely[0].href)
    return render(request, "desk/search.html", {
        "terms": terms,
        "asked": asked,
        "hits": found,
        "more": more,
        "shown": SHOWN,
        "may_refer": bool(me.scope.agencies),
    })  # fmt: skip
