"""Acts on a plan: taking actions from the guidance's list, writing one, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Practitioner
from alongside.guidance import catalogue
from alongside.improvement import forms, services
from alongside.improvement.assessing import ACT, page
from alongside.improvement.bodies import NOTHING, Body, bodies_of, body_of, open_action, open_body
from alongside.improvement.models import PlannedAction, SelfAssessment
from alongside.improvement.reading import people_of
from alongside.improvement.statements import Statement, one_of, statements_on
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import SeeOther, Told, render
from alongside.ui.standing import Standing
from alongside.ui.steps import ask
from alongside.ui.words import count, moment

#: In an address, and sent by a list: the ids of actions to take over.
ACTION = "action"
STANDS = ("what", "would_show", "owner", "owner_name", "due_on")


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest) -> HttpResponse:
    """Take actions from the guidance's list into a plan. Which ones stands in the address; a list may also send them."""
    if ACTION in request.POST:
        return SeeOther(f"{request.path}?{urlencode({ACTION: request.POST.getlist(ACTION)}, doseq=True)}")
    me = practitioner_of(request)
    bodies = bodies_of(me, to_assess=True)
    known = [
        catalogue.ACTIONS[id] for id in dict.fromkeys(request.GET.getlist(ACTION)) if id in catalogue.ACTIONS
    ]
    if not bodies or not known:
        shown = {"bodies": bodies, "asked": request.GET.getlist(ACTION)}
        return render(request, "improvement/adopt_nothing.html", shown, status=200 if not known else 403)
    by_key = {forms.key_of(one): one for one in bodies}
    only = bodies[0] if len(bodies) == 1 else None

    def act(answers: dict[str, Any]) -> tuple[Body, services.Adopted]:
        body = only or by_key[answers.pop("body")]
        owner = answers.get("owner")
        if owner and not people_of([body], day_of(timezone.now())).filter(pk=owner.pk).exists():
            raise Refusal(
                f"{owner} does not work for {body.name}.", "Whoever does it reads it, and finds it in My work.",
                "Choose somebody else, or write a name.", field="owner",
            )  # fmt: skip
        return body, services.adopt(by=me, body=body, now=timezone.now(), **answers)

    return ask(
        request, forms.AdoptForm, template=ACT, initial={"actions": [one.id for one in known]}, act=act,
        form_kwargs={"bodies": bodies, "listed": known, "people": people_of(bodies, day_of(timezone.now()))},
        context=page("Take actions into the plan", only.name if only else "", reverse_for("improvement:home"), "Organisations"),
        done=lambda result: (result[0].href("plan"), _adopted(result[1])),
    )  # fmt: skip


def _adopted(result: services.Adopted) -> Told:
    there = (
        f"{count(result.already, 'action')} stood in the plan already and was not taken twice."
        if result.already
        else ""
    )
    kept = "Each keeps the words it had today, and the places in the text it rests on."
    return Told(
        f"{count(len(result.made), 'action')} taken into the plan", tuple(filter(None, (kept, there)))
    )


@require_http_methods(["GET", "POST"])
def plan_new(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Write an action, freely or as what follows from a statement that the address names."""
    body, me = open_body(request, code, key, to_assess=True), practitioner_of(request)
    round, asked = _follows(request, body, me)
    answer = round.answers.filter(statement=asked.id).first() if round and asked else None
    return ask(
        request, forms.PlanForm, template=ACT, form_kwargs={"people": people_of([body], day_of(timezone.now()))},
        initial={"what": answer.next_step, "owner": answer.owner_id, "owner_name": answer.owner_name} if answer else {},
        context={**page("Write an action", body.name, body.href("plan"), "The plan"), "beside": asked.words if asked else ""},
        act=lambda answers: services.plan(
            by=me, body=body, assessment=round, statement=asked.id if asked else "", now=timezone.now(), **answers
        ),
        done=lambda made: (reverse_for("improvement:action", made.pk), Told("Planned")),
    )  # fmt: skip


def _follows(
    request: HttpRequest, body: Body, me: Practitioner
) -> tuple[SelfAssessment | None, Statement | None]:
    """The round and the statement an action follows from, where the address names them. Raises Http404 for another's."""
    if not (named := request.GET.get("from", "")):
        return None, None
    try:
        key = UUID(named)
    except ValueError:
        raise Http404(NOTHING) from None
    round = policies.ASSESS.filter(SelfAssessment.objects.filter(pk=key, **body.whose), me).first()
    asked = round and one_of(
        statements_on(round.on, of_partnership=body.agency is None), request.GET.get("statement", "")
    )
    if not asked:
        raise Http404(NOTHING)
    return round, asked


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change who does an action, by when, or what would show it."""
    one, me = open_action(request, key, to="plan"), practitioner_of(request)

    def read() -> dict[str, Any]:
        now = PlannedAction.objects.select_related("owner").get(pk=key)
        return {name: getattr(now, name) for name in STANDS if name != "what" or not now.listed_as}

    def by() -> str:
        last = one.changes.select_related("recorded_by").order_by("-recorded_at", "-id").first()
        return f"{last.recorded_by}, {moment(last.recorded_at)}" if last else ""

    return _on(
        request, one, forms.ChangeForm, "Change the action",
        lambda answers: services.change(by=me, action=one, now=timezone.now(), **answers),
        form_kwargs={"listed": bool(one.listed_as), "people": people_of([body_of(one)], day_of(timezone.now()), one.owner_id)},
        standing=Standing(read=read, hold=lambda: policies.PLAN_ACTION.lock(one, me), by=by),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note how far an action is."""
    one, me = open_action(request, key, to="answer"), practitioner_of(request)
    return _on(request, one, forms.WordsForm, "Note progress",
               lambda answers: services.say_progress(by=me, action=one, now=timezone.now(), **answers),
               form_kwargs={"asked": "How far is it?"})  # fmt: skip


@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that an action is done, and what shows it."""
    one, me = open_action(request, key, to="answer"), practitioner_of(request)
    return _on(request, one, forms.DoneForm, "It is done",
               lambda answers: services.finish(by=me, action=one, now=timezone.now(), **answers),
               initial={"on": day_of(timezone.now())})  # fmt: skip


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Drop an action, with the reason."""
    one, me = open_action(request, key, to="plan"), practitioner_of(request)
    return _on(request, one, forms.WordsForm, "Drop it",
               lambda answers: services.drop(by=me, action=one, because=answers["words"], now=timezone.now()),
               form_kwargs={"asked": "Why is it dropped?"})  # fmt: skip


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open an action again."""
    one, me = open_action(request, key, to="plan"), practitioner_of(request)
    return _on(request, one, forms.ReopenForm, "Open it again",
               lambda answers: services.reopen(by=me, action=one, now=timezone.now(), **answers))  # fmt: skip


def _on(
    request: HttpRequest, one: PlannedAction, form: Any, title: str, act: Callable[..., Any], **more: Any
) -> HttpResponse:
    back = reverse_for("improvement:action", one.pk)
    return ask(
        request, form, template=ACT, context={**page(title, one.whose, back, "The action"), "beside": one.what},
        act=act, done=lambda _: (back, Told("Recorded", ("It stands in the history of the action.",))), **more,
    )  # fmt: skip
