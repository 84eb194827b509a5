"""Acts on a self-assessment: each page asks, acts and leads back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.improvement import forms, services
from alongside.improvement.bodies import NOTHING, body_of, open_assessment, open_body
from alongside.improvement.models import SelfAssessment, StatementAnswer
from alongside.improvement.reading import people_of
from alongside.improvement.statements import actions_for, one_of, statements_on
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import SeeOther, Told
from alongside.ui.standing import Standing
from alongside.ui.steps import ask
from alongside.ui.words import moment

ACT = "improvement/act.html"


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Begin a round."""
    body, me = open_body(request, code, key, to_assess=True), practitioner_of(request)
    return ask(
        request, forms.BeginForm, template=ACT, check=False, initial={"on": day_of(timezone.now())},
        context=page("Begin a self-assessment", body.name, body.href(), body.name),
        act=lambda answers: services.begin(by=me, body=body, now=timezone.now(), **answers),
        done=lambda made: (reverse_for("improvement:assessment", made.pk), Told("Begun", (
            "Judge the statements in any order, alone or with others. What is typed is kept.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, key: UUID, statement: str) -> HttpResponse:
    """Say where the organisation stands on one statement, and what that rests on."""
    one, me = open_assessment(request, key, to_assess=True), practitioner_of(request)
    back = reverse_for("improvement:assessment", key)
    if not one.is_open and request.method != "POST":
        return SeeOther(back)
    every = statements_on(one.on, of_partnership=one.agency_id is None)
    asked = one_of(every, statement)
    if asked is None:
        raise Http404(NOTHING)
    labels, today = services.scale_of(one.area_id, one.on), day_of(timezone.now())
    known = _answer(one, statement)
    after = every[(every.index(asked) + 1) % len(every)]
    return ask(
        request, forms.StatementForm, template="improvement/judge.html", check=False,
        context={
            **page(asked.words, f"{one.whose}, {asked.group[:1].lower()}{asked.group[1:]}", back, "The self-assessment"),
            "one": one, "statement": asked, "place": every.index(asked) + 1, "of": len(every), "labels": labels,
            "listed": actions_for(asked)[:5], "body": body_of(one),
        },
        form_kwargs={"labels": labels, "answered": known is not None, "people": people_of([body_of(one)], today, known.owner_id if known else None)},
        standing=_standing(one, statement, labels, me),
        act=lambda answers: services.judge(
            by=me, assessment=one, statement=statement, now=timezone.now(), **forms.judged_of(answers)
        ),
        done=lambda answer: (back, Told(f"Kept: {answer.said}", (asked.words,), more=(
            (f"Next: {after.words}", reverse_for("improvement:judge", key, after.id)),
        ))),
    )  # fmt: skip


def _answer(one: SelfAssessment, statement: str) -> StatementAnswer | None:
    found = StatementAnswer.objects.filter(assessment=one, statement=statement)
    return found.select_related("owner", "recorded_by").first()


def _standing(one: SelfAssessment, statement: str, labels: tuple[str, ...], me: Any) -> Standing:
    """What stands on record of a statement, so that two who judge it see each other's answers."""

    def read() -> dict[str, Any]:
        known = _answer(one, statement)
        return {
            "standing": forms.chosen_of(known, labels),
            "score": known.score if known and known.score not in labels else "",
            "because": known.because if known else "",
            "rests_on": known.rests_on if known else "",
            "kept_at": known.kept_at if known else "",
            "on": known.on if known else day_of(timezone.now()),
            "owner": known.owner if known else None,
            "owner_name": known.owner_name if known else "",
            "next_step": known.next_step if known else "",
        }

    def by() -> str:
        known = _answer(one, statement)
        return f"{known.recorded_by}, {moment(known.recorded_at)}" if known else ""

    return Standing(read=read, hold=lambda: policies.ASSESS.lock(one, me), by=by)


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, key: UUID) -> HttpResponse:
    """Sign a round."""
    one = open_assessment(request, key, to_assess=True)
    return _on(
        request, one, forms.SignForm, "Sign the self-assessment",
        lambda by, answers: services.sign(
            by=by, assessment=one, summary=answers["summary"], submit=answers.get("submit") == "yes", now=timezone.now()
        ),
        Told("Signed", ("It is not changed any more. What is to be said later is added to it.",)),
        form_kwargs={"body": body_of(one)},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let the partnership read a signed round."""
    one = open_assessment(request, key, to_assess=True)
    return _on(
        request, one, forms.NothingForm, "Submit it to the partnership",
        lambda by, _: services.submit(by=by, assessment=one, now=timezone.now()),
        Told("Submitted", ("Safeguarding partners and scrutineers of the area may read it from now on.",)), check=False,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Add to a signed round, to the whole or to the statement that the address names."""
    one, statement = open_assessment(request, key, to_assess=True), request.GET.get("statement", "")
    asked = one_of(statements_on(one.on, of_partnership=one.agency_id is None), statement)
    return _on(
        request, one, forms.WordsForm, "Add to the self-assessment",
        lambda by, answers: services.add(
            by=by, assessment=one, statement=asked.id if asked else "", now=timezone.now(), **answers
        ),
        Told("Added", ("It stands beside what was signed, with your name and the day.",)),
        about=asked.words if asked else "",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def set_aside(request: HttpRequest, key: UUID) -> HttpResponse:
    """Set a round aside."""
    one = open_assessment(request, key, to_assess=True)
    return _on(
        request, one, forms.WordsForm, "Set it aside",
        lambda by, answers: services.set_aside(by=by, assessment=one, because=answers["words"], now=timezone.now()),
        Told("Set aside", ("It stays readable to whoever assesses here. Another can be begun.",)),
        form_kwargs={"asked": "Why is it set aside?"},
    )  # fmt: skip


def _on(
    request: HttpRequest, one: SelfAssessment, form: Any, title: str, act: Callable[..., Any], told: Told, *, about: str = "",
    form_kwargs: dict[str, Any] | None = None, check: bool = True,
) -> HttpResponse:  # fmt: skip
    me, back = practitioner_of(request), reverse_for("improvement:assessment", one.pk)
    return ask(
        request, form, template=ACT, check=check, form_kwargs=form_kwargs,
        context={**page(title, str(one), back, "The self-assessment"), "beside": about},
        act=lambda answers: act(me, answers), done=lambda _: (back, told),
    )  # fmt: skip


def page(asked: str, about: str, back: str, back_words: str) -> dict[str, Any]:
    """What every page that asks is given."""
    return {"asked": asked, "about": about, "back": back, "back_words": back_words}
