"""Pages about access that are not about one child: emergencies, conflicts, teams, rules, and the policies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.access.marks import READERS
from alongside.access.models import Seal
from alongside.access.rules_of_areas import SOURCE, rules_on
from alongside.agencies.models import Role, Team
from alongside.moments import day_of
from alongside.need_to_know import conflicts, emergencies, forms, found, mine, reviewing, rule_setting
from alongside.need_to_know.doors import open_report, open_team
from alongside.signing_in.recent import require_recent
from alongside.ui.pages import Told, go, refusals_shown_on, render
from alongside.ui.steps import ask

#: Minutes for which somebody has proved who they are, when an emergency is asked for and when it is sent.
SHOWN_WITHIN, SENT_WITHIN = 5, 20


@login_required
@require_http_methods(["GET", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """Open a record in an emergency. What cannot be opened and what is not there read the same."""
    area, me, now = open_area(request, policies.BREAK_GLASS), practitioner_of(request), timezone.now()
    # Asked before the form is shown, and let pass for longer once it is sent: so nothing typed is lost.
    if asked_again := require_recent(
        request, within=SHOWN_WITHIN if request.method == "GET" else SENT_WITHIN
    ):
        return asked_again
    form = forms.EmergencyForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {
        "form": form,
        "rules": rules_on(area, day_of(now)),
        "source": SOURCE,
        "nothing": False,
    }
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        whom = emergencies.Whom(asked["reference"] or "", asked["name"] or "", asked["born_on"] or None)
        with refusals_shown_on(form):
            broken = emergencies.open_in_emergency(by=me, area=area, whom=whom, why=asked["why"], now=now)
            if broken.child is not None:
                return go(request, reverse("desk:child", args=(broken.child.reference,)), _told(broken))
            context["nothing"] = True
    return render(request, "need_to_know/emergency.html", context)


def _told(broken: emergencies.Broken) -> Told:
    if broken.opening is None:
        return Told("You may open this record already", ("Nothing was recorded as an emergency.",))
    return Told(
        "The record is open to you",
        (f"It stays open until {timezone.localtime(broken.opening.ends_at):%H:%M on %-d %B %Y}.",
         "The lead practitioner and the managers were told. A manager reviews this on the next working day."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def declare_by_name(request: HttpRequest) -> HttpResponse:
    """Tell the front door of people one is close to. The answer is the same whether they are known or not."""
    me, area = practitioner_of(request), open_area(request, policies.MAKE_REFERRAL)
    return ask(
        request, forms.DeclareByNameForm, template="need_to_know/declare_by_name.html", check=False,
        act=lambda answers: conflicts.declare_by_name(
            by=me, area=area, words=answers["words"], now=timezone.now()
        ),
        done=lambda _: (reverse("desk:my-work"), Told("Thank you for saying so", (
            "A manager of the front door looks at it. You are not told whether there is a record.",
        ))),
    )  # fmt: skip


@login_required
@require_safe
def conflicts_to_settle(request: HttpRequest) -> HttpResponse:
    """What practitioners told, and what names on record suggest, for a manager of the front door."""
    area, me = open_area(request, policies.SETTLE_CONFLICTS), practitioner_of(request)
    reports, suggested = found.to_settle(area, me, day_of(timezone.now()))
    return render(request, "need_to_know/conflicts.html", {"reports": reports, "suggested": suggested})


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Settle what a practitioner told."""
    report, me = open_report(request, key), practitioner_of(request)
    if report.settled_at is not None:
        return render(request, "need_to_know/settled.html", {"report": report})
    return ask(
        request, forms.SettleForm, template="need_to_know/settle.html", context={"report": report},
        act=lambda answers: conflicts.settle(
            by=me, report=report, outcome=answers["outcome"], reference=answers["reference"] or "",
            why=answers["why"], now=timezone.now(),
        ),
        done=lambda _: (reverse("need_to_know:conflicts"), Told("Settled")),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def settle_found(request: HttpRequest, practitioner: UUID, reference: str) -> HttpResponse:
    """Settle what names on record suggest."""
    area, me, now = open_area(request, policies.SETTLE_CONFLICTS), practitioner_of(request), timezone.now()
    every = found.suggested(area, me, day_of(now))
    which = [one for one in every if (one.practitioner, one.child.reference) == (practitioner, reference)]
    if not which:
        raise Http404("There is nothing here that you can open.")
    return ask(
        request, forms.SettleFoundForm, template="need_to_know/settle_found.html", context={"one": which[0]},
        act=lambda answers: conflicts.settle_found(
            by=me, area=area, practitioner=which[0].practitioner, child=which[0].child, words=which[0].words,
            outcome=answers["outcome"], why=answers["why"], now=now,
        ),
        done=lambda _: (reverse("need_to_know:conflicts"), Told("Settled")),
    )  # fmt: skip


@login_required
@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """The teams whose access this manager confirms, and when they did so last."""
    me = practitioner_of(request)
    mine_ = list(
        policies.REVIEW_ACCESS.filter(Team.objects.filter(closed_on=None), me).select_related("area")
    )
    if not mine_:
        raise Http404("There is no team here whose access you confirm.")
    return render(request, "need_to_know/teams.html", {"teams": mine.reviews(mine_, day_of(timezone.now()))})


@login_required
@require_http_methods(["GET", "POST"])
def review_team(request: HttpRequest, key: UUID) -> HttpResponse:
    """Confirm who in a team still needs access."""
    team, me, now = open_team(request, key), practitioner_of(request), timezone.now()
    members = reviewing.members_of(team, now)
    if request.method == "POST":
        left = [member.post.pk for member in members if request.POST.get(f"post-{member.post.pk}") == "left"]
        unanswered = [m for m in members if request.POST.get(f"post-{m.post.pk}") not in ("needed", "left")]
        if not unanswered and request.POST.get(f"post-{_own(members, me)}") != "left":
            done = reviewing.confirm(by=me, team=team, left=left, now=now)
            words = f"{len(done.members)} confirmed, {len(done.leavers)} ended"
            return go(
                request, reverse("need_to_know:teams"), Told(f"{team}: access confirmed", (f"{words}.",))
            )
    answers = {str(m.post.pk): request.POST.get(f"post-{m.post.pk}", "") for m in members}
    return render(
        request, "need_to_know/review_team.html",
        {"team": team, "members": members, "answers": answers, "missing": request.method == "POST", "me": me.pk},
        status=422 if request.method == "POST" else 200,
    )  # fmt: skip


def _own(members: list[reviewing.Member], me: Any) -> Any:
    return next((member.post.pk for member in members if member.post.practitioner_id == me.pk), None)


@login_required
@require_safe
def every_policy(request: HttpRequest) -> HttpResponse:
    """Every policy on one page: who may do what, and why."""
    me = practitioner_of(request)
    about = dict.fromkeys(policy.about for policy in policies.POLICIES)
    return render(request, "need_to_know/policies.html", {
        "groups": [(one, [p for p in policies.POLICIES if p.about == one]) for one in about],
        "marks": [(mark.label, readers.words) for mark, readers in READERS.items()],
        "seals": [(kind.label, kind in Seal.OPENED_IN_EMERGENCY) for kind in Seal.Kind],
        "areas": mine.rules_of_mine(me, day_of(timezone.now())),
        "roles": dict(Role.choices),
        "source": SOURCE,
    })  # fmt: skip


@login_required
@require_safe
def my_access(request: HttpRequest) -> HttpResponse:
    """What the reader may do, and why."""
    me = practitioner_of(request)
    return render(request, "need_to_know/mine.html", {
        "posts": me.scope.posts,
        "areas": mine.areas(me),
        "children": mine.reasons_for_children(me),
        "declare_href": reverse("need_to_know:declare-by-name"),
        "manages": bool(me.scope.teams_as(*policies.MANAGING_ROLES)),
        "settles": bool(me.scope.areas_as(*policies.MANAGING_ROLES, purpose=policies.FRONT_DOOR_TEAM)),
    })  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, code: str) -> HttpResponse:
    """What an area decides about emergencies and accounts."""
    area, me, now = open_area(request, policies.ADMINISTER, code), practitioner_of(request), timezone.now()
    held = rules_on(area, day_of(now))
    return ask(
        request, forms.AccessRulesForm, template="need_to_know/rules.html",
        context={"area": area, "rules": held, "roles": dict(Role.choices), "source": SOURCE},
        initial={
            "emergency_roles": held.emergency_roles, "emergency_hours": held.emergency_hours,
            "dormant_days": held.dormant_days, "review_days": held.review_days,
        },
        act=lambda answers: rule_setting.set_rules(by=me, area=area, now=now, **answers),
        done=lambda _: (reverse("desk:administration-area", args=(area.code,)), Told("Rules about access recorded")),
    )  # fmt: skip
