"""My work for those who work with children from a partner agency: what is asked, whom they work with, what came of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from alongside.access.policies import SEE_NOTICE
from alongside.agencies.models import Agency, Practitioner, Role
from alongside.moments import day_of
from alongside.notices.models import Notice
from alongside.partners.asking import asked_of
from alongside.partners.children import children_of
from alongside.referrals.models import Referral
from alongside.ui.pages import render

KNOWN = "children-after"
SHOWN = 20


def is_for(me: Practitioner) -> bool:
    """Whether all of their posts are in partner agencies."""
    return bool(me.scope.posts) and all(
        post.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE for post in me.scope.posts
    )


def leads_safeguarding(me: Practitioner) -> bool:
    """Whether they lead on safeguarding at a school."""
    return any(
        post.role == Role.SAFEGUARDING_LEAD and post.agency.sector == Agency.Sector.EDUCATION
        for post in me.scope.posts
    )


def home(request: HttpRequest, me: Practitioner) -> HttpResponse:
    """The first page of a school, a health visitor, the police, a housing officer, a charity."""
    return render(request, "partners/home.html", of_agency(me, request.GET.get(KNOWN, "")))


def of_agency(me: Practitioner, after: str = "") -> dict[str, Any]:
    """What the page shows. Four queries, however many children."""
    today = day_of(timezone.now())
    known, more = children_of(me, today, after)
    return {
        "agencies": sorted({post.agency.name for post in me.scope.posts}),
        "asked": asked_of(me, today),
        "known": known,
        "more_known": f"?{urlencode({KNOWN: more})}" if more else "",
        "begun": bool(after),
        "told": told_by(me),
        "notices": notices_to(me),
        "leads_safeguarding": leads_safeguarding(me),
    }


def notices_to(me: Practitioner) -> list[Notice]:
    """What they have been told and have not seen. One query."""
    return list(SEE_NOTICE.filter(Notice.objects.unseen(), me).latest_first().select_related("team")[:SHOWN])


def told_by(me: Practitioner) -> list[Referral]:
    """The latest referrals this practitioner made, with what became of them. One query."""
    mine = Referral.objects.filter(referrer=me).select_related("decision", "case__child")
    return list(mine.order_by("-received_on", "-id")[:5])
