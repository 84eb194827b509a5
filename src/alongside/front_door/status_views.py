"""The receipt of a referral, how it stands, and saying that one is not happy: by a secret link."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import practitioner_of
from alongside.front_door import following
from alongside.front_door.models import Receipt
from alongside.referrals.doors import referrals_sent
from alongside.ui.forms import Form, LongTextField, TextField
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


class UnhappyForm(Form):
    """What somebody is not happy with."""

    reason = LongTextField(
        label="What are you not happy with?", missing="Say what you are not happy with", limit=following.LONGEST_REASON,
        help_text="For example: you heard nothing, or you think the decision leaves a child at risk.",
    )  # fmt: skip
    contact = TextField(label="How can we reach you about it?", required=False)


def _receipt(secret: str) -> Receipt:
    receipt = following.receipt_with(secret)
    if receipt is None:
        raise Http404("There is nothing here.")
    return receipt


@login_not_required
@never_cache
@require_safe
def receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """The receipt: reference, time, what happens next and by when. Made to be printed."""
    status = following.status_of(_receipt(secret))
    link = request.build_absolute_uri(reverse("front_door:status", args=(secret,)))
    return render(request, "front_door/receipt.html", {"status": status, "link": link, "secret": secret})


@login_not_required
@never_cache
@require_safe
def status(request: HttpRequest, secret: str) -> HttpResponse:
    """How the referral stands."""
    return render(
        request, "front_door/status.html", {"status": following.status_of(_receipt(secret)), "secret": secret}
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def unhappy(request: HttpRequest, secret: str) -> HttpResponse:
    """Say that one is not happy with what happened."""
    about = _receipt(secret)
    return ask(
        request, UnhappyForm, template="front_door/unhappy.html", check=False, context={"secret": secret},
        act=lambda answers: following.say_unhappy(
            submission=about.submission, area=about.area, by=None, now=timezone.now(), **answers
        ),
        done=lambda said: (
            reverse("front_door:status", args=(secret,)),
            Told("We have what you said", ("A manager at the front door looks at it again and answers you.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def unhappy_with_own(request: HttpRequest, submission: UUID) -> HttpResponse:
    """Say that one is not happy with what happened to a referral one made with an account."""
    first = referrals_sent(request, submission)[0]
    return ask(
        request, UnhappyForm, template="front_door/unhappy.html", check=False, context={"submission": submission},
        act=lambda answers: following.say_unhappy(
            submission=submission, area=first.area, by=practitioner_of(request), now=timezone.now(), **answers
        ),
        done=lambda said: (
            reverse("referrals:sent", args=(submission,)),
            Told("We have what you said", ("A manager at the front door looks at it again and answers you.",)),
        ),
    )  # fmt: skip
