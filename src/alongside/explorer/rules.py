"""Pages of the rules: all of them, one of them, and what remains to be checked against the texts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import urlencode

from alongside.agencies.models import Practitioner
from alongside.explorer import rules_shown, standing, texts, where_it_lives
from alongside.explorer.cases import governed_by
from alongside.explorer.pages import shown
from alongside.explorer.when import When, public
from alongside.explorer.work_out import asked
from alongside.guidance import catalogue
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.editions import BY_ID
from alongside.guidance.kernel.rules import Content, Duty, Membership, Pathway, Rule, Timescale
from alongside.guidance.subjects import audiences_for, subject_of
from alongside.ui.frames import Link

#: The filters of the list: name in the address, its title, and the words for each value.
FILTERS = (
    ("kind", "Kind", rules_shown.KIND_WORDS),
    ("force", "Force", {force: force.capitalize() for force in rules_shown.FORCE_CHOICES}),
    ("text", "Text", rules_shown.STATE_WORDS),
)


@public
def rules(request: HttpRequest, when: When) -> HttpResponse:
    """Every rule that stood that day, by section. The filters live in the address."""
    chosen = {name: request.GET.get(name, "") for name, _, words in FILTERS}
    chosen = {name: value for name, value in chosen.items() if value in _words(name)}
    sections = rules_shown.sections(**chosen)
    return shown(
        request, "rules", when,
        sections=sections,
        number=sum(len(found) for _, found in sections),
        filters=_filters(request.path, chosen, dict(when.carried)),
        narrowed=bool(chosen),
        stood={rule.id for rule, _ in standing.all_on(when.day)},
        over={rule.id for rule, one in standing.all_on(when.day) if one.tag == "over"},
    )  # fmt: skip


@public
def rules_to_check(request: HttpRequest, when: When) -> HttpResponse:
    """What nobody has yet checked against the text, text by text."""
    return shown(request, "rules_to_check", when, texts=rules_shown.to_check())


@public
def rule(request: HttpRequest, when: When, rule_id: str) -> HttpResponse:
    """One rule: what it asks, in each edition, its examples, where it lives, and whom it governs."""
    found = catalogue.RULES.get(rule_id)
    if found is None:
        raise Http404("There is no rule with this name.")
    after = request.GET.get("after", "")
    return shown(
        request, "rule", when,
        rule=found,
        listed_as=rules_shown.shown(found),
        force_means=rules_shown.force_means(found),
        force_words=standing.force_words(found),
        stood=(stood := standing.provision_on(found, when.day)),
        is_over=stood is not None and stood.over,
        around=rules_shown.around(found, when.day),
        texts=rules_shown.texts(found),
        awaited=rules_shown.awaited(found),
        asks=rules_shown.asks(found, when.day) if isinstance(found, Content | Membership | Pathway) else [],
        leads_to=rules_shown.leads_to(found, when.day),
        section=_section(found.id),
        lives=where_it_lives.of_rule(found.id),
        places=[one for one in texts.places_of().get(found.id, ()) if one[0] in BY_ID],
        editions=BY_ID,
        **_whom(found),
        **(_counting(request, found) if isinstance(found, Timescale) else {}),
        **_governed(request, found, after),
    )  # fmt: skip


def _whom(rule: Rule) -> dict[str, Any]:
    """Who acts and whom it concerns."""
    return {
        "acts": [ACTORS[key] for key in rule.by] if isinstance(rule, Duty) else [],
        "readers": [AUDIENCES[key] for key in audiences_for(rule)],
        "subject": subject_of(rule),
    }


def _governed(request: HttpRequest, rule: Rule, after: str) -> dict[str, Any]:
    """The limits that run under it, for whoever is signed in; nothing for anybody else."""
    me = request.user
    return {
        "governed": governed_by(rule.id, me, after) if isinstance(me, Practitioner) else None,
        "begun": bool(after),
    }


def _counting(request: HttpRequest, rule: Timescale) -> dict[str, Any]:
    examples = [(one, rule.due(one.starts)) for one in rule.examples]
    return {"form": asked(request.GET, rule), "examples": examples}


def _section(rule_id: str) -> str:
    return (catalogue.home(rule_id).__doc__ or "").strip().partition("\n")[0].rstrip(".")


def _words(name: str) -> dict[str, str]:
    return next(dict(words) for filter_name, _, words in FILTERS if filter_name == name)


def _filters(path: str, chosen: dict[str, str], carried: dict[str, str]) -> list[tuple[str, list[Link]]]:
    """Each filter as links; the one that is on takes itself off."""

    def address(name: str, value: str) -> str:
        query = {**carried, **chosen, name: value}
        if chosen.get(name) == value:
            del query[name]
        return f"{path}?{urlencode(query)}" if query else path

    return [
        (title, [Link(said, address(name, value), current=chosen.get(name) == value)
                 for value, said in words.items()])
        for name, title, words in FILTERS
    ]  # fmt: skip
