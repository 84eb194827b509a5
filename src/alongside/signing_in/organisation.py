"""Signing in through one's organisation: OpenID Connect, to an account that is here already."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest

from alongside.agencies.models import Practitioner
from alongside.audit import signing as audit
from alongside.ui import pages

UNKNOWN = (
    "Your organisation says who you are, but nobody here has your e-mail address, or the account is closed. "
    "Ask whoever looks after Alongside in your area."
)
FAILED = (
    "Your organisation’s sign-in did not answer as it should, or you turned back. Try again, or ask them."
)


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """An account elsewhere opens the account here with the same verified e-mail address. It never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find whose account it is. Raises ImmediateHttpResponse where it is nobody's who may sign in."""
        if sociallogin.is_existing:
            if not sociallogin.user.is_active:
                self._refuse(request, sociallogin)
            return
        found = Practitioner.objects.filter(email__in=verified(sociallogin), is_active=True).first()
        if found is None:
            self._refuse(request, sociallogin)
        else:
            sociallogin.connect(request, found)

    def _refuse(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        audit.refused(next(iter(verified(sociallogin)), ""), "organisation")
        raise ImmediateHttpResponse(_page(request, UNKNOWN))

    def on_authentication_error(self, request: HttpRequest, *_: Any, **__: Any) -> None:
        audit.refused("", "organisation-failed")
        raise ImmediateHttpResponse(_page(request, FAILED))


def _page(request: HttpRequest, words: str) -> Any:
    return pages.render(request, "account/organisation_refused.html", {"words": words}, status=403)


def verified(sociallogin: SocialLogin) -> list[str]:
    """The e-mail addresses that the organisation says it has verified, and no others."""
    return [
        one.email.strip().lower() for one in sociallogin.email_addresses if one.verified is True and one.email
    ]


def name() -> str:
    """What the organisation's sign-in is called; nothing where there is none."""
    return str(settings.ORGANISATION_NAME)
