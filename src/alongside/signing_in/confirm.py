"""The page that asks again who somebody is."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.signing_in.recent import back_to
from alongside.signing_in.signed_in import me
from alongside.ui import pages

WRONG = "The password is wrong. Enter the one you sign in with."


class PasswordForm(forms.Form):
    """The password of whoever is signed in, counted with wrong passwords at the sign-in page."""

    password = forms.CharField(strip=False, error_messages={"required": "Enter your password"})

    def __init__(self, request: HttpRequest, *args: object) -> None:
        super().__init__(*args)
        self.request = request

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        practitioner = me(self.request)
        found = get_adapter().authenticate(self.request, email=practitioner.email, password=password)
        if found is None or found.pk != practitioner.pk:
            raise ValidationError(WRONG)
        return password


@never_cache
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask for the password again, and go back to what was asked for."""
    practitioner = me(request)
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        record_authentication(request, practitioner, method="password", reauthenticated=True)
        confirmed(practitioner, "password")
        return pages.go(request, back_to(request))
    return pages.render(request, "account/confirm.html", {"form": form, "next": back_to(request)})


def confirmed(practitioner: Practitioner, how: str) -> None:
    """Audit that they proved again who they are. how: "password", "code" or "passkey"."""
    write(Action.CREDENTIAL, area=None, by=practitioner, what="confirmed", how=how)
