"""Search: one box on every page. It finds children, by themselves or through their family and where they live."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.desk.search_hits import SHOWN, Found, hits
from alongside.desk.search_terms import Terms, read
from alongside.moments import day_of
from alongside.ui.pages import render


@login_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Children who fit what was typed. If it is the name or number of only one, their record opens at once."""
    me, terms = practitioner_of(request), read(request.GET.get("q", ""), day_of(timezone.now()))
    asked = bool(terms.typed) and not terms.too_short
    found = hits(terms, me) if asked else Found([], more=False, nearly=False)
    if asked:
        _write_down(me, terms, len(found.hits))
    surely = [hit for hit in found.hits if hit.surely]
    if len(surely) == 1 and not found.more and not found.nearly:
        return HttpResponseRedirect(surely[0].href)
    return render(request, "desk/search.html", {
        "terms": terms,
        "asked": asked,
        "hits": found.hits,
        "more": found.more,
        "nearly": found.nearly,
        "shown": SHOWN,
        "may_refer": bool(me.scope.agencies),
    })  # fmt: skip


def _write_down(me: Practitioner, terms: Terms, found: int) -> None:
    """Write down that somebody searched, and how many they found: also nobody. Never what was typed.

    Each word is kept as a digest that only this installation can make, so that it can be asked later who
    looked for a name, by whoever knows the name.
    """
    area = next((post.team.area for post in me.scope.posts if post.team), None)
    write(
        Action.SEARCH, area=area, by=me, found=found, born=bool(terms.born),
        terms=[digest(word) for word in (terms.words or (terms.code.lower(),))],
    )  # fmt: skip


def digest(word: str) -> str:
    """A folded word, or a number in small letters, as the audit holds it."""
    return salted_hmac("alongside.desk.search", word, algorithm="sha256").hexdigest()[:32]
