"""What the library that signs people in may do here: less than it can."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from alongside.agencies.models import Practitioner
from alongside.audit import signing as audit
from alongside.signing_in import known_device, limits

WRONG = "The email address or the password is wrong. Check both and try again."


class Adapter(DefaultAccountAdapter):
    """Nobody can sign up. A wrong address, a wrong password and a closed account are answered alike."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "account_inactive": WRONG,
        "enter_current_password": "The current password is wrong. Enter the one you signed in with.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The practitioner, or None. A closed account is answered like an unknown one, and audited as closed.

        Raises ValidationError while too many wrong tries are counted, whether or not there is such an account.
        """
        email = str(credentials.get("email", ""))
        tries = limits.with_password(request, email, known_device.of(request, email))
        try:
            tries.begin()
        except ValidationError:
            audit.refused(email, "too-many")
            raise
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None and not user.is_active:
            audit.refused(email, "closed")
            return None
        if user is not None:
            tries.right()
        return user

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **signing_in: Any) -> HttpResponse:
        """Where they go once they are in. The browser is known from now on as one of theirs."""
        response: HttpResponse = super().post_login(request, user, **signing_in)
        known_device.remember(request, response, str(getattr(user, "email", "")))
        return response

    def add_message(self, *_: Any, **__: Any) -> None:
        """Nothing is said in the library's words: each page says itself what was done."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing is sent by the library, whose words are not ours."""


class Backend(AuthenticationBackend):
    """Who is asking, on each page: read with their posts, which every page goes on to ask for."""

    def get_user(self, user_id: UUID) -> Practitioner | None:
        practitioner = Practitioner.objects.with_posts(user_id)
        return practitioner if practitioner and self.user_can_authenticate(practitioner) else None
