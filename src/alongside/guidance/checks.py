"""Who read what against which text, and on which day: one line a reading, in ``checks.toml``.

A reading that agrees makes a value *checked*. One that differs is shown and checks nothing. The line holds a mark
of the value that was read, so that a value changed afterwards is not taken for one that somebody read.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.sources import Check, Citation, Source
from alongside.guidance.kernel.words import day_in_words
from alongside.guidance.written import NotUsable, Problem, as_lines, keys_of

FILE = "checks.toml"
HEADING = """\
# Readings of single values against a text itself: who, on which day, and whether they agreed.
# Written by “alongside guidance read”, sorted, one line each. The mark is of the value that was read.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value read by one person. ``text`` is an edition or an issue; ``differs`` says how, and is empty if it agrees.

    ``place`` is where the text says it, where the reader wrote that down.
    """

    text: str
    rule: str
    on: date
    by: str
    mark: str
    differs: str = ""
    place: str = ""

    @property
    def key(self) -> tuple[str, str, date, str]:
        """What is read, when and by whom: one person has one reading of one value on one day."""
        return self.text, self.rule, self.on, self.by

    def is_of(self, rule_id: str, source: Source) -> bool:
        """Whether it is about what this issue says under this rule."""
        return self.rule == rule_id and self.text in (source.id, source.edition)

    @property
    def line(self) -> str:
        """The reading as one line of the file."""
        parts = [f"text = {_said(self.text)}", f"rule = {_said(self.rule)}", f"on = {self.on.isoformat()}",
                 f"by = {_said(self.by)}", f"mark = {_said(self.mark)}"]  # fmt: skip
        parts += [f"place = {_said(self.place)}"] if self.place else []
        parts += [f"differs = {_said(self.differs)}"] if self.differs else []
        return f"  {{{', '.join(parts)}}},"


def _said(words: str) -> str:
    """Words as TOML has them: a JSON string is one."""
    return json.dumps(words, ensure_ascii=False)


def mark_of(value: Any) -> str:
    """A short mark of a value: the same for the same words and keys, another for any others."""
    keys = keys_of(value) if isinstance(value, tuple | list) else []
    return hashlib.sha256("\n".join((*keys, *as_lines(value))).encode()).hexdigest()[:8]


def load(folder: Path) -> tuple[Reading, ...]:
    """The readings kept in a folder; none where it has no file. Raises NotUsable."""
    file = folder / FILE
    if not file.is_file():
        return ()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return tuple(Reading(**one) for one in told.get("readings", []))
    except (tomllib.TOMLDecodeError, TypeError) as error:
        wrong = Problem(
            "The readings cannot be read.", str(file), f"{error}.", "Correct the line, or take it out."
        )
        raise NotUsable([wrong]) from None


def keep(folder: Path, reading: Reading) -> Path:
    """Write a reading into a folder's file, in its place. It replaces that person's own of the same value and day."""
    kept = {one.key: one for one in load(folder)} | {reading.key: reading}
    file = folder / FILE
    replace_file(file, as_file(kept.values()))
    return file


def as_file(readings: Iterable[Reading]) -> str:
    """Readings as a file, sorted by text, rule, day and name."""
    lines = [one.line for one in sorted(readings, key=lambda one: one.key)]
    return "\n".join((HEADING, "readings = [", *lines, "]", ""))


def replace_file(file: Path, words: str) -> None:
    """Write a whole file at once, so that nobody ever reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}")
    with os.fdopen(handle, "w", encoding="utf-8") as written:
        written.write(words)
    Path(beside).chmod(0o644)
    Path(beside).replace(file)


def read_so(provision: Provision[Any], rule_id: str, readings: Sequence[Reading]) -> Provision[Any]:
    """The provision as readings leave it: checked, or with a remark; as it was where nobody read it."""
    about = [one for one in readings if one.is_of(rule_id, provision.citation.source)]
    if not about:
        return provision
    day = max(one.on for one in about)
    latest = [one for one in about if one.on == day]
    # Of two who read it on one day and disagree, neither has checked it.
    said = next((one for one in latest if one.differs), latest[-1])
    who = f"read on {day_in_words(day)} by {said.by}"
    if said.mark != mark_of(provision.value):
        remark = f"{who}, and this value has changed since"
        if said.differs:
            remark = f"{who}, who found that the text differs ({said.differs}); this value has changed since"
        return Provision(provision.citation, provision.value, None, remark, provision.over)
    if said.differs:
        return Provision(
            provision.citation,
            provision.value,
            None,
            f"{who}, who found that the text differs: {said.differs}",
            provision.over,
        )
    check = Check(day, _named(provision.citation.source), said.by)
    return Provision(placed(provision, said.place), provision.value, check, over=provision.over)


def _named(source: Source) -> str:
    """An issue as a check names it: “June 2025 issue”."""
    issue = source.issue or source.title
    return issue if issue.endswith(("issue", "upload")) else f"{issue} issue"


def placed(provision: Provision[Any], place: str) -> Citation:
    """The citation once it is confirmed: with the place that was read, or its own without the words that nobody did."""
    locator = place or provision.citation.locator.partition(" (inherited from")[0]
    return replace(provision.citation, locator=locator)
