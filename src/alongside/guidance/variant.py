"""Rules as another text would have them: an edition, a draft of one, or an area's own standard.

A variant is a name, perhaps a text to start from, and what single rules ask instead. ``instead`` makes rules of
it that read as if that text had governed from the start. Nothing of the guidance itself is changed.

What a rule asks instead is written in lines, the same in a file, a form and an edition that is taken in: one line
such as ``10 working days`` for a time limit; for a list its items, or ``+ item`` and ``- item`` to change it;
``nothing`` where the text no longer asks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from alongside.guidance import catalogue, editions
from alongside.guidance.kernel.dated import Dated, NotCovered, Provision
from alongside.guidance.kernel.rules import Judgement, Membership, Rule, Timescale
from alongside.guidance.kernel.sources import Citation, Kind, Source
from alongside.guidance.kernel.spans import Hours
from alongside.guidance.kernel.words import listed
from alongside.guidance.local import is_longer
from alongside.guidance.written import (
    NOTHING,
    Change,
    NotUsable,
    Problem,
    Unfit,
    as_lines,
    file_from,
    is_list,
    keys_of,
    value_from,
    with_value,
)

ALWAYS = date.min
MOST_RULES = 60
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Variant:
    """Another text. ``base`` is the edition or issue to start from; empty for the text of each day, as it governs now.

    ``local`` marks an area's own standard, which may ask for more than the national text and never for less.
    """

    name: str
    base: str = ""
    changes: Mapping[str, Change] = field(default_factory=dict)
    local: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """Rules as they read under another text, by id; None for one that it does not ask. The rest stay as they are.

    unheld: those of which nothing of that text is held here. It may ask them in other words, so their None is no finding.
    """

    name: str
    rules: Mapping[str, Rule | None]
    unheld: frozenset[str] = frozenset()

    def rule(self, id: str) -> Rule | None:
        """The rule under that text. Raises NoSuchRule for an id nobody uses."""
        return self.rules[id] if id in self.rules else catalogue.rule(id)


@dataclass(frozen=True, slots=True)
class Compared:
    """One rule whose value is another: as it reads now, and as it would."""

    rule: Rule
    now: tuple[str, ...]
    then: tuple[str, ...]

    @property
    def how(self) -> str:
        """What happens to it: "appears", "vanishes" or "changes"."""
        return "appears" if not self.now else "vanishes" if not self.then else "changes"


#: An edition of which fewer values are encoded would seem to ask for nothing.
ENOUGH = 50


def bases() -> tuple[editions.Edition, ...]:
    """The editions that can be tried over a caseload: those with enough values encoded, the latest first."""
    said = Counter(
        one.citation.source.id for rule in catalogue.RULES.values() for one in rule.dated.provisions
    )
    return tuple(
        one for one in reversed(editions.EDITIONS) if max(said[issue.id] for issue in one.issues) >= ENOUGH
    )


def read(text: str, called: str) -> Variant:
    """A variant from the words of a TOML file. ``called`` is its name, for messages. Raises NotUsable.

    Whether its rules can be used is found by ``instead``.
    """
    told, changes = file_from(text, called)
    name = str(told.get("name") or told.get("title") or called)
    return Variant(name, str(told.get("from", "")), changes, told.get("local", False) is True)


def instead(variant: Variant) -> Instead:
    """The rules as they would read had this text governed from the start. Raises NotUsable with all that is wrong."""
    problems = list(_of_itself(variant))
    rules: dict[str, Rule | None] = {} if problems else _from(variant.base)
    source = _source(variant.name)
    for id, change in variant.changes.items():
        if id not in catalogue.RULES:
            near = get_close_matches(id, catalogue.RULES, n=1, cutoff=0.5)
            do = f"Did you mean {near[0]}?" if near else "List the rules: alongside rules."
            problems.append(
                Problem(f"There is no rule {id}.", id, "A variant changes rules there are.", do, id)
            )
            continue
        try:
            rules[id] = _with(
                catalogue.RULES[id], rules.get(id, catalogue.RULES[id]), change, source, variant
            )
        except Unfit as unfit:
            problems.append(Problem(unfit.what, id, unfit.why, unfit.do, id))
    if problems:
        raise NotUsable(problems)
    unheld = frozenset(id for id, rule in rules.items() if rule is None and id not in variant.changes)
    return Instead(variant.name, rules, unheld & _unheld(variant.base))


def _of_itself(variant: Variant) -> Iterable[Problem]:
    if not variant.name.strip() or len(variant.name) > LONGEST_NAME:
        yield Problem("It needs a name.", "name", f"Pages and files are headed with it; {LONGEST_NAME} characters at most.",
                      "Give it one, such as “Ten days to a conference”.")  # fmt: skip
    if len(variant.changes) > MOST_RULES:
        yield Problem("It changes too many rules at once.", "rule", f"{len(variant.changes)}, and {MOST_RULES} is the most.",
                      "Take the text into the guidance as an edition instead.")  # fmt: skip
    if not variant.base and not variant.changes:
        yield Problem("Nothing would be different.", "from", "It names no text to start from and no rule.",
                      "Choose a text, or say what a rule asks instead.")  # fmt: skip
    known = [one.id for one in bases()]
    if variant.base and not _issues(variant.base):
        yield Problem(f"There is no text {variant.base} to try.", "from", "None of it, or too little, is encoded.",
                      f"Choose from {listed(known, 'or')}.")  # fmt: skip


def _issues(base: str) -> tuple[str, ...]:
    """The ids of the issues that a text is read from, the one to ask first at the beginning."""
    wanted = base.casefold()
    for edition in bases():
        if edition.id.casefold() == wanted:
            return tuple(issue.id for issue in reversed(edition.issues))
    encoded = {one.id.casefold(): one.id for edition in bases() for one in edition.issues}
    return (encoded[wanted],) if wanted in encoded else ()


def _from(base: str) -> dict[str, Rule | None]:
    """Every rule on which editions of this text speak, as that one has it. Other texts stay beside it."""
    if not base:
        return {}
    issues = _issues(base)
    family = {issue.id for edition in editions.EDITIONS for issue in edition.issues}
    found: dict[str, Rule | None] = {}
    for id, rule in catalogue.RULES.items():
        # A judgement is put to people in the words of one text, and no edition answers it.
        if isinstance(rule, Judgement):
            continue
        if any(one.citation.source.id in family for one in rule.dated.provisions):
            found[id] = _as_said(rule, issues, family)
    return found


def _unheld(base: str) -> frozenset[str]:
    """Rules of which no issue of this text says anything that is held here."""
    issues = set(_issues(base)) if base else set()
    return frozenset(
        id for id, rule in catalogue.RULES.items()
        if not any(one.citation.source.id in issues for one in rule.dated.provisions)
    )  # fmt: skip


def _as_said(rule: Rule, issues: Sequence[str], family: set[str]) -> Rule | None:
    for issue in issues:
        try:
            said = rule.dated.said_by(issue)
        except NotCovered:
            continue
        return None if said.over else _always(rule, said)
    beside = [one for one in rule.dated.provisions if one.citation.source.id not in family]
    return with_value(rule, Dated(*beside)) if beside else None


def _always(rule: Rule, said: Provision[Any]) -> Rule:
    """The rule with one value, as if its text had been in force on every day."""
    provision = replace(said, citation=replace(said.citation, in_force_from=ALWAYS))
    return with_value(rule, Dated(provision))


def _source(name: str) -> Source:
    return Source("", name, "", "", Kind.OTHER_GUIDANCE, ALWAYS)


def _with(rule: Rule, starts: Rule | None, change: Change, source: Source, variant: Variant) -> Rule | None:
    """One rule with its value changed. Raises Unfit."""
    current = _latest(starts)
    value = value_from(rule, change.asks, current)
    if isinstance(rule, Timescale) and isinstance(value, Hours):
        _needs_times(rule)
    if variant.local:
        _no_less(rule, value, current)
    if value is NOTHING:
        return None
    citation = Citation(source, change.place, ALWAYS)
    return _always(rule, Provision(citation, value))


def _latest(rule: Rule | None) -> Any:
    """The value to start from: the last text that has begun; None where there is none."""
    begun = [one for one in rule.dated.provisions if one.citation.in_force_from] if rule else []
    return max(begun, key=lambda one: one.citation.in_force_from or ALWAYS).value if begun else None


def _needs_times(rule: Timescale) -> None:
    if not any(isinstance(one.value, Hours) for one in rule.within.provisions):
        raise Unfit("This limit cannot be in hours.", f"What starts it ({rule.runs_from}) is recorded by its day.",
                    "Write it in days, such as 1 day.")  # fmt: skip


def _no_less(rule: Rule, value: Any, current: Any) -> None:
    """A local standard asks for at least as much as every national text that is encoded."""
    if value is NOTHING:
        raise Unfit("A local standard cannot take a national rule away.", f"{rule.title} stands in the guidance.",
                    "Leave the rule out, or mark this as a draft of a text.")  # fmt: skip
    if isinstance(rule, Timescale):
        for one in rule.within.provisions:
            if is_longer(value, one.value):
                raise Unfit(f"{value} is longer than the national limit.", f"{one.citation} allows {one.value}.",
                            "Make it shorter, or mark this as a draft of a text.")  # fmt: skip
    elif is_list(rule) and current:
        lost = [key for key in keys_of(current) if key not in keys_of(value)]
        widened = [key for key in keys_of(value) if key not in keys_of(current)]
        if isinstance(rule, Membership) and rule.any_one:
            lost = widened  # Where one of several is enough, another that is enough asks for less.
        if lost:
            raise Unfit("A local standard may ask for more, never for less.", f"Less than the guidance: {listed(lost)}.",
                        "Keep what the guidance lists, or mark this as a draft of a text.")  # fmt: skip


def compared(other: Instead, on: date) -> tuple[Compared, ...]:
    """Every rule whose value differs from what governs on a day, in the order of the catalogue."""
    found = []
    for id, rule in catalogue.RULES.items():
        if id not in other.rules:
            continue
        changed = other.rules[id]
        now, then = _on(rule, on), _on(changed, on) if changed else None
        if now != then:
            found.append(Compared(rule, as_lines(now), as_lines(then)))
    return tuple(found)


def _on(rule: Rule, day: date) -> Any:
    try:
        said = rule.dated.at(day)
    except NotCovered:
        return None
    return None if said.over else said.value
