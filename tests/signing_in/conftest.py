"""People with a second factor, and the codes that their apps would show."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from alongside.agencies.models import Practitioner
from tests.cast import PASSWORD

NOW = time.time()
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code(half_minutes_later: int = 0) -> str:
    """What an app with the key shows now, or some half minutes later."""
    return shown_by_app(KEY, half_minutes_later)


def shown_by_app(key: str, half_minutes_later: int = 0) -> str:
    """What an app with this key shows."""
    return format_hotp_value(hotp_value(key, int(NOW) // 30 + half_minutes_later))


@pytest.fixture(autouse=True)
def within_one_half_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """No half minute ends in the middle of a test."""
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: NOW))


@pytest.fixture
def with_app(dana: Practitioner) -> Practitioner:
    """Dana, whose app shows the codes that ``code`` gives."""
    TOTP.activate(dana, KEY)
    RecoveryCodes.activate(dana)
    return dana


def recovery_codes_of(practitioner: Practitioner) -> list[str]:
    found: list[str] = (
        Authenticator.objects.get(user=practitioner, type="recovery_codes").wrap().get_unused_codes()
    )
    return found


SignIn = Callable[..., Client]


@pytest.fixture
def signed_in() -> SignIn:
    """`signed_in(practitioner)`: a browser in which they entered their password just now."""

    def sign_in(practitioner: Practitioner, browser: Client | None = None, **extra: str) -> Client:
        browser = browser or Client()
        browser.post("/sign-in/", {"login": practitioner.email, "password": PASSWORD, **extra})
        return browser

    return sign_in
