"""Pages on records that may be one person's: the list, two side by side, joining, confirming and parting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import open_area, open_child, practitioner_of
from alongside.access.policies import JOIN_RECORDS, SEE_MAYBE_SAME
from alongside.cases.models import Case
from alongside.matching import joining as acts
from alongside.matching import pairs
from alongside.matching.candidates import Band, Candidate, candidate
from alongside.matching.doors import joinings_of, open_joining, open_pair, pairs_of
from alongside.matching.explaining import Explained, explain
from alongside.matching.forms import BecauseForm, JoinForm, NotSameForm, OtherRecordForm
from alongside.matching.models import Joining, MaybeSame
from alongside.matching.reading import told_of
from alongside.matching.same_family import share_what_twins_share
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.signing_in.recent import RECENT, require_recent
from alongside.ui.forms import Form
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

ON_A_PAGE = 50
#: Minutes within which whoever sends a joining or a parting has proved who they are.
SENT_WITHIN = 30


@require_safe
def maybe_same(request: HttpRequest) -> HttpResponse:
    """Records that may be the same person's, and joinings that wait for a second person."""
    area, me = open_area(request, SEE_MAYBE_SAME), practitioner_of(request)
    waiting = joinings_of(me).filter(area=area, parted_at=None).select_related("kept", "joined", "asked_by")
    found = pairs_of(me).filter(area=area, settled="").select_related("one", "other")
    shown = list(found.order_by("band", "-found_at", "id")[: ON_A_PAGE + 1])
    joinings = list(waiting.order_by("-asked_at")[:ON_A_PAGE])
    return render(request, "matching/maybe_same.html", {
        "area": area,
        "pairs": shown[:ON_A_PAGE],
        "more": len(shown) > ON_A_PAGE,
        "waiting": [one for one in joinings if one.joined_at is None],
        "joined": [one for one in joinings if one.joined_at is not None],
        "me": me,
        "bands": {band.value: band.words for band in Band},
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def pair(request: HttpRequest, key: UUID) -> HttpResponse:
    """Two records side by side, what would decide it; and saying that they are not the same."""
    both, me = open_pair(request, key), practitioner_of(request)
    return ask(
        request, NotSameForm, template="matching/pair.html", check=False, context=_compared(both),
        act=lambda answers: pairs.say_not_same(by=me, pair=both, now=timezone.now(), **answers),
        done=lambda _: (
            reverse("matching:maybe-same"),
            Told("Recorded: these are two people", ("They are not listed again. Who said so, and why, is kept.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, key: UUID) -> HttpResponse:
    """Join two records: conflicts first, chosen one by one. Whoever does so has proved just now who they are."""
    both, me = open_pair(request, key), practitioner_of(request)
    if asked := require_recent(request, within=_minutes(request)):
        return asked
    made: dict[str, Any] = {"one": both.one, "other": both.other}
    return ask(
        request, JoinForm, template="matching/join.html", form_kwargs=made, context=_compared(both),
        act=lambda answers: acts.join(by=me, now=timezone.now(), **JoinForm(**made).told(answers)),
        done=_after_joining,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def another_record(request: HttpRequest, reference: str) -> HttpResponse:
    """Say which other record may be this child's."""
    child, me = open_child(request, reference, JOIN_RECORDS), practitioner_of(request)
    return ask(
        request, OtherRecordForm, template="matching/another_record.html", about=child, check=False,
        act=lambda answers: _paired(child, _other(me, child, answers["reference"])),
        done=lambda both: reverse("matching:pair", args=(both.pk,)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, key: UUID) -> HttpResponse:
    """A second person looks at two records that twins might have, and says so too."""
    joining = open_joining(request, key)
    return require_recent(request, within=_minutes(request)) or _about_joining(
        request, joining, Form, "matching/confirm.html",
        lambda common, answers: acts.confirm(**common), _after_joining,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """A joining that waits is not wanted."""
    joining = open_joining(request, key)
    return _about_joining(
        request, joining, BecauseForm, "matching/withdraw.html",
        lambda common, answers: acts.withdraw(**common, **answers),
        lambda _: (reverse("matching:maybe-same"), Told("The records stay as they are")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, key: UUID) -> HttpResponse:
    """Part two joined records: each is as it was."""
    joining = open_joining(request, key)
    return require_recent(request, within=_minutes(request)) or _about_joining(
        request, joining, BecauseForm, "matching/part.html",
        lambda common, answers: acts.part(**common, **answers),
        lambda parted: (
            reverse("desk:child", args=(parted.kept.reference,)),
            Told("The records are parted", ("Each is as it was, with what was recorded on it since.",)),
        ),
    )  # fmt: skip


def _minutes(request: HttpRequest) -> int:
    """For how long who sits there counts as proved: longer once a form is sent, so that nothing typed is lost."""
    return RECENT if request.method == "GET" else SENT_WITHIN


def _about_joining(
    request: HttpRequest,
    joining: Joining,
    form: type[Form],
    template: str,
    act: Callable[[dict[str, Any], dict[str, Any]], Joining],
    done: Callable[[Joining], Any],
) -> HttpResponse:
    common = {"by": practitioner_of(request), "joining": joining, "now": timezone.now()}
    shown = {"joining": joining, "explained": _explained(joining.kept, joining.joined)[1]}
    return ask(
        request,
        form,
        template=template,
        check=False,
        context=shown,
        act=lambda answers: act(common, answers),
        done=done,
    )


def _compared(both: MaybeSame) -> dict[str, Any]:
    _, explained = _explained(both.one, both.other)
    open_on = dict(
        Case.objects.filter(child__in=(both.one, both.other), closed_on=None).values_list(
            "child", "opened_on"
        )
    )
    return {
        "pair": both, "explained": explained, "one": both.one, "other": both.other, "open_on": open_on,
        "twins": share_what_twins_share(both.one, both.other),
    }  # fmt: skip


def _explained(one: Person, other: Person) -> tuple[Candidate, Explained]:
    told = told_of([one, other])
    found = candidate(told[one.pk], other, told[other.pk])
    return found, explain(told[one.pk], found, day_of(timezone.now()))


def _other(me: Any, child: Person, reference: str) -> Person:
    typed = Person.objects.filter(reference=reference.strip().upper(), area_id=child.area_id).exclude(
        pk=child.pk
    )
    found = JOIN_RECORDS.filter(typed, me).first()
    if found is None:
        raise Refusal(
            "There is no other record with this reference that you can join.", f"You entered “{reference}”.",
            "Look at the reference again; it stands under the child's name.", field="reference",
        )  # fmt: skip
    return found


def _paired(child: Person, other: Person) -> MaybeSame:
    one, two = pairs.in_order(child, other)
    found, _ = _explained(one, two)
    pairs.listed(
        one,
        two,
        found=MaybeSame.Found.SEARCH,
        levels=found.levels,
        likelihood=found.likelihood,
        now=timezone.now(),
    )
    return MaybeSame.objects.get(one=one, other=two)


def _after_joining(joining: Joining) -> Any:
    if joining.joined_at is None:
        return reverse("matching:maybe-same"), Told(
            "A second person is asked",
            ("These records share what twins share. They are joined once somebody else who supervises or manages "
             "the front door has looked at them and says so too.",),
        )  # fmt: skip
    return reverse("desk:child", args=(joining.kept.reference,)), Told(
        f"{joining.joined.reference} is joined to {joining.kept.reference}",
        ("Both histories are on this timeline. Either reference opens it.", "You can part them again at any time."),
        more=(("Part them again", reverse("matching:part", args=(joining.pk,))),),
    )  # fmt: skip
