"""Schools' notices about children they do not see here, at the front door: whom each is about, and what follows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.matching.asking import Described, asked_first, chosen
from alongside.matching.candidates import described
from alongside.partners import services
from alongside.partners.forms import SettleForm
from alongside.partners.models import SchoolNotice
from alongside.partners.services.school import words_of
from alongside.partners.services.settle_notice import waiting
from alongside.referrals.doors import child_named
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

Settled = SchoolNotice.Settled
SHOWN = 100


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Those that wait, the longest waiting first."""
    area = open_area(request, policies.SEE_FRONT_DOOR)
    found = [(one, words_of(one)) for one in waiting(area)[:SHOWN]]
    return render(request, "partners/unmatched_notices.html", {"area": area, "notices": found})


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, key: UUID) -> HttpResponse:
    """One of them: say whom it is about, make a referral, or say why nothing follows."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    found = waiting(area).filter(pk=key).first()
    if found is None:
        raise Http404("There is no notice here that you can open.")
    sent = SettleForm(request.POST) if request.method == "POST" else None
    return asked_first(
        request, sent, lambda answers: _described(found, answers), by=me, now=timezone.now()
    ) or ask(
        request, SettleForm, template="partners/unmatched_notice.html", check=False,
        context={"notice": found, "words": words_of(found)},
        act=lambda answers: _settle(request, me, found, answers),
        done=lambda done: (reverse("partners:unmatched-notices"), Told(done)),
    )  # fmt: skip


def _described(found: SchoolNotice, answers: dict[str, Any]) -> list[Described]:
    """The child of a referral that would make a new record, as the school describes them."""
    if answers["what"] != Settled.REFERRAL:
        return []
    given, _, family = found.child_name.strip().rpartition(" ")
    return [Described(found.child_name, described(given=given, family=family, born_on=found.born_on))]


def _settle(request: HttpRequest, me: Practitioner, found: SchoolNotice, answers: dict[str, Any]) -> str:
    now = timezone.now()
    if answers["what"] == Settled.MATCHED:
        services.match_notice(by=me, notice=found, child=child_named(me, answers["reference"]), now=now)
        return "The notice stands with the child’s record"
    if answers["what"] == Settled.REFERRAL:
        (known,) = chosen(request, _described(found, answers), by=me)
        services.refer_notice(by=me, notice=found, known=known, now=now)
        return "The referral is on the board"
    services.set_notice_aside(by=me, notice=found, because=answers["because"], now=now)
    return "No further action, and why, is recorded"
