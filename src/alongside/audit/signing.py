"""Sign-ins, refused sign-ins, sign-outs and changes to how somebody signs in.

The library that signs people in says when it does; nothing else in the service would know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from django.apps import apps
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import Signal

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.digests import keyed
from alongside.audit.writing import write


def listen() -> None:
    """Write a row whenever somebody signs in or out, or is refused."""
    user_logged_in.connect(_signed_in, dispatch_uid="audit.signed-in")
    user_logged_out.connect(_signed_out, dispatch_uid="audit.signed-out")
    user_login_failed.connect(_refused, dispatch_uid="audit.refused")
    for what, signal in _credentials():
        signal.connect(_Changed(what), weak=False, dispatch_uid=f"audit.{what}")


def _credentials() -> Iterator[tuple[str, Signal]]:
    yield "password-changed", password_changed
    if apps.is_installed("allauth.mfa"):
        from allauth.mfa import signals

        signals.authentication_failed.connect(_factor_refused, dispatch_uid="audit.factor-refused")
        yield "factor-added", signals.authenticator_added
        yield "factor-removed", signals.authenticator_removed
        yield "factors-made-again", signals.authenticator_reset


def refused(address: str, why: str) -> None:
    """Write that somebody was refused who gave this e-mail address, which itself is not kept."""
    address = keyed(address.strip().lower(), "address")
    write(Action.SIGN_IN_REFUSED, area=None, actor_kind="public", address=address, why=why)


def _signed_in(sender: Any, user: Any, **_: Any) -> None:
    write(Action.SIGN_IN, area=None, by=user)


def _signed_out(sender: Any, user: Any, **_: Any) -> None:
    if isinstance(user, Practitioner):
        write(Action.SIGN_OUT, area=None, by=user)


def _refused(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    refused(str(credentials.get("email") or credentials.get("username") or ""), "wrong")


def _factor_refused(sender: Any, user: Any, **_: Any) -> None:
    write(Action.SIGN_IN_REFUSED, area=None, by=user, why="second-factor")


class _Changed:
    """Writes that somebody changed how they sign in."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __call__(self, sender: Any, user: Any, **_: Any) -> None:
        write(Action.CREDENTIAL, area=None, by=user, what=self.what)
