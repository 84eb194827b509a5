"""What somebody enters to sign in, and to choose another password."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.core.exceptions import ValidationError


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

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        if password == self.cleaned_data.get("oldpassword"):
            raise ValidationError("Enter a password that is not the one you have")
        return password
