"""Staying signed in; and leaving what one typed behind, to find it again."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.signing_in import kept
from alongside.signing_in.recent import back_to
from alongside.signing_in.signed_in import me
from alongside.ui import pages


@require_POST
@never_cache
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody is here: being asked is enough, because every page counts as one."""
    if request.headers.get("X-Requested-With") == "stay":
        return HttpResponse(status=204)
    return pages.go(request, back_to(request))


@require_POST
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """The time is over: keep what stands on the page, and end the sign-in."""
    address = kept.page_of(request)
    kept.keep(me(request), address, kept.fields_of(request.POST), now=timezone.now())
    logout(request)
    return redirect_to_login(address)


@require_POST
@never_cache
def forget(request: HttpRequest) -> HttpResponse:
    """What is kept for a page is in their hands again, or not wanted."""
    address = back_to(request)
    kept.let_go(request, me(request), address)
    return pages.go(request, address)
