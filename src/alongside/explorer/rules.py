"""Pages of the rules: all of them, one of them, and what remains to be checked against the texts."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.explorer import rules_shown
from alongside.explorer.cases import governed_by
from alongside.explorer.work_out import asked
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content, Membership, Pathway, Timescale
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.pages import render

#: The filters of the list: name in the address, its title, and the words for each value.
FILTERS = (
    ("kind", "Kind", rules_shown.KIND_WORDS),
    ("force", "Force", {force: force.capitalize() for force in rules_shown.FORCE_CHOICES}),
    ("text", "Text", rules_shown.STATE_WORDS),
)


@login_required
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule, by section. The filters live in the address."""
    chosen = {name: request.GET.get(name, "") for name, _, words in FILTERS}
    chosen = {name: value for name, value in chosen.items() if value in _words(name)}
    sections = rules_shown.sections(**chosen)
    return render(request, "explorer/rules.html", {
        "sections": sections,
        "number": sum(len(found) for _, found in sections),
        "filters": _filters(request.path, chosen),
        "narrowed": bool(chosen),
    })  # fmt: skip


@login_required
@require_safe
def rules_to_check(request: HttpRequest) -> HttpResponse:
    """What nobody has yet checked against the text, text by text."""
    return render(request, "explorer/rules_to_check.html", {"texts": rules_shown.to_check()})


@login_required
@require_safe
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule: what it asks, in each edition, its examples, a date worked out, and whom it governs."""
    found, me, today = catalogue.RULES.get(rule_id), practitioner_of(request), day_of(timezone.now())
    if found is None:
        raise Http404("There is no rule with this name.")
    after = request.GET.get("after", "")
    return render(request, "explorer/rule.html", {
        "rule": found,
        "shown": rules_shown.shown(found),
        "force_means": rules_shown.force_means(found),
        "texts": rules_shown.texts(found),
        "awaited": rules_shown.awaited(found),
        "asks": rules_shown.asks(found, today) if isinstance(found, Content | Membership | Pathway) else [],
        "leads_to": rules_shown.leads_to(found, today),
        "section": _section(found.id),
        **(_counting(request, found) if isinstance(found, Timescale) else {}),
        "governed": governed_by(rule_id, me, after),
        "begun": bool(after),
    })  # fmt: skip


def _counting(request: HttpRequest, rule: Timescale) -> dict[str, Any]:
    examples = [(one, rule.due(one.starts)) for one in rule.examples]
    return {"form": asked(request.GET, rule), "examples": examples}


def _section(rule_id: str) -> str:
    return (catalogue.home(rule_id).__doc__ or "").strip().partition("\n")[0].rstrip(".")


def _words(name: str) -> dict[str, str]:
    return next(dict(words) for filter_name, _, words in FILTERS if filter_name == name)


def _filters(path: str, chosen: dict[str, str]) -> list[tuple[str, list[Link]]]:
    """Each filter as links; the one that is on takes itself off."""

    def address(name: str, value: str) -> str:
        query = {**chosen, name: value}
        if chosen.get(name) == value:
            del query[name]
        return f"{path}?{urlencode(query)}" if query else path

    return [
        (title, [Link(said, address(name, value), current=chosen.get(name) == value)
                 for value, said in words.items()])
        for name, title, words in FILTERS
    ]  # fmt: skip
