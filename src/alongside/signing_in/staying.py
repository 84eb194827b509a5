"""Staying signed in; and leaving what one typed behind, to find it again."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.drafts import writing
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
    address = writing.page_of(request)
    writing.keep(me(request), address, writing.typed_in(request.POST), now=timezone.now())
    logout(request)
    return redirect_to_login(address)
