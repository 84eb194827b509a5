"""Signing in, signing out, and changing one's password.

django-allauth does the signing in: it counts attempts, and it takes as long to refuse a stranger as
a practitioner. Nobody can sign up: practitioners are added by whoever looks after the area. A wrong
address, a wrong password and a closed account are answered with the same words.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.views import LoginView, PasswordChangeView
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.agencies.models import Practitioner
from alongside.audit import signing as audit
from alongside.ui import pages

WRONG = "The email address or the password is wrong. Check both and try again."
TOO_MANY = (
    "There have been too many tries with a wrong password. Wait 5 minutes and try again, "
    "or ask whoever looks after Alongside in your area."
)


class Adapter(DefaultAccountAdapter):
    """What allauth may do here: less than it can."""

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
        """Nothing is sent: this installation has no post office."""


class Backend(AuthenticationBackend):
    """Who is asking, on each page: read with their posts, which every page goes on to ask for."""

    def get_user(self, user_id: UUID) -> Practitioner | None:
        practitioner = Practitioner.objects.with_posts(user_id)
        return practitioner if practitioner and self.user_can_authenticate(practitioner) else None


class SignInForm(LoginForm):
    """Who you are, and your password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages |= {
            "required": "Enter your email address",
            "invalid": "Enter an email address in the correct format, like name@example.org",
        }
        self.fields["password"].error_messages["required"] = "Enter your password"


class NewPasswordForm(ChangePasswordForm):
    """The password you have, and the one you want."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, missing in {
            "oldpassword": "Enter your current password",
            "password1": "Enter a new password",
            "password2": "Enter the new password again",
        }.items():
            self.fields[name].error_messages["required"] = missing


class _OnOurPages:
    """Show allauth's pages in our frame; a form with errors is answered 422."""

    request: HttpRequest
    template_name: str

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        form: forms.Form = context["form"]
        shown = {"form": form, "next": context.get("redirect_field_value", "")}
        return pages.render(self.request, self.template_name, shown)


class SignIn(_OnOurPages, LoginView):
    template_name = "account/sign_in.html"
    form_class = SignInForm


class ChangePassword(_OnOurPages, PasswordChangeView):
    template_name = "account/change_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("password_changed")


sign_in = login_not_required(SignIn.as_view())
change_password = ChangePassword.as_view()


@never_cache
def password_changed(request: HttpRequest) -> HttpResponse:
    return pages.render(request, "account/password_changed.html")


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the sign-in. Only by a form of ours, so that no link elsewhere can do it."""
    Adapter(request).logout(request)
    return pages.go(request, str(reverse_lazy("account_login")))
