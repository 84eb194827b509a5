"""The pages on which somebody keeps their own account safe."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import clear_totp_secret, get_totp_secret, validate_totp_code
from allauth.mfa.webauthn.internal.auth import begin_registration
from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache

from alongside.agencies.models import Practitioner
from alongside.signing_in import factors, passkeys, required
from alongside.signing_in.recent import require_recent
from alongside.signing_in.signed_in import me
from alongside.ui import pages

View = Callable[..., HttpResponse]
LAST_ONE = "Everybody here needs a second factor, and this is your only one. Set up another first; then take this away."


def own(view: View) -> View:
    """A page about one's own account, for whoever proved lately who they are."""

    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return require_recent(request) or view(request, me(request), *args, **kwargs)

    return shown


@never_cache
def safety(request: HttpRequest) -> HttpResponse:
    """Everything by which one's account is kept safe."""
    held = factors.of(me(request))
    codes = next((one for one in held if one.type == factors.CODES), None)
    return pages.render(request, "account/safety.html", {
        "app": next((one for one in held if one.type == factors.APP), None),
        "passkeys": [(one, one.wrap().name) for one in held if one.type == factors.PASSKEY],
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "required": factors.required(), "has_password": me(request).has_usable_password(),
    })  # fmt: skip


class AppForm(forms.Form):
    """The first code that the app shows."""

    code = forms.CharField(max_length=10, error_messages={"required": "Enter the code that your app shows"})

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.secret = get_totp_secret(regenerate=not self.is_bound)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not validate_totp_code(self.secret, code):
            raise ValidationError(
                "That is not the code that this key makes. Enter the one your app shows now."
            )
        return code


@own
def add_app(request: HttpRequest, practitioner: Practitioner) -> HttpResponse:
    """Set up an app that makes codes."""
    if Authenticator.objects.filter(user=practitioner, type=factors.APP).exists():
        return pages.go(request, reverse("signing_in:safety"))
    form = AppForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        factors.add_app(request, practitioner, form.secret, form.cleaned_data["code"])
        clear_totp_secret(request)
        return _added(request, "Codes from your app are asked for when you sign in")
    url = get_adapter().build_totp_url(practitioner, form.secret)
    return pages.render(request, "account/add_app.html", {
        "form": form, "picture": drawn(url), "app_href": url,
        "key": " ".join(form.secret[at : at + 4] for at in range(0, len(form.secret), 4)),
    })  # fmt: skip


def drawn(url: str) -> str:
    """The address as a QR code, as SVG to stand in the page."""
    svg: str = get_adapter().build_totp_svg(url)
    told = '<svg class="app-qr" role="img" aria-label="QR code for your app"'
    # Made by the library from an address that it encodes; nothing typed stands in it.
    return mark_safe(svg[svg.index("<svg") :].replace("<svg", told, 1))  # noqa: S308


@own
def add_passkey(request: HttpRequest, practitioner: Practitioner) -> HttpResponse:
    """Add a passkey: a fingerprint, a face, a screen lock or a security key."""
    form = passkeys.AddForm(practitioner, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        name, credential = form.cleaned_data["name"], form.cleaned_data["credential"]
        factors.add_passkey(request, practitioner, name, credential)
        return _added(request, "Your passkey is asked for when you sign in")
    options = json.dumps(begin_registration(practitioner, False))
    return pages.render(request, "account/add_passkey.html", {"form": form, "options": options})


def _added(request: HttpRequest, done: str) -> HttpResponse:
    """On to the recovery codes, where they were made just now."""
    request.session[required.HAS_ONE] = True
    codes = Authenticator.objects.get(user=me(request), type=factors.CODES)
    to = "signing_in:safety" if codes.wrap().did_view else "signing_in:recovery-codes"
    return pages.go(request, reverse(to), pages.Told(done))


@own
def recovery_codes(request: HttpRequest, practitioner: Practitioner) -> HttpResponse:
    """Show the recovery codes, once; make new ones."""
    if not factors.any_of(practitioner):
        return pages.go(request, reverse("signing_in:safety"))
    if request.method == "POST":
        factors.new_codes(request, practitioner)
        return pages.go(request, reverse("signing_in:recovery-codes"))
    codes = Authenticator.objects.get(user=practitioner, type=factors.CODES).wrap()
    left, seen = codes.get_unused_codes(), codes.did_view
    codes.mark_as_viewed()
    return pages.render(
        request, "account/recovery_codes.html", {"codes": [] if seen else left, "left": len(left)}
    )


@own
def remove(request: HttpRequest, practitioner: Practitioner, key: int) -> HttpResponse:
    """Take away an app or a passkey."""
    one = Authenticator.objects.filter(user=practitioner, pk=key).exclude(type=factors.CODES).first()
    if one is None:
        raise Http404
    refused = "" if factors.may_remove(practitioner, one) else LAST_ONE
    name = "your app" if one.type == factors.APP else f"the passkey “{one.wrap().name}”"
    if request.method == "POST" and not refused:
        factors.remove(request, practitioner, one)
        request.session.pop(required.HAS_ONE, None)
        return pages.go(request, reverse("signing_in:safety"), pages.Told("It is no longer asked for"))
    status = 422 if request.method == "POST" else None
    return pages.render(
        request, "account/remove_factor.html", {"name": name, "refused": refused}, status=status
    )
