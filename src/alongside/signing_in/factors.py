"""The second factor: codes from an app, passkeys, and recovery codes for when both are gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import signals
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from alongside import sealing
from alongside.agencies.models import Practitioner

APP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
WRONG_CODE = "The code is wrong, or was used before. Enter the one that your app shows now."
WRONG_PASSKEY = "That passkey was not accepted. Try again, or use another way."


class Secrets(DefaultMFAAdapter):
    """Secrets of the second factor are sealed in the database, and everything has our name and words."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_PASSKEY}

    def encrypt(self, text: str) -> str:
        return sealing.seal(text.encode(), purpose="second-factor").hex()

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(bytes.fromhex(encrypted_text), purpose="second-factor").decode()

    def _get_site_name(self) -> str:
        return "Alongside"


def required() -> bool:
    """Whether this installation lets nobody in without a second factor."""
    return bool(settings.SECOND_FACTOR == "required")


def of(practitioner: Practitioner) -> list[Authenticator]:
    """Everything by which they prove a second time who they are, the oldest first."""
    return list(Authenticator.objects.filter(user=practitioner).order_by("created_at", "pk"))


def any_of(practitioner: Practitioner) -> bool:
    """Whether they have a second factor. Recovery codes alone are none."""
    return Authenticator.objects.filter(user=practitioner, type__in=(APP, PASSKEY)).exists()


@transaction.atomic
def use_code(practitioner: Practitioner, code: str) -> Authenticator | None:
    """What the code proves, and None where it proves nothing. Each code is taken once, and none older than it."""
    held = Authenticator.objects.select_for_update().filter(user=practitioner, type__in=(APP, CODES))
    for authenticator in sorted(held, key=lambda one: one.type == CODES):
        if authenticator.type == APP:
            if _is_new(authenticator, code):
                return authenticator
        elif authenticator.wrap().validate_code(code):
            return authenticator
    return None


def _is_new(app: Authenticator, code: str) -> bool:
    counter = counter_of(decrypt(app.data["secret"]), code)
    if counter is None or counter <= app.data.get("last_counter", -1):
        return False
    app.data["last_counter"] = counter
    app.save(update_fields=("data",))
    return True


def counter_of(secret: str, code: str) -> int | None:
    """Which of the half minutes around now the code is for, if any."""
    for counter in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter))):
            return counter
    return None


@transaction.atomic
def add_app(request: HttpRequest, practitioner: Practitioner, secret: str, code: str) -> None:
    """Take codes of this app from now on; the one that proved it is used."""
    app = TOTP.activate(practitioner, secret).instance
    app.data["last_counter"] = counter_of(secret, code)
    app.save(update_fields=("data",))
    _added(request, practitioner, app)


@transaction.atomic
def add_passkey(
    request: HttpRequest, practitioner: Practitioner, name: str, credential: dict[str, Any]
) -> None:
    """Take this passkey from now on."""
    passkey = Authenticator.objects.create(
        user=practitioner, type=PASSKEY, data={"name": name, "credential": credential}
    )
    _added(request, practitioner, passkey)


def _added(request: HttpRequest, practitioner: Practitioner, added: Authenticator) -> None:
    _tell(signals.authenticator_added, request, practitioner, added)
    if not Authenticator.objects.filter(user=practitioner, type=CODES).exists():
        _tell(
            signals.authenticator_added, request, practitioner, RecoveryCodes.activate(practitioner).instance
        )


@transaction.atomic
def new_codes(request: HttpRequest, practitioner: Practitioner) -> None:
    """Ten recovery codes; those there were no longer work."""
    Authenticator.objects.filter(user=practitioner, type=CODES).delete()
    _tell(signals.authenticator_reset, request, practitioner, RecoveryCodes.activate(practitioner).instance)


def may_remove(practitioner: Practitioner, one: Authenticator) -> bool:
    """Whether it may go: where a second factor is required, the last one may not."""
    others = Authenticator.objects.filter(user=practitioner, type__in=(APP, PASSKEY)).exclude(pk=one.pk)
    return not required() or others.exists()


@transaction.atomic
def remove(request: HttpRequest, practitioner: Practitioner, one: Authenticator) -> None:
    """No longer take it. With the last of them the recovery codes go, which stood in for it."""
    one.delete()
    _tell(signals.authenticator_removed, request, practitioner, one)
    if not any_of(practitioner):
        Authenticator.objects.filter(user=practitioner).delete()


def _tell(
    signal: Any, request: HttpRequest, practitioner: Practitioner, authenticator: Authenticator
) -> None:
    signal.send(sender=Authenticator, request=request, user=practitioner, authenticator=authenticator)


@transaction.atomic
def take_away(practitioner: Practitioner) -> int:
    """Take somebody's second factors away and end their sign-ins. Gives how many factors there were.

    Whoever does it has to audit it and tell them. It lets nobody in: the password is still asked for, and where
    a second factor is required, a new one before anything else.
    """
    gone, _ = Authenticator.objects.filter(user=practitioner).delete()
    end(UserSession.objects.filter(user=practitioner))
    return gone


def end(sessions: Iterable[UserSession]) -> None:
    """End sign-ins, at once."""
    for session in sessions:
        session.end()
