"""Rules as their pages show them: by section, text by text, with what has not begun kept apart. No queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.guidance import catalogue
from alongside.guidance.explain import FORCES
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.rules import (
    KINDS,
    Force,
    Heading,
    Judgement,
    Membership,
    Pathway,
    Rule,
    Step,
)
from alongside.ui.explained import rule_href
from alongside.ui.words import capitalize_first, date_words

KIND_WORDS = {
    "Timescale": "Time limit",
    "Definition": "Meaning of a word",
    "Membership": "Who takes part or decides",
    "Content": "What a record sets out",
    "Pathway": "What may follow",
    "Judgement": "For people to judge",
    "Duty": "What a body does",
}
CHECKED, PARTLY, UNCHECKED, NOT_BEGUN = "checked", "partly", "unchecked", "not-begun"
STATE_WORDS = {
    CHECKED: "Checked against the text",
    PARTLY: "Checked in some texts",
    UNCHECKED: "Not yet checked",
    NOT_BEGUN: "Passed, not begun",
}
assert set(KIND_WORDS) == {kind.kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Shown:
    """One rule in a list. tag: its force as shown, which a judgement does not have."""

    id: str
    title: str
    href: str
    kind: str
    tag: str
    state: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one issue of one text says, and whether somebody has checked it there."""

    text: str
    url: str
    begins: str
    place: str
    lines: tuple[str, ...]
    same: bool
    checked: str


def state(rule: Rule) -> str:
    """Whether every text that has begun was checked, some, or none; or whether none has begun."""
    begun = [one for one in rule.dated.provisions if one.citation.in_force_from is not None]
    if not begun:
        return NOT_BEGUN
    read = sum(1 for one in begun if one.checked)
    return CHECKED if read == len(begun) else PARTLY if read else UNCHECKED


def force_of(rule: Rule) -> str:
    """How strongly the rule speaks, as its tag says it."""
    return "judgement" if isinstance(rule, Judgement) else rule.force.value


def force_means(rule: Rule) -> str:
    """What that force means, in a sentence."""
    if isinstance(rule, Judgement):
        return "Practitioners decide this. The software asks it, keeps the answer, and never gives one."
    if state(rule) == NOT_BEGUN:
        return "Passed, and not begun. It is shown here and enforces nothing."
    return f"{capitalize_first(FORCES[rule.force].partition(': ')[2])}."


def shown(rule: Rule) -> Shown:
    """A rule as a list shows it."""
    return Shown(rule.id, rule.title, rule_href(rule.id), KIND_WORDS[rule.kind], force_of(rule), state(rule))


def sections(kind: str = "", force: str = "", text: str = "") -> list[tuple[str, list[Shown]]]:
    """Every rule by section, in the order the texts take them, as far as the filters let through."""
    found = []
    for module, rules in catalogue.by_module().items():
        title = (module.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        listed_here = [
            shown(rule)
            for rule in rules
            if kind in ("", rule.kind) and force in ("", force_of(rule)) and text in ("", state(rule))
        ]
        if listed_here:
            found.append((title, listed_here))
    return found


FORCE_CHOICES = (*(force.value for force in Force), "judgement")


def texts(rule: Rule) -> list[Said]:
    """What each issue that has begun says, the oldest first; one that repeats the last says so."""
    begun = [one for one in rule.dated.provisions if one.citation.in_force_from is not None]
    begun.sort(key=lambda one: one.citation.in_force_from or date.min)
    before = [None, *begun]
    return [_said(one, last) for one, last in zip(begun, before, strict=False)]


def awaited(rule: Rule) -> list[Said]:
    """What has been passed and has not begun: it can be read, and governs nothing."""
    return [_said(one, None) for one in rule.dated.awaited]


@dataclass(frozen=True, slots=True)
class Around:
    """What another value said before the one of a day, and what says something else after it; either may be missing."""

    before: Said | None
    after: Said | None


def around(rule: Rule, day: date) -> Around:
    """The last value before the one of that day that differs from it, and the next after it."""
    begun = [one for one in rule.dated.provisions if one.citation.in_force_from is not None]
    begun.sort(key=lambda one: one.citation.in_force_from or date.min)
    past = [one for one in begun if (one.citation.in_force_from or date.min) <= day]
    if not past:
        return Around(None, _said(begun[0], None) if begun else None)
    now = past[-1].value
    before = next((one for one in reversed(past) if one.value != now), None)
    after = next((one for one in begun[len(past) :] if one.value != now), None)
    return Around(_said(before, None) if before else None, _said(after, None) if after else None)


def _said(one: Provision[Any], last: Provision[Any] | None) -> Said:
    source = one.citation.source
    return Said(
        text=source.name,
        url=source.url,
        begins=date_words(one.citation.in_force_from, "Not begun"),
        place=capitalize_first(one.citation.locator),
        lines=tuple(lines_of(one.value)),
        same=last is not None and last.value == one.value,
        checked=capitalize_first(one.standing),
    )


def lines_of(value: Any) -> Iterator[str]:
    """A value as lines: one for words or a span, one for each of several."""
    if isinstance(value, tuple | list):
        for one in value:
            yield capitalize_first(one.label if isinstance(one, Heading | Step) else str(one))
    else:
        yield capitalize_first(str(value))


def asks(rule: Rule, on: date) -> list[tuple[str, list[str]]]:
    """What a list rule asks for that day, or from its first day: headings, ways on, or who takes part, group by group."""
    day = max(on, rule.dated.first_day or on)
    provisions = rule.dated.awaited if state(rule) == NOT_BEGUN else (rule.dated.at(day),)
    value: Any = provisions[0].value
    if isinstance(rule, Membership):
        title = "One of these is enough" if rule.any_one else "At least"
        found = [(title, list(lines_of(value)))]
        also = rule.may_also_attend(day) if state(rule) != NOT_BEGUN else ()
        return [*found, ("May be there too", list(lines_of(also)))] if also else found
    groups: dict[str, list[str]] = {}
    for one in value:
        helped = f"{one.label}: {one.help}" if one.help else one.label
        groups.setdefault(getattr(one, "group", ""), []).append(capitalize_first(helped))
    return list(groups.items())


def leads_to(rule: Rule, on: date) -> list[Shown]:
    """The rules that come into play after an outcome of a pathway."""
    if not isinstance(rule, Pathway) or state(rule) == NOT_BEGUN:
        return []
    day = max(on, rule.dated.first_day or on)
    ids = dict.fromkeys(id for step in rule.steps(day) for id in step.leads_to)
    return [shown(catalogue.RULES[id]) for id in ids if id in catalogue.RULES]


@dataclass(frozen=True, slots=True)
class ToCheck:
    """One issue of one text, and the rules whose value nobody has yet checked in it."""

    text: str
    url: str
    rules: tuple[tuple[Shown, str], ...]


def to_check() -> list[ToCheck]:
    """Every text with what remains to be checked in it, in the order of the texts."""
    remaining: dict[str, list[tuple[Shown, str]]] = {}
    for rule in catalogue.RULES.values():
        for one in rule.dated.provisions:
            if not one.checked:
                place = capitalize_first(one.citation.locator)
                remaining.setdefault(one.citation.source.id, []).append((shown(rule), place))
    return [
        ToCheck(source.name, source.url, tuple(remaining[source.id]))
        for source in catalogue.SOURCES
        if source.id in remaining
    ]


def editions(rule: Rule) -> list[str]:
    """The texts that say something here, by edition, for asking one of them alone."""
    return list(dict.fromkeys(one.citation.source.edition for one in rule.dated.provisions))
