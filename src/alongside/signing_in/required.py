"""Where a second factor is required, nobody goes further than setting one up."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.signing_in import factors
from alongside.ui import pages

Handler = Callable[[HttpRequest], HttpResponse]
#: Set in the session of whoever is known to have a second factor.
HAS_ONE = "has_second_factor"
OWN_PAGES = "/account/"


def is_held(request: HttpRequest) -> bool:
    """Whether this sign-in has to set up a second factor first."""
    if not factors.required() or not isinstance(request.user, Practitioner) or request.session.get(HAS_ONE):
        return False
    if factors.any_of(request.user) or _had_one_elsewhere(request):
        request.session[HAS_ONE] = True
        return False
    return True


def _had_one_elsewhere(request: HttpRequest) -> bool:
    """Whether they came through their organisation, which asks for a second factor itself."""
    records = get_authentication_records(request, request.user) if settings.SECOND_FACTOR_ELSEWHERE else []
    return any(record["method"] == "socialaccount" for record in records)


def held_until_second_factor(get_response: Handler) -> Handler:
    """Show whoever has no second factor yet, and needs one, the page where they set it up."""

    def handle(request: HttpRequest) -> HttpResponse:
        allowed = request.path.startswith(OWN_PAGES) or request.path in {
            reverse("account_change_password"), reverse("password_changed"), reverse("account_logout"),
        }  # fmt: skip
        if not allowed and is_held(request):
            return pages.go(request, reverse("signing_in:safety"))
        return get_response(request)

    return handle
