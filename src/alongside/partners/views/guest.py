"""What somebody without an account meets: a door, a code, and the one page their link is for."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from alongside.conferences.models import BookingChild
from alongside.front_door.checks_views import NOTHING, AnswerForm
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.partners import services
from alongside.partners.forms import CodeForm, PartnerReportForm, ReplyForm, ThreeQuestionsForm
from alongside.partners.models import GuestLink
from alongside.partners.services.chase_reports import wanted_by
from alongside.partners.services.report import is_late
from alongside.plans.forms.making import Making
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import SeeOther, render
from alongside.ui.steps import ask

#: What a browser sends besides the answers.
NOT_TYPED = ("csrfmiddlewaretoken", "once", "step")
#: In the session: the link that a right code opened, and until when.
LET_IN, FOR = "guest", timedelta(hours=1)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, token: str) -> HttpResponse:
    """What the link is for, in words that name nobody, and a button that sends a code."""
    now = timezone.now()
    link = services.find_link(token, now)
    if link is None:
        return _nowhere(request)
    refused = ""
    if request.method == "POST":
        try:
            services.send_code(link=link, now=now)
            return SeeOther(reverse_for("partners:guest-code", token))
        except Refusal as refusal:
            refused = str(refusal)
    shown = {"link": link, "token": token, "hidden": _hidden(link.email), "refused": refused}
    return render(request, "partners/guest_door.html", shown, status=429 if refused else 200)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code; let in whoever has it."""
    now = timezone.now()
    link = services.find_link(token, now)
    if link is None:
        return _nowhere(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if services.code_is_right(link=link, code=form.cleaned_data["code"], now=now):
            request.session.cycle_key()
            request.session[LET_IN] = {"link": str(link.pk), "until": (now + FOR).isoformat()}
            return SeeOther(reverse_for("partners:guest-open", token))
        form.add_error(
            "code", "This is not the code we sent, or it has run out. Check it, or ask for another"
        )
    shown = {"form": form, "link": link, "token": token, "hidden": _hidden(link.email)}
    return render(request, "partners/guest_code.html", shown)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """The one page the link is for."""
    now = timezone.now()
    link = services.find_link(token, now)
    if link is None:
        return _nowhere(request)
    if not _let_in(request, link, now):
        return SeeOther(reverse_for("partners:guest", token))
    return PAGES[GuestLink.Purpose(link.purpose)](request, link, now)


def _report(request: HttpRequest, link: GuestLink, now: datetime) -> HttpResponse:
    token = request.resolver_match.kwargs["token"] if request.resolver_match else ""
    whole = "whole" in request.GET
    making = Making(PartnerReportForm, today=day_of(now)) if whole else Making(ThreeQuestionsForm)
    draft = services.draft_of_guest(link)
    return ask(
        request, making, template="partners/guest_report.html",
        context={**_about(link), "rule": catalogue.rule("child-protection.conference-report"), "whole": whole, "now": now,
                 "wanted_by": wanted_by(link.invitation.booking) if link.invitation else None},
        draft=QueryDict(draft.typed) if draft else None, draft_saved_at=draft.saved_at if draft else None,
        autosave_href=reverse_for("partners:guest-draft", token),
        act=lambda answers: services.report_as_guest(link=link, now=now, **making.form.as_given()),
        done=lambda sent: _done(request, "Your report is sent", late=is_late(sent)),
    )  # fmt: skip


@login_not_required
@never_cache
@require_POST
def autosave(request: HttpRequest, token: str) -> HttpResponse:
    """Keep what a guest has typed so far."""
    now = timezone.now()
    link = services.find_link(token, now)
    if link is None or not _let_in(request, link, now) or link.purpose != GuestLink.Purpose.REPORT:
        return JsonResponse({"said": "This link leads nowhere any more. Copy what you typed."}, status=409)
    typed = request.POST.copy()
    for name in NOT_TYPED:
        typed.pop(name, None)
    services.keep_draft_of_guest(link=link, typed=typed.urlencode(), now=now)
    return JsonResponse({})


def _reply(request: HttpRequest, link: GuestLink, now: datetime) -> HttpResponse:
    making = Making(ReplyForm)
    return ask(
        request, making, template="partners/guest_reply.html", check=False, context=_about(link),
        act=lambda answers: services.reply_as_guest(link=link, now=now, **making.form.as_given()),
        done=lambda replied: _done(request, "Your answer is sent"),
    )  # fmt: skip


def _check(request: HttpRequest, link: GuestLink, now: datetime) -> HttpResponse:
    return ask(
        request, AnswerForm, template="partners/guest_check.html", context={"link": link, "asked": link.asked},
        act=lambda answers: services.answer_as_guest(
            link=link, nothing_known=answers.pop("known") == NOTHING, now=now, **answers
        ),
        done=lambda answered: _done(request, "Your answer is sent", front_door=True),
    )  # fmt: skip


PAGES = {GuestLink.Purpose.REPORT: _report, GuestLink.Purpose.REPLY: _reply, GuestLink.Purpose.CHECK: _check}


def _about(link: GuestLink) -> dict[str, object]:
    assert link.invitation is not None
    booking = link.invitation.booking
    children = BookingChild.objects.filter(booking=booking).select_related("case__child")
    return {"link": link, "booking": booking, "about": [one.case.child.called for one in children]}


def _let_in(request: HttpRequest, link: GuestLink, now: datetime) -> bool:
    held = request.session.get(LET_IN) or {}
    return held.get("link") == str(link.pk) and now < datetime.fromisoformat(held["until"])


def _done(request: HttpRequest, what: str, front_door: bool = False, late: str = "") -> HttpResponse:
    request.session.pop(LET_IN, None)
    return render(request, "partners/guest_done.html", {"what": what, "front_door": front_door, "late": late})


def _nowhere(request: HttpRequest) -> HttpResponse:
    """Not there, used, withdrawn and run out look the same."""
    return render(request, "partners/guest_nowhere.html", status=404)


def _hidden(email: str) -> str:
    """The address as its owner knows it, and nobody else learns it: j…@school.example."""
    name, _, place = email.partition("@")
    return f"{name[:1]}…@{place}"
