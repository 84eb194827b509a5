"""The area's own words for levels of risk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.contexts.forms import RiskWordsForm
from alongside.contexts.models import RiskWords
from alongside.contexts.words import levels_of, set_levels
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


@require_safe
def risk_words(request: HttpRequest, code: str) -> HttpResponse:
    """The words now, those set before and those to come."""
    area = open_area(request, policies.SET_RISK_WORDS, code)
    every = RiskWords.objects.filter(area=area).select_related("recorded_by").order_by("-from_on")
    return render(request, "contexts/risk_words.html", {
        "area": area, "levels": levels_of(area.pk, day_of(timezone.now())), "every": list(every[:50]),
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def set_risk_words(request: HttpRequest, code: str) -> HttpResponse:
    """Set the words from a day on."""
    area, me = open_area(request, policies.SET_RISK_WORDS, code), practitioner_of(request)
    back = reverse_for("contexts:risk-words", code)

    def act(answers: dict[str, Any]) -> RiskWords:
        levels = [row["word"] for row in answers["levels"]]
        return set_levels(
            by=me,
            area=area,
            from_on=answers["from_on"],
            levels=levels,
            because=answers["because"],
            now=timezone.now(),
        )

    return ask(
        request, RiskWordsForm, template="contexts/act.html", act=act,
        context={"asked": "Set the words for levels of risk", "about": area.name, "back": back, "back_words": "Words for levels of risk"},
        done=lambda made: (back, Told(f"The words hold from {made.from_on:%-d %B %Y}")),
    )  # fmt: skip
