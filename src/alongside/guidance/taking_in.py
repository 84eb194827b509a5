"""Texts taken in from files: an issue carries every value of the text before it, until a person has read each.

One TOML file an issue, made by ``alongside guidance scaffold``. It says from which text it is carried, and, rule by
rule, where it differs; everything else is *inherited, not confirmed*. Files and readings stand in this package, and
in the folder that ``GUIDANCE_FOLDER`` names, for an installation that leaves its package as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from alongside.guidance import checks
from alongside.guidance.checks import Reading
from alongside.guidance.kernel.dated import Dated, NotCovered, Provision
from alongside.guidance.kernel.rules import Duty, Judgement, Membership, Rule, Timescale
from alongside.guidance.kernel.sources import Kind, Source
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.written import (
    NOTHING,
    Change,
    NotUsable,
    Problem,
    Unfit,
    field_of,
    file_from,
    value_from,
    with_value,
)

SETTING = "GUIDANCE_FOLDER"
FOLDER = "taken_in"
#: What is said of a rule from the day on which a text no longer asks it.
NO_LONGER = "no longer asked"
#: What a value carried over says of itself, after its place.
INHERITED = "inherited from {edition}, not confirmed in this text"
ABOUT = ("id", "edition", "title", "issue", "begins", "from")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """One issue taken in: its source, the text it is carried from, and what it asks otherwise. file: where that stands."""

    source: Source
    carried_from: str
    changes: Mapping[str, Change]
    file: str

    @property
    def begins(self) -> date:
        begins = self.source.in_force_from
        assert begins is not None
        return begins


def package_folder() -> Path:
    """Where this package keeps its readings, and in ``taken_in`` its issues."""
    return Path(str(files("alongside.guidance")))


def local_folder() -> Path | None:
    """The folder of an installation's own readings and issues, if the setting names one."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named) if named else None


def folder_to_write() -> Path:
    """Where a command writes: the installation's own folder if there is one, else this package."""
    return local_folder() or package_folder()


def folders() -> tuple[Path, ...]:
    """Where issues and readings are looked for. Raises NotUsable where the setting names no folder."""
    local = local_folder()
    if local is not None and not local.is_dir():
        wrong = Problem("There is no such folder.", f"{SETTING}={local}", "Issues and readings are looked for there.",
                        "Make it, or take the setting away.")  # fmt: skip
        raise NotUsable([wrong])
    return (package_folder(), local) if local else (package_folder(),)


@cache
def issues() -> tuple[TakenIn, ...]:
    """Every issue taken in, by the day it begins. Raises NotUsable, naming the file."""
    found = [issue_from(file) for folder in folders() for file in sorted((folder / FOLDER).glob("*.toml"))]
    ids = [one.source.id for one in found]
    for one in found:
        if ids.count(one.source.id) > 1:
            raise NotUsable([Problem(f"{one.source.id} is taken in twice.", one.file, "Another file has the same id.",
                                     "Take one of them away.")])  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.begins, one.source.id)))


@cache
def readings() -> tuple[Reading, ...]:
    """Every reading on record, the package's first."""
    return tuple(one for folder in folders() for one in checks.load(folder))


def issue_from(file: Path) -> TakenIn:
    """The issue that a file takes in. Raises NotUsable."""
    told, changes = file_from(file.read_text(encoding="utf-8"), file.name)
    missing = [key for key in ABOUT if not told.get(key)]
    if missing or not isinstance(told["begins"], date):
        what = f"It does not say {missing[0]}." if missing else "begins is not a day."
        raise NotUsable([Problem(what, file.name, "An issue is known by these.",
                                 "Write it as alongside guidance scaffold does, such as begins = 2027-09-01.")])  # fmt: skip
    source = Source(
        str(told["id"]), str(told["title"]), str(told["edition"]), str(told["issue"]), Kind.STATUTORY_GUIDANCE,
        told["begins"], str(told.get("url", "")),
    )  # fmt: skip
    return TakenIn(source=source, carried_from=str(told["from"]), changes=changes, file=file.name)


def sources() -> tuple[Source, ...]:
    """The sources of the issues taken in."""
    return tuple(one.source for one in issues())


def brought_up_to_date(
    rules: Mapping[str, Rule], taken: Sequence[TakenIn], read: Sequence[Reading]
) -> dict[str, Rule]:
    """The rules with every issue taken in and every reading on record. Raises NotUsable with all that is wrong."""
    problems = [wrong for one in taken for wrong in _wrong_with(one, rules)]
    kept: dict[str, Rule] = {}
    for id, rule in rules.items():
        try:
            kept[id] = _read(_carried(rule, taken), read)
        except NotUsable as wrong_one:
            problems += wrong_one.problems
    if problems:
        raise NotUsable(problems)
    return kept


def put_in_place(
    before: Mapping[str, Rule], after: Mapping[str, Rule], homes: Mapping[str, ModuleType]
) -> None:
    """Let the modules that state the rules hold them as they are now, for whoever imports one by its name."""
    for id, rule in after.items():
        if rule is not before[id]:
            home = homes[id]
            for name in [name for name, value in vars(home).items() if value is before[id]]:
                setattr(home, name, rule)


def _wrong_with(issue: TakenIn, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for id in issue.changes.keys() - rules.keys():
        yield Problem(f"There is no rule {id}.", f"{issue.file}, [rule.{id}]", "An issue changes rules there are.",
                      "Check the id: alongside rules.", id)  # fmt: skip


def _carried(rule: Rule, taken: Iterable[TakenIn]) -> Rule:
    for issue in taken:
        rule = _with_issue(rule, issue)
    return rule


def _with_issue(rule: Rule, issue: TakenIn) -> Rule:
    change, before = issue.changes.get(rule.id), said_before(rule, issue)
    if change is None:
        return _beside(rule, issue, _inherited(before, issue)) if before else rule
    try:
        value = value_from(rule, change.asks, before.value if before else None)
        if over := value is NOTHING:
            value = _ended(rule)
    except Unfit as unfit:
        where = f'{issue.file}, [rule."{rule.id}"]'
        raise NotUsable([Problem(unfit.what, where, unfit.why, unfit.do, rule.id)]) from None
    return _beside(rule, issue, Provision(issue.source.at(change.place), value, over=over))


def _ended(rule: Rule) -> Any:
    """What a rule says from the day on which it is over. Raises Unfit for a list, which acts are measured against."""
    if isinstance(rule, Timescale):
        return NoNumber(NO_LONGER)
    if isinstance(rule, Duty):
        return NO_LONGER
    raise Unfit("This rule cannot be ended in a file.", "Forms and records are measured against what it asks.",
                "Write what the text asks instead, or end it in the code.")  # fmt: skip


def said_before(rule: Rule, issue: TakenIn) -> Provision[Any] | None:
    """What the text that an issue is carried from says of a rule. A judgement is carried from whatever text asks it."""
    try:
        return rule.dated.said_by(issue.carried_from)
    except NotCovered:
        before = rule.dated.provisions[-1]
        family = _family(before.citation.source.edition)
        return before if isinstance(rule, Judgement) and family == _family(issue.source.edition) else None


def _family(edition: str) -> str:
    return edition.rstrip("0123456789")


def _inherited(before: Provision[Any], issue: TakenIn) -> Provision[Any]:
    begins = before.citation.in_force_from
    if begins is not None and begins >= issue.begins:
        raise NotUsable([Problem("It begins before the text it is carried from.", f"{issue.file}, begins",
                                 f"{before.citation.source} began on {begins}.", "Check the day, and from.")])  # fmt: skip
    place = before.citation.locator.partition(" (inherited from")[0].partition("inherited from")[0].strip()
    words = INHERITED.format(edition=before.citation.source.edition)
    return Provision(
        issue.source.at(f"{place} ({words})" if place else words), before.value, over=before.over
    )


def _beside(rule: Rule, issue: TakenIn, provision: Provision[Any]) -> Rule:
    """The rule with one more text, after those it has."""
    if isinstance(rule, Judgement):
        return replace(rule, carried=(*rule.carried, provision))
    dated: Dated[Any] = getattr(rule, field_of(rule))
    rule = with_value(rule, Dated(*dated.provisions, provision, before=dated.before))
    if isinstance(rule, Membership) and rule.others:
        try:
            others = _inherited(rule.others.said_by(issue.carried_from), issue)
        except NotCovered:
            return rule
        return replace(rule, others=Dated(*rule.others.provisions, others, before=rule.others.before))
    return rule


def _read(rule: Rule, read: Sequence[Reading]) -> Rule:
    about = [one for one in read if one.rule == rule.id]
    if not about:
        return rule
    if isinstance(rule, Judgement):
        first, *later = (checks.read_so(one, rule.id, about) for one in rule.dated.provisions)
        return replace(
            rule, citation=first.citation, checked=first.checked, remark=first.remark, carried=tuple(later)
        )
    dated: Dated[Any] = getattr(rule, field_of(rule))
    provisions = (checks.read_so(one, rule.id, about) for one in dated.provisions)
    return with_value(rule, Dated(*provisions, before=dated.before))
