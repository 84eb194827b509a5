"""What stands around every page: where one may go, what one may see, in words. No query but the posts."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from alongside.access.policies import COVERING_ROLES, FRONT_DOOR_TEAM, SOCIAL_CARE_ROLES
from alongside.agencies.models import Practitioner, Role, Scope
from alongside.desk.offers import address
from alongside.partners.home import leads_safeguarding
from alongside.ui.frames import Frame, Link

KEEPS_AGREEMENTS = (Role.TEAM_MANAGER, Role.PRACTICE_SUPERVISOR, Role.ADMINISTRATOR)


def works_at_front_door(me: Scope) -> bool:
    return bool(me.areas_as(Role.SCREENER, *SOCIAL_CARE_ROLES, purpose=FRONT_DOOR_TEAM))


def works_in_social_care_team(me: Scope) -> bool:
    return bool(me.teams_as(*SOCIAL_CARE_ROLES))


def administers(me: Scope) -> bool:
    return bool(me.areas_as(Role.ADMINISTRATOR))


def anyone(me: Scope) -> bool:
    return True


#: The places of the main navigation: what each is called, its page, and who finds a link to it.
PLACES: tuple[tuple[str, str, Callable[[Scope], bool]], ...] = (
    ("My work", "desk:my-work", anyone),
    ("Front door", "referrals:front-door", works_at_front_door),
    ("Team", "desk:team", works_in_social_care_team),
    ("Your school", "partners:school", leads_safeguarding),
    ("Guidance", "explorer:home", anyone),
    ("Administration", "desk:administration", administers),
)

#: What one may open, said to the practitioner it is true of.
MAY_OPEN: tuple[tuple[str, Callable[[Scope], bool]], ...] = (
    ("the record of every child in this area, because you work at its front door", works_at_front_door),
    ("the records of children your team works with", works_in_social_care_team),
    (
        "the records of children whose conferences you chair",
        lambda me: Role.CONFERENCE_CHAIR in me.roles,
    ),
    ("your agency’s part of the work with the children it works with", lambda me: bool(me.partner_agencies)),
    ("figures, without opening anybody’s record", lambda me: Role.ANALYST in me.roles),
)


def frame_of(request: HttpRequest) -> Frame:
    """The frame of the page that answers this request; a bare one while nobody is signed in."""
    now, me = timezone.now(), getattr(request, "user", None)
    if not isinstance(me, Practitioner):
        return Frame(now=now)
    return Frame(
        now=now,
        area=_place_of_work(me.scope),
        practitioner=me.name,
        permissions=permissions(me),
        navigation=_navigation(request, me.scope),
        account=(
            Link("What happened to your referrals", address("referrals:mine")),
            Link("Shared with your agency", address("sharing:shared")),
            Link("Your organisation: self-assessment and plan", address("improvement:home")),
            *(
                [Link("Supervision", address("supervision:sessions"))]
                if works_in_social_care_team(me.scope)
                else []
            ),
            *([Link("Away and cover", address("desk:away"))] if me.scope.areas_as(*COVERING_ROLES) else []),
            *_agreements(me.scope),
            Link("What you may see and do", address("need_to_know:mine")),
            Link("What I have looked at", address("desk:what-i-looked-at")),
            Link("Keep your account safe", reverse("signing_in:safety")),
        ),
        search_href=address("desk:search"),
        sign_out_href=reverse("account_logout"),
        home_href=address("desk:my-work") or "/",
        emergency_href=address("need_to_know:emergency") if works_in_social_care_team(me.scope) else "",
        search_value=request.GET.get("q", "") if request.path == address("desk:search") else "",
    )


def _agreements(me: Scope) -> tuple[Link, ...]:
    """The agreements of the area one keeps, for who keeps any."""
    code = next((p.team.area.code for p in me.posts if p.team and p.role in KEEPS_AGREEMENTS), "")
    return (Link("Sharing agreements", address("sharing:agreements", code)),) if code else ()


def permissions(me: Practitioner) -> str:
    """Who this practitioner is and what they may open, in a sentence or two."""
    posts = "; ".join(str(post) for post in me.scope.posts)
    may = [words for words, applies in MAY_OPEN if applies(me.scope)]
    opens = f"You can see {'; and '.join(may)}." if may else "You cannot open anybody’s record."
    return f"{posts}. {opens}" if posts else f"You hold no post today. {opens}"


def _place_of_work(me: Scope) -> str:
    """The area of their first team; a partner agency's practitioner sees the agency's name instead."""
    for post in me.posts:
        return post.team.area.name if post.team else post.agency.name
    return ""


def _navigation(request: HttpRequest, me: Scope) -> tuple[Link, ...]:
    links = [(text, address(name)) for text, name, applies in PLACES if applies(me)]
    return tuple(
        Link(text, href, current=request.path == href or (href != "/" and request.path.startswith(href)))
        for text, href in links
        if href
    )
