"""The page that asks again who somebody is: by their password, a code, or a passkey."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.signing_in import factors, organisation
from alongside.signing_in.proofs import CodeForm, PasskeyForm, PasswordForm
from alongside.signing_in.recent import back_to
from alongside.signing_in.signed_in import me
from alongside.ui import pages


@never_cache
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask again who it is, and go back to what was asked for."""
    practitioner = me(request)
    how, form = _sent(request, practitioner)
    if form.is_bound and form.is_valid():
        record_authentication(request, practitioner, method=how, reauthenticated=True)
        write(Action.CREDENTIAL, area=None, by=practitioner, what="confirmed", how=how)
        return pages.go(request, back_to(request))
    has = {one.type for one in factors.of(practitioner)}
    return pages.render(request, "account/confirm.html", {
        "form": form, "how": how, "next": back_to(request), "organisation": organisation.name(), "has_code": bool(has - {factors.PASSKEY}),
        "has_password": practitioner.has_usable_password(),
        "passkey": passkey_options(practitioner) if factors.PASSKEY in has else "",
    })  # fmt: skip


def _sent(request: HttpRequest, practitioner: Practitioner) -> tuple[str, forms.Form]:
    """By what they prove it, and the form of that; a password where they have said nothing yet."""
    sent = request.POST if request.method == "POST" else None
    if sent and "credential" in sent:
        return "passkey", PasskeyForm(user=practitioner, data=sent)
    by_code = request.GET.get("by") == "code" or not practitioner.has_usable_password()
    if (sent and "code" in sent) or (sent is None and by_code):
        return "code", CodeForm(request, practitioner, sent)
    return "password", PasswordForm(request, practitioner, sent)


def passkey_options(practitioner: Practitioner) -> str:
    """What the browser needs in order to ask for one of their passkeys, as JSON."""
    options: dict[str, Any] = begin_authentication(practitioner)
    return json.dumps(options)
