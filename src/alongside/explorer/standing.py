"""Rules as they stand on one day, for lists: what each asks then, how strongly, and where the text says so. No queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from alongside.explorer.rules_shown import KIND_WORDS, force_of
from alongside.guidance import catalogue
from alongside.guidance.actors import ACTORS
from alongside.guidance.kernel.dated import NotCovered, Provision
from alongside.guidance.kernel.rules import (
    Content,
    Duty,
    Heading,
    Judgement,
    Membership,
    Rule,
    Step,
    Timescale,
)
from alongside.guidance.kernel.words import listed
from alongside.guidance.subjects import SUBJECTS, Subject, audiences_for, subject_of
from alongside.ui.words import capitalize_first

#: The order in which a reader wants to meet what is asked of them.
FORCES = ("must", "should", "may", "local", "judgement", "over")
FORCE_TITLES = {
    "must": "What must be done",
    "should": "What should be done",
    "may": "What may be done",
    "local": "What this service asks",
    "judgement": "What people have to judge",
    "over": "What is over",
}


@dataclass(frozen=True, slots=True)
class Stands:
    """One rule on one day. ``asks`` says it in a line; ``place`` and ``text`` say where; ``checked`` whether it was."""

    id: str
    title: str
    kind: str
    tag: str
    tag_words: str
    asks: str
    who: str
    place: str
    text: str
    checked: bool
    carried_from: str = ""

    @property
    def where(self) -> str:
        """Where it stands, for a list: of a value carried on and not confirmed, the last place somebody found it."""
        if not self.carried_from:
            return f"{self.text}, {self.place}"
        return f"{self.carried_from}; carried on into {self.text}, and not confirmed there"


def provision_on(rule: Rule, day: date) -> Provision[Any] | None:
    """What the text in force that day says; None where no text held here had begun."""
    try:
        found: Provision[Any] = rule.dated.at(day)
    except NotCovered:
        return None
    return found


def stands(rule: Rule, day: date) -> Stands | None:
    """A rule as a list shows it for that day; None where no text held here asked it then."""
    found = provision_on(rule, day)
    if found is None:
        return None
    return Stands(
        id=rule.id,
        title=rule.title,
        kind=KIND_WORDS[rule.kind],
        tag="over" if found.over else force_of(rule),
        tag_words="over" if found.over else force_words(rule),
        asks=in_a_line(rule, found.value, over=found.over),
        who=who_acts(rule),
        place=found.citation.locator,
        text=found.citation.source.name,
        checked=found.checked is not None,
        carried_from=_carried_from(rule, found),
    )


def _carried_from(rule: Rule, found: Provision[Any]) -> str:
    """The edition and place a value was carried on from, where its own text was not read; empty where it was."""
    if not found.carried:
        return ""
    own = [one for one in rule.dated.provisions if not one.carried and one.value == found.value]
    last = own[-1].citation if own else None
    return f"{last.source.title}, {last.locator}" if last else ""


def force_words(rule: Rule) -> str:
    """The force as its tag says it. What a text says is expected is a should, and says so."""
    return "should (expected)" if isinstance(rule, Duty) and rule.expected else force_of(rule)


def in_a_line(rule: Rule, value: Any, *, over: bool = False) -> str:
    """What a rule asks, in one line; what took its place, where it is over."""
    if isinstance(rule, Judgement):
        return f"For {rule.decided_by} to decide."
    if isinstance(rule, Timescale):
        return f"{capitalize_first(str(value))}{'' if over else f' from {rule.runs_from}'}."
    if isinstance(value, str):
        return value
    labels = [one.label if isinstance(one, Heading | Step) else str(one) for one in value]
    begins = {
        Content: "Sets out: ",
        Membership: "One of: " if getattr(rule, "any_one", False) else "At least: ",
    }
    return f"{begins.get(type(rule), 'One of: ')}{'; '.join(labels)}."


def who_acts(rule: Rule) -> str:
    """Who it falls to, where the rule says."""
    if isinstance(rule, Duty):
        return capitalize_first(listed([ACTORS[key].title for key in rule.by]))
    return capitalize_first(rule.responsible) if isinstance(rule, Timescale) else ""


@lru_cache(maxsize=64)
def all_on(day: date) -> tuple[tuple[Rule, Stands], ...]:
    """Every rule that stood that day, in the order of the texts."""
    return tuple((rule, one) for rule in catalogue.RULES.values() if (one := stands(rule, day)) is not None)


def for_reader(audience: str, day: date) -> Iterator[tuple[Rule, Stands]]:
    """What was asked that day and concerns these readers; not what was over."""
    return ((rule, one) for rule, one in all_on(day) if one.tag != "over" and audience in audiences_for(rule))


def by_actor(actor: str, day: date) -> Iterator[tuple[Rule, Stands]]:
    """The duties of one body that stood that day, with those that were over."""
    return ((rule, one) for rule, one in all_on(day) if isinstance(rule, Duty) and actor in rule.by)


def by_force(found: Iterable[tuple[Rule, Stands]]) -> list[tuple[str, str, list[tuple[str, list[Stands]]]]]:
    """Grouped by force and then by subject: the force, its heading, and each subject with its rules."""
    grouped: dict[str, dict[str, list[Stands]]] = {}
    for rule, one in found:
        grouped.setdefault(one.tag, {}).setdefault(subject_of(rule).key, []).append(one)
    return [(force, FORCE_TITLES[force], _titled(grouped[force])) for force in FORCES if force in grouped]


def by_subject(found: Iterable[tuple[Rule, Stands]]) -> list[tuple[str, list[Stands]]]:
    """Grouped by subject, in the subjects' own order: each subject's title with its rules."""
    grouped: dict[str, list[Stands]] = {}
    for rule, one in found:
        grouped.setdefault(subject_of(rule).key, []).append(one)
    return _titled(grouped)


def counted_by_subject(found: Iterable[tuple[Rule, Stands]]) -> list[tuple[Subject, int]]:
    """Each subject with how many of these are about it, in the subjects' own order."""
    numbers = Counter(subject_of(rule).key for rule, _ in found)
    return [(subject, numbers[key]) for key, subject in SUBJECTS.items() if key in numbers]


def _titled(grouped: dict[str, list[Stands]]) -> list[tuple[str, list[Stands]]]:
    return [(SUBJECTS[key].title, grouped[key]) for key in SUBJECTS if key in grouped]
