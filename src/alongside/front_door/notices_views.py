"""Police notices at the front door: the stacks, one stack, and the last thing undone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.front_door import triage
from alongside.front_door.local import figures_of
from alongside.front_door.models import NoticeReceipt, PoliceNotice, Triage
from alongside.front_door.notice_receipts import Outcome, as_csv, lines_of, wrong_with_all
from alongside.matching.asking import Described, asked_first, chosen
from alongside.matching.candidates import described
from alongside.referrals.doors import child_named
from alongside.refusals import Refusal
from alongside.ui.forms import Form, LongTextField, OneOf, TextField
from alongside.ui.pages import Told, go, render
from alongside.ui.steps import Onward, ask

#: Sendings on the list, lines on the page of one (the rest are in the CSV), and what stands first there.
SHOWN, MOST_LINES = 100, 500
ORDER = (Outcome.REFUSED, Outcome.LEFT_OUT, Outcome.DUPLICATE, Outcome.ACCEPTED)


class TriageForm(Form):
    """What is done with the notices of one child. Nothing is chosen beforehand."""

    action = OneOf(
        label="What happens with these notices?", missing="Select what happens",
        choices=(
            (Triage.Action.REFERRAL, "Make a referral"),
            (Triage.Action.JOINED, "Add them to the open case"),
            (Triage.Action.NOTHING_FURTHER, "No further action"),
        ),
        reveals={Triage.Action.NOTHING_FURTHER: ("reason",)},
    )  # fmt: skip
    reason = LongTextField(label="Why?", missing="Say why there is no further action", rows=3, limit=2_000)


class MatchForm(Form):
    """Whose notices these are."""

    reference = TextField(label="Reference of the child’s record", called="the reference", width=20)


def _at(name: str, *args: object) -> str:
    return reverse(f"front_door:{name}", args=args)


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The stacks that wait, the longest waiting first."""
    area, me, now = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request), timezone.now()
    asked = request.GET.get("page", "")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1
    shown = triage.stacks(area, me, now=now, page=page)
    last = triage.last_of(me, area, now)
    return render(request, "front_door/notices.html", {"area": area, "stacks": shown, "last": last})


@require_safe
def receipts(request: HttpRequest) -> HttpResponse:
    """What forces sent, the latest first: how many were taken in, were here already, or refused."""
    area = open_area(request, policies.SEE_FRONT_DOOR)
    sent = NoticeReceipt.objects.filter(area=area).defer("lines").order_by("-received_at", "-id")[:SHOWN]
    return render(request, "front_door/notice_receipts.html", {"area": area, "receipts": list(sent)})


@require_safe
def one_receipt(request: HttpRequest, key: UUID) -> HttpResponse:
    """What became of each notice of one sending, what was refused first."""
    receipt = _receipt(request, key)
    lines = sorted(lines_of(receipt), key=lambda one: (ORDER.index(one.outcome), one.line))
    return render(request, "front_door/notice_receipt.html", {
        "area": receipt.area, "receipt": receipt, "lines": lines[:MOST_LINES], "more": len(lines) - MOST_LINES,
        "whole": wrong_with_all(receipt),
    })  # fmt: skip


@require_safe
def receipt_csv(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same as CSV, every line of it."""
    receipt = _receipt(request, key)
    answer = HttpResponse(as_csv(receipt), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="police-notices-{receipt.pk}.csv"'
    return answer


def _receipt(request: HttpRequest, key: UUID) -> NoticeReceipt:
    area = open_area(request, policies.SEE_FRONT_DOOR)
    receipt = NoticeReceipt.objects.filter(pk=key, area=area).select_related("area", "by").first()
    if receipt is None:
        raise Http404("There is no receipt here that you can open.")
    return receipt


@require_http_methods(["GET", "POST"])
def stack(request: HttpRequest, key: str) -> HttpResponse:
    """The notices of one child, and what to do with those that wait."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    found = triage.one_stack(area, me, key)
    if not found:
        raise Http404("There are no notices here that you can open.")
    rule = figures_of(area.pk, timezone.localdate()).pattern
    waiting = [notice for notice in found if notice.triage_id is None]
    shown = {
        "notices": found, "waiting": len(waiting), "child": found[0].child, "key": key, "rule": rule,
        "is_pattern": rule.holds([timezone.localdate(notice.happened_at) for notice in found]),
        "maybe": [] if found[0].child else triage.maybe(found[0], area, me),
    }  # fmt: skip
    sent = TriageForm(request.POST) if request.method == "POST" else None
    return asked_first(
        request, sent, lambda answers: _described(found[0], answers), by=me, now=timezone.now()
    ) or ask(
        request, TriageForm, template="front_door/stack.html", context=shown, check=False,
        act=lambda answers: _triage(request, area, found[0], answers), done=lambda done: _next(area, me, key, done),
    )  # fmt: skip


def _described(notice: PoliceNotice, answers: dict[str, Any]) -> list[Described]:
    """The child of a referral that would make a new record, as the police describe them."""
    if notice.child_id or answers["action"] != Triage.Action.REFERRAL:
        return []
    told = described(given=notice.given, family=notice.family, born_on=notice.born_on)
    return [Described(f"{notice.given} {notice.family}".strip() or "This child", told)]


def _triage(request: HttpRequest, area: Any, notice: PoliceNotice, answers: dict[str, Any]) -> Triage:
    me, key = practitioner_of(request), notice.stack
    for known in chosen(request, _described(notice, answers), by=me):
        key = triage.match(by=me, area=area, stack=key, child=known, now=timezone.now()) if known else key
    act = {
        Triage.Action.REFERRAL: triage.refer, Triage.Action.JOINED: triage.join_case,
        Triage.Action.NOTHING_FURTHER: triage.nothing_further,
    }[answers["action"]]  # fmt: skip
    return act(by=me, area=area, stack=key, reason=answers["reason"], now=timezone.now())


def _next(area: Any, me: Practitioner, key: str, done: Triage) -> Onward:
    following = triage.after(area, me, key)
    told = Told(
        f"{done.words}: {done.get_action_display().lower()}",
        more=(("All notices, and undo", _at("notices")),) if following else (),
    )
    return _at("stack", following) if following else _at("notices"), told


@require_http_methods(["GET", "POST"])
def match(request: HttpRequest, key: str) -> HttpResponse:
    """Say which record is this child's."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    found = triage.one_stack(area, me, key)
    if not found:
        raise Http404("There are no notices here that you can open.")
    return ask(
        request, MatchForm, template="front_door/match.html", check=False,
        context={"notice": found[0], "key": key, "maybe": triage.maybe(found[0], area, me)},
        act=lambda answers: triage.match(
            by=me, area=area, stack=key, child=child_named(me, answers["reference"]), now=timezone.now()
        ),
        done=lambda matched: (_at("stack", matched), Told("The notices stand with this child’s record")),
    )  # fmt: skip


@require_POST
def part(request: HttpRequest, key: str) -> HttpResponse:
    """Take back that these notices are about this child."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    if not triage.one_stack(area, me, key):
        raise Http404("There are no notices here that you can open.")
    return _told_or_refused(
        request,
        lambda: triage.part(by=me, area=area, stack=key, now=timezone.now()),
        "The notices stand by themselves again",
    )


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Undo what one did last."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    return _told_or_refused(request, lambda: triage.undo_last(by=me, area=area, now=timezone.now()), "Undone")


def _told_or_refused(request: HttpRequest, act: Any, done: str) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return go(request, _at("notices"), Told("This was not done", (str(refusal),)))
    return go(request, _at("notices"), Told(done))
