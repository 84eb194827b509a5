"""Signing in, signing out, and changing one's password, on our own pages."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.signing_in import organisation, temporary
from alongside.signing_in.adapter import Adapter
from alongside.signing_in.forms import NewPasswordForm, SignInForm
from alongside.ui import pages


class OnOurPages:
    """Show the library's pages in our frame; a form with errors is answered 422."""

    request: HttpRequest
    template_name: str

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        form: forms.Form = context["form"]
        shown = {"form": form, "next": context.get("redirect_field_value", ""), **self.shown_too()}
        return pages.render(self.request, self.template_name, shown)

    def shown_too(self) -> dict[str, Any]:
        """What else the page shows."""
        return {}


class SignIn(OnOurPages, LoginView):
    template_name = "account/sign_in.html"
    form_class = SignInForm

    def shown_too(self) -> dict[str, Any]:
        return {"organisation": organisation.name()}


class ChangePassword(OnOurPages, PasswordChangeView):
    template_name = "account/change_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("password_changed")

    def shown_too(self) -> dict[str, Any]:
        return {"temporary": temporary.is_held(self.request)}


sign_in = login_not_required(SignIn.as_view())
change_password = ChangePassword.as_view()


@never_cache
def password_changed(request: HttpRequest) -> HttpResponse:
    return pages.render(request, "account/password_changed.html")


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the sign-in. Only by a form of ours, so that no link elsewhere can do it.

    The browser is told to throw away the pages it holds, for whoever presses “back” on a shared computer.
    """
    Adapter(request).logout(request)
    response = pages.go(request, str(reverse_lazy("account_login")))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
