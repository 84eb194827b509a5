"""The forms by which somebody proves who they are: a password, a code, a passkey."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from alongside.agencies.models import Practitioner
from alongside.signing_in import factors, known_device, limits

WRONG_PASSWORD = "The password is wrong. Enter the one you sign in with."  # noqa: S105 - words, not a password


class PasswordForm(forms.Form):
    """The password of whoever is signed in, counted with wrong passwords at the sign-in page."""

    password = forms.CharField(strip=False, error_messages={"required": "Enter your password"})

    def __init__(self, request: HttpRequest, practitioner: Practitioner, data: Any = None) -> None:
        super().__init__(data)
        self.request, self.practitioner = request, practitioner

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        found = get_adapter().authenticate(self.request, email=self.practitioner.email, password=password)
        if found is None or found.pk != self.practitioner.pk:
            raise ValidationError(WRONG_PASSWORD)
        return password


class CodeForm(forms.Form):
    """A code from the app, or a recovery code. Each is taken once."""

    code = forms.CharField(max_length=20, error_messages={"required": "Enter the code"})
    authenticator: Authenticator

    def __init__(self, request: HttpRequest, practitioner: Practitioner, data: Any = None) -> None:
        super().__init__(data)
        self.request, self.practitioner = request, practitioner

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        who = self.practitioner
        tries = limits.with_code(self.request, str(who.pk), known_device.of(self.request, who.email))
        tries.begin()
        found = factors.use_code(who, code)
        if found is None:
            signals.authentication_failed.send(
                sender=Authenticator,
                request=self.request,
                user=who,
                authenticator=None,
                reauthentication=False,
            )
            raise ValidationError(factors.WRONG_CODE)
        tries.right()
        self.authenticator = found
        return code


class PasskeyForm(AuthenticateWebAuthnForm):
    """What a passkey signed. Nothing in it can be guessed, so wrong ones are not counted."""

    def clean_credential(self) -> Authenticator:
        try:
            found: Authenticator = super().clean_credential()
        except (KeyError, AttributeError, IndexError):
            raise ValidationError(factors.WRONG_PASSKEY) from None
        return found
