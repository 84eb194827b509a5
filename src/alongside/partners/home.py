"""My work for those who work with children from a partner agency: what is asked, whom they work with, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from alongside.access.policies import SEE_NOTICE
from alongside.agencies.models import Agency, Practitioner, Role, Scope
from alongside.contexts.mine import mine_in, mine_lists
from alongside.facts import Fact, listed_as
from alongside.front_door.models import Receipt
from alongside.improvement.mine import planned_in, planned_lists
from alongside.moments import day_of
from alongside.need_to_know.unfinished import unfinished_in, unfinished_lists
from alongside.notices.models import Notice
from alongside.partners.asking import asked_of
from alongside.partners.children import children_of
from alongside.referrals.models import Referral
from alongside.ui.pages import render

KNOWN = "children-after"
SHOWN, SHOWN_TOLD = 20, 5


def is_for(me: Practitioner) -> bool:
    """Whether all of their posts are in partner agencies."""
    return bool(me.scope.posts) and all(
        post.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE for post in me.scope.posts
    )


def agencies_of(me: Scope) -> list[str]:
    """The partner agencies in which they hold posts, by name."""
    return sorted({post.agency.name for post in me.posts if post.agency_id in me.partner_agencies})


def leads_safeguarding(me: Scope) -> bool:
    """Whether they lead on safeguarding at a school."""
    return any(
        post.role == Role.SAFEGUARDING_LEAD and post.agency.sector == Agency.Sector.EDUCATION
        for post in me.posts
    )


def home(request: HttpRequest, me: Practitioner) -> HttpResponse:
    """The first page of a school, a health visitor, the police, a housing officer, a charity."""
    return render(request, "partners/home.html", of_agency(me, request.GET.get(KNOWN, "")))


def of_agency(me: Practitioner, after: str = "") -> dict[str, Any]:
    """What the page shows. Two queries, however many children."""
    today = day_of(timezone.now())
    known, more = children_of(me, today, after)
    asked, others = asked_of(me, today, also=(
        _notices(me), _referrals(me), *unfinished_lists(me), *mine_lists(me, today, of_agency=True), *planned_lists(me),
    ))  # fmt: skip
    return {
        "agencies": agencies_of(me.scope),
        "asked": asked,
        "places": mine_in(others),
        "planned": planned_in(others),
        "known": known,
        "more_known": f"?{urlencode({KNOWN: more})}" if more else "",
        "begun": bool(after),
        # Brothers and sisters referred in one go were told the same.
        "told": sorted(
            {_told(row) for row in others.get("told", [])}, key=lambda one: (one.on, one.words), reverse=True
        ),
        "notices": sorted(
            (_notice(row) for row in others.get("notice", [])), key=lambda one: one.made_at, reverse=True
        ),
        "leads_safeguarding": leads_safeguarding(me.scope),
        "unfinished": unfinished_in(others, me),
    }


@dataclass(frozen=True, slots=True)
class Told:
    """A referral this practitioner made: when, under which reference, and what they were told."""

    on: date
    reference: str
    submission: UUID
    decided_on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class ToKnow:
    """A notice, as a list shows it."""

    pk: UUID
    words: str
    link: str
    made_at: datetime
    team: str


def _notices(me: Practitioner) -> QuerySet[Any]:
    """What they have been told and have not seen. name: the link. role: to which team. detail: the words."""
    unseen = SEE_NOTICE.filter(Notice.objects.filter(seen_at=None), me)
    latest = unseen.order_by("-made_at", "-id").values("pk")[:SHOWN]
    return listed_as("notice", Notice.objects.filter(pk__in=latest), name="link", role="team__name",
                     detail="words", at="made_at", key="pk")  # fmt: skip


def _referrals(me: Practitioner) -> QuerySet[Any]:
    """Their latest referrals. name: the reference of the receipt. detail: what they were told. key: the submission's."""
    latest = Referral.objects.filter(referrer=me).order_by("-received_on", "-id").values("pk")[:SHOWN_TOLD]
    receipt = Receipt.objects.filter(submission=OuterRef("submission")).values("reference")[:1]
    return listed_as(
        "told", Referral.objects.filter(pk__in=latest), name=Subquery(receipt, output_field=TextField()),
        from_on="received_on", to_on="decision__decided_on", detail="decision__to_tell_referrer", key="submission",
    )  # fmt: skip


def _told(row: Fact) -> Told:
    assert row.from_on is not None
    assert row.key is not None
    return Told(
        on=row.from_on, reference=row.name, submission=row.key, decided_on=row.to_on, words=row.detail
    )


def _notice(row: Fact) -> ToKnow:
    assert row.at is not None
    assert row.key is not None
    return ToKnow(pk=row.key, words=row.detail, link=row.name, made_at=row.at, team=row.role)
