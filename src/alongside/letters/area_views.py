"""What an area decides about letters: their words; and which wait to be translated."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.guidance import catalogue
from alongside.letters import local, templating
from alongside.letters.forms import DaysForm, TemplateForm
from alongside.letters.models import Letter, LetterTemplate, LocalDays
from alongside.letters.told import told_days, told_rewritten
from alongside.letters.which import BY_ID, LETTERS, LetterKind
from alongside.letters.wording import brought_along
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render
from alongside.ui.steps import ask

SHOWN = 100
#: What leaves the number to the area; for a copy of the assessment nothing national asks.
RULES_OF_DAYS = {LocalDays.What.PLAN.value: catalogue.rule("child-protection.plan-circulation")}


@require_safe
def templates(request: HttpRequest, code: str) -> HttpResponse:
    """Every kind of letter to every audience, and whether the area has words of its own."""
    area = open_area(request, policies.ADMINISTER, code)
    own: dict[tuple[str, str], LetterTemplate] = {}
    for one in LetterTemplate.objects.filter(area=area).select_related("written_by").order_by("version"):
        own[one.kind, one.audience] = one
    listed = [
        (kind, audience, own.get((kind.id, audience))) for kind in LETTERS for audience in kind.audiences
    ]
    days: dict[str, list[LocalDays]] = {what: [] for what in LocalDays.What.values}
    for figure in LocalDays.objects.filter(area=area).select_related("written_by").order_by("-from_on"):
        days[figure.what].append(figure)
    context = {"area": area, "listed": listed, "days": days, "whats": dict(LocalDays.What.choices)}
    return render(request, "letters/templates.html", context)


@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, code: str, kind: str, audience: str) -> HttpResponse:
    """The words of one letter: read, tried with made-up people, changed."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    found = BY_ID.get(kind)
    if found is None or audience not in [one.value for one in found.audiences]:
        raise Http404("There is no such letter.")
    versions = list(
        LetterTemplate.objects.filter(area=area, kind=kind, audience=audience)
        .select_related("written_by")
        .order_by("-version")
    )
    words = versions[0].words if versions else brought_along(kind, audience)
    return ask(
        request, TemplateForm, template="letters/template.html",
        context={
            "area": area, "kind": found, "audience": found.audiences[[one.value for one in found.audiences].index(audience)],
            "versions": versions, "fields": sorted(found.may_hold(audience)), "boxes": {box.key: box.label for box in found.boxes},
            "shown": _shown(request.POST.get("words") or words, found, audience),
        },
        initial={"words": words},
        act=lambda answers: templating.rewrite(
            by=me, area=area, kind=found, audience=audience, now=timezone.now(), **answers
        ),
        done=lambda made: (reverse_for("letters:templates", code), told_rewritten(made)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def set_days(request: HttpRequest, code: str, what: str) -> HttpResponse:
    """Set how many working days the area gives itself to send something."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    if what not in LocalDays.What.values:
        raise Http404("There are no such days.")
    return ask(
        request, DaysForm, template="letters/set_days.html",
        context={"area": area, "what": LocalDays.What(what).label, "rule": RULES_OF_DAYS.get(what)},
        initial={"from_on": day_of(timezone.now())},
        act=lambda answers: local.set_days(by=me, area=area, what=what, now=timezone.now(), **answers),
        done=lambda made: (reverse_for("letters:templates", code), told_days(made)),
    )  # fmt: skip


@require_safe
def to_translate(request: HttpRequest) -> HttpResponse:
    """Signed letters that wait for a translator, of children whose letters one writes."""
    me = practitioner_of(request)
    children = policies.WRITE_LETTERS.filter(Person.objects.all(), me).order_by().values("pk")
    waiting = Letter.objects.filter(
        case__child__in=children, signed__isnull=False, signed__translation=None, outcomes=None
    )
    letters = (
        waiting.exclude(language="")
        .select_related("case__child", "signed")
        .order_by("signed__signed_on", "id")
    )
    return render(request, "letters/to_translate.html", {"letters": list(letters[:SHOWN])})


def _shown(words: str, kind: LetterKind, audience: str) -> Any:
    try:
        return templating.preview(words, kind, audience)
    except Refusal:
        return []
