"""The second step of signing in, for whoever has a second factor."""

from __future__ import annotations

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginStage
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.stages import AuthenticateStage
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from alongside.agencies.models import Practitioner
from alongside.signing_in import factors
from alongside.signing_in.confirm import passkey_options
from alongside.signing_in.proofs import CodeForm, PasskeyForm
from alongside.ui import pages


@never_cache
@login_not_required
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for a code or a passkey; then they are signed in."""
    stage: LoginStage = request._login_stage  # type: ignore[attr-defined]
    practitioner = stage.login.user
    assert isinstance(practitioner, Practitioner)
    sent = request.POST if request.method == "POST" else None
    if sent and "credential" in sent:
        by_passkey = PasskeyForm(user=practitioner, data=sent)
        if by_passkey.is_valid():
            post_authentication(request, by_passkey.cleaned_data["credential"])
            return _on(stage)
        form = CodeForm(request, practitioner)
        said = factors.WRONG_PASSKEY
    else:
        form, said = CodeForm(request, practitioner, sent), ""
        if form.is_bound and form.is_valid():
            post_authentication(request, form.authenticator)
            return _on(stage)
    has = {one.type for one in factors.of(practitioner)}
    return pages.render(request, "account/second_step.html", {
        "form": form, "said": said, "next": "", "has_app": factors.APP in has,
        "passkey": passkey_options(practitioner) if factors.PASSKEY in has else "",
    }, status=422 if said else None)  # fmt: skip


def _on(stage: LoginStage) -> HttpResponse:
    response: HttpResponse = stage.exit()
    return response
