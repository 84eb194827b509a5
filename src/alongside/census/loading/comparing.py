"""What a later return says differently about a child who was loaded before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .steps import CHANGES_IN_TIME, Step


@dataclass(frozen=True, slots=True)
class Told:
    """What one return says of one child: the details, and the steps."""

    year: int
    details: dict[str, Any]
    steps: tuple[Step, ...]

    def facts(self, before: dict[str, Any] | None = None) -> dict[str, Any]:
        """What to store of the child now, to compare the next return with.

        details: as the return of the latest year has them. steps: all that was ever told, by key.
        latest: the keys of the return of the latest year.
        """
        said = {step.key: dict(step.says) for step in self.steps}
        if before is None or self.year >= before["year"]:
            known = before["steps"] if before else {}
            return {
                "year": self.year,
                "details": self.details,
                "steps": {**known, **said},
                "latest": list(said),
            }
        return {**before, "steps": {**said, **before["steps"]}}


@dataclass(frozen=True, slots=True)
class Difference:
    """What to write, and what cannot be.

    details: whether the child's own details are to be brought up to date.
    new: steps that were not told before, and those that may change in the course of time and did.
    contradictions: what was told otherwise before, in words.
    """

    details: bool
    new: tuple[Step, ...]
    contradictions: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.details or bool(self.new) or bool(self.contradictions)


def compare(before: dict[str, Any], told: Told) -> Difference:
    """This return against what was stored of the child.

    A return of one year holds the whole year, so what is gone from a later file of it was taken back; a
    return of another year leaves out what lies before it. One of an earlier year changes no detail.
    """
    earlier = told.year < before["year"]
    known: dict[str, Any] = before["steps"]
    new: list[Step] = []
    contradictions: list[str] = []
    for step in told.steps:
        if step.key not in known:
            new.append(step)
        elif known[step.key] == dict(step.says):
            continue
        elif step.kind not in CHANGES_IN_TIME:
            contradictions.append(_otherwise(step, known[step.key]))
        elif not earlier:
            new.append(step)
    if told.year == before["year"]:
        gone = [key for key in before["latest"] if key not in {step.key for step in told.steps}]
        contradictions += [f"{key} was told before and is gone" for key in gone]
    return Difference(not earlier and told.details != before["details"], tuple(new), tuple(contradictions))


def _otherwise(step: Step, before: dict[str, Any]) -> str:
    changed = [name for name in step.says if step.says[name] != before.get(name)]
    said = ", ".join(f"{name} was {before.get(name)} and is now {step.says[name]}" for name in changed)
    return f"{step.key}: {said}"
