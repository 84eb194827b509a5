"""What if another text governed, and what remains to be read of each text: open, ask, show. Nothing is recorded."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import open_area, practitioner_of
from alongside.access.policies import SEE_FIGURES
from alongside.agencies.models import Area
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.guidance import catalogue
from alongside.guidance.taking_in import SETTING
from alongside.replay import reading, showing
from alongside.replay.asked import Asked, FromFileForm, query_of
from alongside.replay.found import HOW, FellShort, Replay, counted
from alongside.replay.reading_only import reading_only
from alongside.replay.running import TooMany, run
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import SeeOther, render

#: More open cases than this are left to the command, so that no page keeps anyone waiting.
MOST_CASES = 10_000
SHOWN = 500
#: So many columns of weeks stand side by side on paper.
COLUMNS = 5


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def what_if(request: HttpRequest) -> HttpResponse:
    """Ask for another text, by form or by file, and see what would be different."""
    area = open_area(request, SEE_FIGURES)
    file = FromFileForm(request.POST, request.FILES) if request.method == "POST" else FromFileForm()
    if file.is_bound and file.is_valid():
        return SeeOther(f"{reverse_for('replay:what-if')}?{query_of(file.variant)}")
    asked = Asked.by(request)
    told = _told(request, area, asked)
    status = 422 if asked.form.errors or file.errors else 200
    return render(request, "replay/what_if.html", {**told, "file": file}, status=status)


@login_required
@require_safe
def what_if_for_print(request: HttpRequest) -> HttpResponse:
    """The same, made for paper."""
    area = open_area(request, SEE_FIGURES)
    told = _told(request, area, Asked.by(request))
    _taken_out(request, area, Action.PRINT, _found(told))
    return render(request, "replay/what_if_for_print.html", told)


@login_required
@require_safe
def what_if_rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule: whose limits would be others. Children whose record the reader may not open are counted only."""
    area = open_area(request, SEE_FIGURES)
    rule = catalogue.RULES.get(rule_id)
    if rule is None:
        raise Http404("There is no rule with this name.")
    asked = Asked.by(request)
    found = _found(_told(request, area, asked))
    every = found.of_rule(rule_id)
    shown = sorted(
        (one for one in every if one.whose.shown), key=lambda one: (one.whose.called, one.starts_on)
    )
    return render(request, "replay/what_if_rule.html", {
        "area": area, "found": found, "rule": rule, "query": asked.query, "counts": counted(every),
        "ways": showing.ways(counted(every)), "how": HOW, "governs": showing.GOVERNS,
        "shown": shown[:SHOWN], "left_out": max(0, len(shown) - SHOWN),
        "others": counted(one for one in every if not one.whose.shown),
        "compared": next((one for one in found.compared if one.rule.id == rule_id), None),
        **_fell_short([one for one in found.shortfalls if one.rule == rule_id]),
    })  # fmt: skip


def _fell_short(every: list[FellShort]) -> dict[str, Any]:
    counts = showing.rows_of_shortfalls(every)
    shown = sorted((one for one in every if one.whose.shown), key=lambda one: (one.whose.called, one.on))
    return {"fell_short": counts[0] if counts else None, "short_shown": shown[:SHOWN], "most": SHOWN}


@login_required
@require_safe
def what_if_table(request: HttpRequest) -> HttpResponse:
    """The same as a table for a spreadsheet: references of children the reader may see, the others counted."""
    area = open_area(request, SEE_FIGURES)
    found = _found(_told(request, area, Asked.by(request)))
    _taken_out(request, area, Action.EXPORT, found)
    answer = HttpResponse(showing.as_csv(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="what-if-{found.day.isoformat()}.csv"'
    return answer


@login_required
@require_safe
def to_read(request: HttpRequest) -> HttpResponse:
    """What remains to be read of each text, and how a reading is recorded. No queries of its own."""
    chosen = request.GET.get("text", "")
    texts = reading.texts()
    return render(request, "replay/reading.html", {
        "texts": texts, "chosen": reading.of(chosen) if chosen in {one.id for one in texts} else None, "setting": SETTING,
    })  # fmt: skip


def _told(request: HttpRequest, area: Area, asked: Asked) -> dict[str, Any]:
    """What a page of the result shows; no result where nothing, or nothing usable, was asked."""
    form = asked.form
    told: dict[str, Any] = {"area": area, "form": form, "query": asked.query, "found": None, "too_many": 0,
                            "texts": showing, "governs": showing.GOVERNS, "not_encoded": showing.NOT_ENCODED}  # fmt: skip
    if form.is_bound and form.is_valid() and form.answer is not None:
        try:
            with reading_only():
                found = run(
                    area, form.answer, timezone.now(), reader=practitioner_of(request), most=MOST_CASES
                )
        except TooMany as many:
            return told | {"too_many": many.cases}
        return told | _shown(found, form.ahead, form.cleaned_data.get("minutes"))
    return told


def _shown(found: Replay, weeks: int, minutes: int | None) -> dict[str, Any]:
    at_once = -(-weeks // COLUMNS)
    rules, loads = found.by_rule(), found.loads(weeks, at_once)
    blocks = [(first, min(first + at_once - 1, weeks)) for first in range(1, weeks + 1, at_once)]
    depends = {*rules, *(one.rule for one in found.shortfalls)}
    return {
        "found": found, "all": counted(found.differences), "weeks": weeks, "loads": loads, "blocks": blocks,
        "rules": [(catalogue.rule(id), counts, next((c for c in found.compared if c.rule.id == id), None))
                  for id, counts in rules.items()],
        "teams": found.by_team(), "shortfalls": showing.rows_of_shortfalls(found.shortfalls),
        "besides": [one for one in found.compared if one.rule.id not in depends],
        "more": sum(one.more for one in loads), "minutes": minutes,
    }  # fmt: skip


def _found(told: dict[str, Any]) -> Replay:
    """The result. Raises Http404 for an address that asks for none."""
    found = told["found"]
    if not isinstance(found, Replay):
        raise Http404("Nothing was asked here. Begin with the page “What if another text governed?”")
    return found


def _taken_out(request: HttpRequest, area: Area, action: Action, found: Replay) -> None:
    """Paper and files leave the service, so that they were made is written down, with how many limits they tell of."""
    me = practitioner_of(request)
    write(action, area=area, by=me, about=area.pk, about_kind="area", limits=len(found.differences))
