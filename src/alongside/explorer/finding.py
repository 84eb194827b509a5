"""The search page of the guidance."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from alongside.explorer.pages import shown
from alongside.explorer.standing import stands
from alongside.explorer.texts import slug
from alongside.explorer.when import When, public
from alongside.guidance import catalogue, search
from alongside.guidance.editions import BY_ID
from alongside.guidance.kernel.changes import Change
from alongside.guidance.search import Found

KINDS = {
    "rule": "Rule",
    "paragraph": "Paragraph",
    "word": "Word",
    "change": "Change",
    "reader": "Readers",
    "topic": "Topic",
    "body": "Who acts",
    "text": "Text",
}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer as the page shows it: where it leads, what it is, and what it says on the day asked."""

    title: str
    href: str
    kind: str
    says: str
    tag: str = ""
    tag_words: str = ""
    where: str = ""


@public
def find(request: HttpRequest, when: When) -> HttpResponse:
    """What answers a question, with other words for the same, and letters that mean two things said so."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    answer = search.search(asked) if asked else None
    return shown(
        request, "search", when,
        asked=asked, answer=answer, hits=[_hit(one, when) for one in answer.found] if answer else [],
        words=[_hit(one, when) for one in answer.words] if answer else [],
    )  # fmt: skip


def _hit(found: Found, when: When) -> Hit:
    if found.kind == "rule":
        one = stands(catalogue.RULES[found.key], when.day)
        if one is None:
            return Hit(
                found.title, _href(found, when), "Rule", f"Nothing held here asked this on {when.words}."
            )
        return Hit(
            one.title,
            _href(found, when),
            one.kind,
            one.asks,
            one.tag,
            one.tag_words,
            one.where,
        )
    kind = KINDS[found.kind]
    if found.kind == "change":
        kind = f"Change in {BY_ID[_change(found.key).after].title}"
    return Hit(found.title, _href(found, when), kind, found.says)


def _change(id: str) -> Change:
    return next(one for one in catalogue.CHANGES if one.id == id)


def _href(found: Found, when: When) -> str:
    """Where an answer stands. A change stands in the chapter of its edition; a word on the page of words."""
    if found.kind == "paragraph":
        edition, _, at = found.key.partition("|")
        return when.href("paragraph", edition, slug(at))
    if found.kind == "change":
        change = _change(found.key)
        return when.href("chapter", change.after, change.chapter)
    if found.kind == "word":
        return f"{when.href('words')}#letter-{found.key[:1].lower()}"
    page = {"reader": "reader", "topic": "topic", "body": "actor", "text": "text", "rule": "rule"}[found.kind]
    return when.href(page, found.key)
