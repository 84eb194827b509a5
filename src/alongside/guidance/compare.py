"""Any two editions beside each other: what changed, step by step, what did not become known, and what may be done.

What people wrote down about a change (``catalogue.CHANGES``) stands first. Beside it stand the rules whose own value
differs between the editions, found from their history and never listed by hand; a rule a change already names is shown
with that change and not twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.editions import Edition
from alongside.guidance.kernel.briefing import Action, Question, Term
from alongside.guidance.kernel.changes import Change, Nature, Unknown
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.rules import Judgement, Rule
from alongside.guidance.kernel.words import listed
from alongside.guidance.subjects import SUBJECTS, Subject, audiences_for, subject_of

#: Where each chapter of the 2018 edition went in 2023. Other editions keep the numbers of the one before.
CARRIED_INTO_2023 = {0: (0,), 1: (1, 3), 2: (4,), 3: (2,), 4: (5,), 5: (6,)}
#: Subjects that moved from the 2018 edition's first chapter to the new first chapter of 2023.
OF_THE_NEW_FIRST_CHAPTER = ("information", "shared-responsibility", "parents-and-carers", "expectation")


@dataclass(frozen=True, slots=True)
class Differs:
    """One rule, and what each of two editions says. None: nothing of that edition is held, which is not silence."""

    rule: Rule
    was: Provision[Any] | None
    now: Provision[Any] | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one chapter and one subject. ``chapter`` is the number in the later edition of its step."""

    chapter: int
    title: str
    subject: Subject
    changes: tuple[Change, ...]

    def of(self, nature: Nature) -> tuple[Change, ...]:
        """Those of one nature, so that law is never mixed with guidance."""
        return tuple(one for one in self.changes if one.nature is nature)


@dataclass(frozen=True, slots=True)
class Step:
    """From one edition to the next. ``differs`` are rules whose value differs and that no change here names.

    ``first_held`` are rules whose first value held is of the later edition: the earlier one may have said the same.
    ``no_longer_held`` are those with a value of the earlier edition alone.
    """

    before: Edition
    after: Edition
    groups: tuple[Group, ...]
    differs: tuple[Differs, ...]
    first_held: tuple[Differs, ...]
    no_longer_held: tuple[Differs, ...]
    unknown: tuple[Unknown, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change of this step, chapter by chapter."""
        return tuple(change for group in self.groups for change in group.changes)

    def of(self, nature: Nature) -> tuple[Change, ...]:
        """The changes of one nature."""
        return tuple(one for one in self.changes if one.nature is nature)

    def values_of(self, change: Change) -> tuple[Differs, ...]:
        """What the rules a change names say in the two editions, where they differ or begin."""
        found = (_difference(catalogue.RULES[id], self.before, self.after) for id in change.rules)
        return tuple(one for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared for some readers, a chapter (as the later edition numbers it) or a subject; "" is all."""

    before: Edition
    after: Edition
    audience: str
    chapter: int | None
    subject: str
    steps: tuple[Step, ...]
    actions: tuple[Action, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change of every step, in order."""
        return tuple(change for step in self.steps for change in step.changes)

    def of(self, nature: Nature) -> tuple[Change, ...]:
        """The changes of one nature, over all steps."""
        return tuple(one for one in self.changes if one.nature is nature)

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """What could not be established about any edition on the way."""
        return tuple(one for step in self.steps for one in step.unknown)

    @property
    def differs(self) -> tuple[Differs, ...]:
        """Rules whose value differs and that no change names, over all steps."""
        return tuple(one for step in self.steps for one in step.differs)


@lru_cache(maxsize=512)
def compare(
    before: str, after: str, *, audience: str = "", chapter: int | None = None, subject: str = ""
) -> Comparison:
    """What changed from one edition to a later one, for these readers, this chapter or this subject.

    ``before`` and ``after`` are ids of ``guidance.editions``; ``chapter`` is numbered as the later one numbers it.
    Raises ValueError, saying what there is to choose from, for a pair that does not follow one another and for an
    audience, a chapter or a subject that is not there.
    """
    pairs = editions.steps(before, after)
    last = pairs[-1][1]
    _check(last, audience, chapter, subject)
    steps = tuple(
        _step(earlier, later, last, audience, chapter, subject, first=n == 0)
        for n, (earlier, later) in enumerate(pairs)
    )
    actions = _actions(steps, last, audience, chapter, subject)
    return Comparison(pairs[0][0], last, audience, chapter, subject, steps, actions)


def terms(edition: str, audience: str = "") -> tuple[Term, ...]:
    """Words and abbreviations an edition uses, for all readers or some, by their spelling. Raises ValueError for neither."""
    _edition(edition)
    found = (
        one
        for one in catalogue.TERMS
        if (not one.editions or edition in one.editions)
        and (not audience or not one.audiences or audience in one.audiences)
    )
    return tuple(sorted(found, key=lambda one: one.word.casefold()))


def questions(edition: str, audience: str = "") -> tuple[Question, ...]:
    """Questions for staff that hold under an edition, for all readers or some. Raises ValueError for no such edition."""
    _edition(edition)
    return tuple(
        one
        for one in catalogue.QUESTIONS
        if edition in one.editions and (not audience or audience in one.audiences)
    )


def value_in(rule: Rule, edition: Edition) -> Provision[Any] | None:
    """What the latest issue held of an edition says of a rule; None where none of it is held.

    An edition that amends another one carries on what the first issue said and the amendment did not touch.
    """
    last = edition.issues[-1]
    assert last.in_force_from is not None
    found = [
        (source.in_force_from, one)
        for one in rule.dated.provisions
        if (source := one.citation.source).edition == last.edition
        and source.in_force_from is not None
        and source.in_force_from <= last.in_force_from
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def carried(chapter: int, subject: str, earlier: Edition, later: Edition) -> tuple[int, ...]:
    """The numbers a chapter's subject has in a later edition: chapters moved in 2023."""
    order = [one.id for one in editions.EDITIONS]
    if order.index(earlier.id) >= order.index("WT2023") or order.index(later.id) < order.index("WT2023"):
        return (chapter,)
    if earlier.id == "WT2015" and chapter == 3:
        return (2,)
    if chapter == 1:
        return (1,) if subject in OF_THE_NEW_FIRST_CHAPTER else (3,)
    return CARRIED_INTO_2023[chapter]


def _edition(id: str) -> Edition:
    try:
        return editions.BY_ID[id]
    except KeyError:
        raise ValueError(
            f"There is no edition {id}. Choose from {listed(tuple(editions.BY_ID), 'or')}."
        ) from None


def _check(last: Edition, audience: str, chapter: int | None, subject: str) -> None:
    if audience and audience not in AUDIENCES:
        raise ValueError(
            f"There are no readers called {audience}. Choose from {listed(tuple(AUDIENCES), 'or')}."
        )
    if chapter is not None and chapter not in last.chapters:
        numbers = [str(number) for number in last.chapters]
        raise ValueError(f"{last.title} has no chapter {chapter}. Choose from {listed(numbers, 'or')}.")
    if subject and subject not in SUBJECTS:
        raise ValueError(
            f"There is no subject called {subject}. Choose from {listed(tuple(SUBJECTS), 'or')}."
        )


def _step(
    before: Edition,
    after: Edition,
    last: Edition,
    audience: str,
    chapter: int | None,
    subject: str,
    *,
    first: bool,
) -> Step:
    changes = tuple(
        one
        for one in catalogue.CHANGES
        if _belongs(one, before, after, last)
        and (not audience or audience in one.audiences)
        and (not subject or one.subject == subject)
        and (chapter is None or chapter in carried(one.chapter, one.subject, editions.BY_ID[one.after], last))
    )
    named = {id for change in changes for id in change.rules}
    # A chapter cannot be told from a rule's id, and a rule's place in a text not compared by number: see its citation.
    wanted = tuple(
        rule
        for id, rule in catalogue.RULES.items()
        if id not in named
        and (not subject or subject_of(rule).key == subject)
        and (not audience or audience in audiences_for(rule))
        and (chapter is None or chapter in _chapters_of(rule, last))
    )
    differences = tuple(one for rule in wanted if (one := _difference(rule, before, after)))
    return Step(
        before,
        after,
        groups=_grouped(changes),
        differs=tuple(one for one in differences if one.was and one.now),
        first_held=tuple(one for one in differences if not one.was),
        no_longer_held=tuple(one for one in differences if not one.now),
        unknown=tuple(
            one
            for one in catalogue.UNKNOWNS
            if (one.edition == after.id or (first and one.edition == before.id))
            and (not audience or audience in one.audiences)
            and (
                chapter is None
                or chapter in carried(one.chapter, subject, editions.BY_ID[one.edition], last)
                or one.chapter == 0
            )
        ),
    )


def _belongs(change: Change, before: Edition, after: Edition, last: Edition) -> bool:
    """Whether a change is of this step, or happened while the step's earlier edition stood (or the last one of all)."""
    if change.before != change.after:
        return (change.before, change.after) == (before.id, after.id)
    return change.after == before.id or (change.after == after.id and after is last)


def _grouped(changes: Iterable[Change]) -> tuple[Group, ...]:
    groups: dict[tuple[int, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.chapter, change.subject), []).append(change)
    order = list(SUBJECTS)
    keys = sorted(groups, key=lambda key: (key[0], order.index(key[1])))
    return tuple(
        Group(
            chapter,
            editions.BY_ID[groups[chapter, subject][0].after].chapters[chapter],
            SUBJECTS[subject],
            tuple(sorted(groups[chapter, subject], key=lambda one: tuple(Nature).index(one.nature))),
        )
        for chapter, subject in keys
    )


def _difference(rule: Rule, before: Edition, after: Edition) -> Differs | None:
    """What two editions say of a rule, where they do not say the same.

    A judgement is a question held with one citation and no history, so it is never compared.
    """
    if isinstance(rule, Judgement):
        return None
    was, now = value_in(rule, before), value_in(rule, after)
    if (was and now and was.value == now.value) or not (was or now):
        return None
    return Differs(rule, was, now)


@lru_cache(maxsize=1)
def _register() -> dict[str, frozenset[int]]:
    """The chapters of the 2023 edition whose paragraphs each rule answers, from the register."""
    found: dict[str, set[int]] = {}
    for entry in catalogue.coverage():
        if entry.edition == "WT2023":
            for id in entry.rules:
                found.setdefault(id, set()).add(entry.chapter)
    return {id: frozenset(chapters) for id, chapters in found.items()}


def _chapters_of(rule: Rule, last: Edition) -> frozenset[int]:
    """The chapters whose paragraphs a rule answers: the register's, under the numbers of the last edition."""
    found = _register().get(rule.id, frozenset())
    if last.begins >= editions.BY_ID["WT2023"].begins:
        return found
    return frozenset(old for old, new in CARRIED_INTO_2023.items() if found & set(new))


def _actions(
    steps: tuple[Step, ...], last: Edition, audience: str, chapter: int | None, subject: str
) -> tuple[Action, ...]:
    """Possible actions: those the changes name first, then the rest that make sense under the last edition.

    Where a chapter or a subject is asked for, the rest are those that rest on one of its rules.
    """
    named = dict.fromkeys(id for step in steps for change in step.changes for id in change.actions)
    found = [catalogue.ACTIONS[id] for id in named]
    found += [
        one
        for id, one in catalogue.ACTIONS.items()
        if id not in named and _rests_on(one, chapter, subject, last)
    ]
    return tuple(
        one for one in found if last.id in one.editions and (not audience or audience in one.audiences)
    )


def _rests_on(action: Action, chapter: int | None, subject: str, last: Edition) -> bool:
    if chapter is None and not subject:
        return True
    rules = tuple(catalogue.RULES[id] for id in action.rules)
    return any(
        (not subject or subject_of(rule).key == subject)
        and (chapter is None or chapter in _chapters_of(rule, last))
        for rule in rules
    )
