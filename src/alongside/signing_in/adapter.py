"""What the library that signs people in may do here: less than it can."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from alongside.agencies.models import Practitioner
from alongside.audit import signing as audit

WRONG = "The email address or the password is wrong. Check both and try again."
TOO_MANY = (
    "There have been too many tries with a wrong password. Wait 5 minutes and try again, "
    "or ask whoever looks after Alongside in your area."
)


class Adapter(DefaultAccountAdapter):
    """Nobody can sign up. A wrong address, a wrong password and a closed account are answered alike."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "account_inactive": WRONG,
        "too_many_login_attempts": TOO_MANY,
        "enter_current_password": "The current password is wrong. Enter the one you signed in with.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The practitioner, or None. A closed account is answered like an unknown one, and audited as closed."""
        address = str(credentials.get("email", ""))
        try:
            user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        except ValidationError:
            audit.refused(address, "too-many")
            raise
        if user is not None and not user.is_active:
            audit.refused(address, "closed")
            return None
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing is sent by the library, whose words are not ours."""


class Backend(AuthenticationBackend):
    """Who is asking, on each page: read with their posts, which every page goes on to ask for."""

    def get_user(self, user_id: UUID) -> Practitioner | None:
        practitioner = Practitioner.objects.with_posts(user_id)
        return practitioner if practitioner and self.user_can_authenticate(practitioner) else None
