"""Texts, chapters and paragraphs as their pages show them. No queries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from alongside.explorer.standing import Stands, stands
from alongside.guidance import catalogue
from alongside.guidance.coverage import Entry
from alongside.guidance.editions import BY_ID, Edition
from alongside.guidance.kernel.changes import Change, Unknown
from alongside.guidance.kernel.sources import Kind, Source

CHAPTER = re.compile(r"\bchapter (\d+)\b")
INTRODUCTION = re.compile(r"\b(introduction|glossary)\b")


def slug(at: str) -> str:
    """A place as it stands in an address: ``paragraph 153`` as ``paragraph-153``."""
    return re.sub(r"[^a-z0-9]+", "-", at.casefold()).strip("-")


@cache
def entries_of(edition: str) -> dict[str, Entry]:
    """Every place of an edition's register, by its address, in the text's order."""
    return {slug(entry.at): entry for entry in catalogue.coverage() if entry.edition == edition}


@cache
def places_of() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """For each rule, the places of the register that name it: edition, address and place."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for entry in catalogue.coverage():
        for id in entry.rules:
            found.setdefault(id, []).append((entry.edition, slug(entry.at), entry.at))
    return {id: tuple(places) for id, places in found.items()}


def places_in(edition: Edition, chapter: int, day: date) -> list[tuple[str, Entry, list[Stands]]]:
    """A chapter's places in order, each with its address and the rules of it that stood that day."""
    return [
        (at, entry, list(_rules(entry, day)))
        for at, entry in entries_of(edition.id).items()
        if entry.chapter == chapter
    ]


def _rules(entry: Entry, day: date) -> Iterator[Stands]:
    for id in entry.rules:
        if id in catalogue.RULES and (one := stands(catalogue.RULES[id], day)) is not None:
            yield one


def cited_in(edition: Edition, chapter: int, day: date) -> list[Stands]:
    """The rules whose value that day is cited to this chapter, where the text was not read paragraph by paragraph."""
    issues = {issue.id for issue in edition.issues}
    return [
        one
        for rule in catalogue.RULES.values()
        if (one := stands(rule, day)) is not None
        and rule.dated.at(day).citation.source.id in issues
        and chapter_of(one.place) == chapter
    ]


def chapter_of(locator: str) -> int | None:
    """The chapter a citation names, where it names one; 0 for the introduction and the glossary."""
    if found := CHAPTER.search(locator):
        return int(found[1])
    return 0 if INTRODUCTION.search(locator) else None


def changes_in(edition: Edition, chapter: int) -> list[Change]:
    """What this edition changed in this chapter of the one before it."""
    return [one for one in catalogue.CHANGES if one.after == edition.id and one.chapter == chapter]


def unknown_in(edition: Edition, chapter: int) -> list[Unknown]:
    """What could not be established about this chapter."""
    return [one for one in catalogue.UNKNOWNS if one.edition == edition.id and one.chapter == chapter]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The places before and after one, as (address, place), or nothing."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


def neighbours(edition: str, at: str) -> Neighbours:
    """What stands before and after a place in its edition's register."""
    order = list(entries_of(edition).items())
    here = next(n for n, (one, _) in enumerate(order) if one == at)
    beside = [(order[n][0], order[n][1].at) if 0 <= n < len(order) else None for n in (here - 1, here + 1)]
    return Neighbours(before=beside[0], after=beside[1])


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its issues, how many rules cite it, and where it is published."""

    edition: str
    title: str
    kind: Kind
    issues: tuple[Source, ...]
    rules: int
    url: str
    chapters: bool


@cache
def texts() -> tuple[Text, ...]:
    """Every text, in the order of the sources, its issues together."""
    cited: dict[str, set[str]] = {}
    for rule in catalogue.RULES.values():
        for provision in rule.dated.provisions:
            cited.setdefault(provision.citation.source.edition, set()).add(rule.id)
    grouped: dict[str, list[Source]] = {}
    for source in catalogue.SOURCES:
        grouped.setdefault(source.edition, []).append(source)
    return tuple(
        Text(
            edition=edition, title=issues[0].title, kind=issues[0].kind, issues=tuple(issues),
            rules=len(cited.get(edition, ())), url=issues[-1].url, chapters=edition in BY_ID,
        )
        for edition, issues in grouped.items()
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A place of a text and the rule that rests on it, whenever that was or will be."""

    place: str
    begins: date | None
    rule: str
    title: str
    checked: bool


def citations_of(edition: str) -> list[Cited]:
    """Every place of one text that a rule cites; issues of one edition that agree stand once, the latest."""
    found: dict[tuple[str, str], Cited] = {}
    for rule in catalogue.RULES.values():
        for provision in rule.dated.provisions:
            citation = provision.citation
            if citation.source.edition == edition:
                found[citation.locator, rule.id] = Cited(
                    citation.locator,
                    citation.in_force_from,
                    rule.id,
                    rule.title,
                    provision.checked is not None,
                )
    return sorted(found.values(), key=lambda one: _in_order(one.place))


def _in_order(place: str) -> list[tuple[int, int | str]]:
    """Places sort as people count: paragraph 9 before paragraph 10."""
    return [(0, int(part)) if part.isdigit() else (1, part) for part in re.findall(r"\d+|[^\d]+", place)]
