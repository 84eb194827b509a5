"""Adding a passkey."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import SignupWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError

from alongside.agencies.models import Practitioner
from alongside.signing_in import factors


class AddForm(SignupWebAuthnForm):
    """What the passkey made, and what to call it."""

    name = forms.CharField(
        max_length=60, error_messages={"required": "Enter a name for the passkey, like “My telephone”"}
    )

    def __init__(self, practitioner: Practitioner, data: Any = None) -> None:
        super().__init__(user=practitioner, data=data, initial={"name": ""})
        self.fields["credential"].error_messages |= dict.fromkeys(
            ("required", "invalid"), factors.WRONG_PASSKEY
        )

    def clean(self) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except (KeyError, AttributeError, IndexError):
            raise ValidationError(factors.WRONG_PASSKEY) from None
        return cleaned
