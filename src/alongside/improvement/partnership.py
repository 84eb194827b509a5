"""The partnership's side: organisations beside one another, who has a part, and the area's words for scores."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, page_of, practitioner_of
from alongside.agencies.models import Agency, Area, Post, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.improvement import files, forms, services
from alongside.improvement.assessing import ACT, page
from alongside.improvement.bodies import NOTHING
from alongside.improvement.models import AssessmentScale, PartnershipPart
from alongside.improvement.reading import Beside, Judged, answers_of, organisations_beside, statements_beside
from alongside.improvement.statements import grouped, one_of, statements_on
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

SHOWN = 100


@require_safe
def side_by_side(request: HttpRequest, code: str) -> HttpResponse:
    """One statement at a time, organisation by organisation, in the order of the alphabet. Nothing is ranked or added up."""
    area, every, rows, statements = _opened(request, code)
    chosen = one_of(statements, request.GET.get("statement", "")) or (statements[0] if statements else None)
    rounds = [one.round for one in rows if one.round]
    answers = answers_of(rounds) if chosen else {}
    return render(request, "improvement/side_by_side.html", {
        "area": area, "groups": grouped(statements), "chosen": chosen, "any": bool(rounds),
        "rows": [(one, _judged(one.round, chosen.id, answers) if chosen else None) for one in rows],
        "next": _next(request, statements, chosen), "asked": (asked := _asked(request)), "filters": _chips(request, every),
        "query": f"?{urlencode(asked)}" if asked else "",
    })  # fmt: skip


@require_safe
def side_by_side_for_print(request: HttpRequest, code: str) -> HttpResponse:
    """Every statement on paper."""
    area, _, rows, statements = _opened(request, code, Action.PRINT)
    answers = answers_of([one.round for one in rows if one.round])
    told = [(s, [(one, _judged(one.round, s.id, answers)) for one in rows]) for s in statements]
    return render(request, "improvement/side_by_side_for_print.html", {"area": area, "told": told})


@require_safe
def side_by_side_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Every statement for a spreadsheet."""
    _, _, rows, statements = _opened(request, code, Action.EXPORT)
    return files.of_partnership(rows, statements)


def _opened(
    request: HttpRequest, code: str, action: Action = Action.READ
) -> tuple[Area, list[Beside], list[Beside], list[Any]]:
    """The area, its organisations, those the address narrows them to, and the statements they are asked."""
    area, me = open_area(request, policies.READ_PARTNERSHIP, code), practitioner_of(request)
    write(action, area=area, by=me, about=area.pk, about_kind="partnership", page=page_of(request))
    every, asked = organisations_beside(area, me), _asked(request)
    rows = [
        one
        for one in every
        if asked.get("sector", one.agency.sector) == one.agency.sector
        and (one.round or "submitted" not in asked)
    ]
    return area, every, rows, statements_beside(rows, day_of(timezone.now()))


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the address narrows the organisations to: those of one kind, those that submitted something."""
    sector = request.GET.get("sector", "")
    asked = {"sector": sector} if sector in Agency.Sector.values else {}
    return {**asked, **({"submitted": "yes"} if request.GET.get("submitted") == "yes" else {})}


def _chips(request: HttpRequest, every: list[Beside]) -> list[tuple[str, list[Link]]]:
    asked, statement = _asked(request), request.GET.get("statement", "")
    there = {one.agency.sector for one in every}

    def link(name: str, key: str, words: str) -> Link:
        on = asked.get(name) == key
        left = {**asked, name: "" if on else key, "statement": statement}
        return Link(words, f"?{urlencode({k: v for k, v in left.items() if v})}", current=on)

    return [
        (
            "Kind",
            [link("sector", str(key), str(words)) for key, words in Agency.Sector.choices if key in there],
        ),
        ("Show", [link("submitted", "yes", "Only those that submitted")]),
    ]


def _judged(round: Any, statement: str, answers: Any) -> Judged | None:
    """What a round says of a statement; None where it does not ask it."""
    asked = one_of(statements_on(round.on), statement) if round else None
    return Judged(asked, answers.get((round.pk, statement))) if asked else None


def _next(request: HttpRequest, statements: list[Any], chosen: Any) -> str:
    if chosen is None:
        return ""
    after = statements[(statements.index(chosen) + 1) % len(statements)]
    return f"?{urlencode({**_asked(request), 'statement': after.id})}"


@require_safe
def parts(request: HttpRequest, code: str) -> HttpResponse:
    """Who has which part, and who had."""
    area = open_area(request, policies.KEEP_PARTNERSHIP, code)
    every = PartnershipPart.objects.filter(area=area).select_related("practitioner", "agency", "recorded_by")
    return render(request, "improvement/parts.html", {
        "area": area, "every": list(every.order_by("ended_on", "part", "-from_on")[:SHOWN]), "today": day_of(timezone.now()),
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def give_part(request: HttpRequest, code: str) -> HttpResponse:
    """Give somebody a part."""
    area, me = open_area(request, policies.KEEP_PARTNERSHIP, code), practitioner_of(request)
    back = reverse_for("improvement:parts", code)
    posts = Post.objects.filter(agency__areas=area, to_on=None).order_by()
    people = Practitioner.objects.filter(is_active=True, pk__in=posts.values("practitioner")).order_by("name")
    agencies = Agency.objects.filter(areas=area, closed_on=None).order_by("name")
    return ask(
        request, forms.PartForm, template=ACT, form_kwargs={"people": people, "agencies": agencies},
        context=page("Give somebody a part", area.name, back, "Parts"),
        act=lambda answers: services.give_part(by=me, area=area, now=timezone.now(), **answers),
        done=lambda made: (back, Told(f"{made.practitioner} has a part", (f"Until {made.until_on:%-d %B %Y}.",))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_part(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """End a part today."""
    area, me = open_area(request, policies.KEEP_PARTNERSHIP, code), practitioner_of(request)
    one = PartnershipPart.objects.filter(pk=key, area=area).select_related("practitioner").first()
    if one is None:
        raise Http404(NOTHING)
    back = reverse_for("improvement:parts", code)
    return ask(
        request, forms.WordsForm, template=ACT, form_kwargs={"asked": "Why does it end?"},
        context={**page("End a part", area.name, back, "Parts"), "beside": str(one)},
        act=lambda answers: services.end_part(by=me, area=area, part=key, reason=answers["words"], now=timezone.now()),
        done=lambda _: (back, Told("Ended")),
    )  # fmt: skip


@require_safe
def scale(request: HttpRequest, code: str) -> HttpResponse:
    """The words now, those set before and those to come."""
    area = open_area(request, policies.KEEP_PARTNERSHIP, code)
    every = AssessmentScale.objects.filter(area=area).select_related("recorded_by").order_by("-from_on")
    labels = services.scale_of(area.pk, day_of(timezone.now()))
    return render(
        request, "improvement/scale.html", {"area": area, "labels": labels, "every": list(every[:SHOWN])}
    )


@require_http_methods(["GET", "POST"])
def set_scale(request: HttpRequest, code: str) -> HttpResponse:
    """Set the words from a day on."""
    area, me = open_area(request, policies.KEEP_PARTNERSHIP, code), practitioner_of(request)
    back = reverse_for("improvement:scale", code)

    def act(answers: dict[str, Any]) -> AssessmentScale:
        labels = [row["word"] for row in answers.pop("labels")]
        return services.set_scale(by=me, area=area, labels=labels, now=timezone.now(), **answers)

    return ask(
        request, forms.ScaleForm, template=ACT, act=act, context=page("Set the words for scores", area.name, back, "Words for scores"),
        done=lambda made: (back, Told(f"The words hold from {made.from_on:%-d %B %Y}")),
    )  # fmt: skip
