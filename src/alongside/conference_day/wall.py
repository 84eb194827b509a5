"""The outline plan while it is agreed: what its recorder has typed so far, in large letters, for the wall of the room.

Nothing is stored for it. It reads the recorder's own draft, which nobody else can, and leaves out every part in which a
protected home or number stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.http import QueryDict

from alongside.conference_day.papers import must_stay_out
from alongside.conferences.models import ConferenceDecision
from alongside.letters.composing import look
from alongside.letters.readers import Record
from alongside.letters.wording import ITEM, Block
from alongside.people.models import Person
from alongside.plans.models import Category
from alongside.ui.words import day_long

ROW = re.compile(r"-(\d+)-(\w+)$")


@dataclass(slots=True)
class OnWall:
    """What stands on the wall of one child. Each change: the need, what must change, and who does what by when."""

    child: Person
    decided: str = ""
    changes: list[tuple[str, str, list[str]]] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Wall:
    """The whole wall. there: who is marked as being there."""

    children: list[OnWall]
    there: list[str]
    saved_at: datetime | None = None


def wall_of(
    typed: Mapping[str, str] | QueryDict, children: list[tuple[Person, Record]], saved_at: datetime | None
) -> Wall:
    """What was typed on the record's page, as it stands on the wall. children: in the order of the page, with what protects them."""
    there = [
        row["name"]
        for row in rows_in(typed, "attendance")
        if row.get("came") == "present" and row.get("name")
    ]
    return Wall(
        [_child(typed, place, child, record) for place, (child, record) in enumerate(children)],
        there,
        saved_at,
    )


def _child(typed: Mapping[str, str], place: int, child: Person, record: Record) -> OnWall:
    on, own = OnWall(child), f"c{place}_"
    decided, category = typed.get(f"{own}decided", ""), typed.get(f"{own}category", "")
    if decided in ConferenceDecision.Decided.values:
        on.decided = ConferenceDecision.Decided(decided).label
        if category in Category.values and decided in ("plan", "continue"):
            on.decided += f", for {Category(category).label.lower()}"
    for row in rows_in(typed, f"{own}needs"):
        doing = " ".join(one for one in (_who(row), _by(day_in(row, "by_when"))) if one)
        need, change = (
            row.get("need", ""),
            " ".join(
                one
                for one in (
                    row.get("must_change", ""),
                    row.get("how_much", ""),
                    _by(day_in(row, "need_by_when")),
                )
                if one
            ),
        )
        if need or not on.changes:
            on.changes.append((need, change, []))
        if doing:
            on.changes[-1][2].append(doing)
    on.members = [
        ", ".join(one for one in (row.get("name", ""), row.get("part", "")) if one)
        for row in rows_in(typed, f"{own}members")
    ]
    for name, words in (
        ("core_group_on", "The core group first meets"),
        ("ready_by", "The detailed plan is ready"),
        ("review_on", "The review"),
    ):
        if (day := day_in(typed, f"{own}{name}")) is not None:
            on.days.append((words, day_long(day)))
    _leave_out(on, record)
    return on


def rows_in(typed: Mapping[str, str], name: str) -> Iterator[dict[str, str]]:
    """The rows of a repeating question, in order, without those that are empty."""
    rows: dict[int, dict[str, str]] = {}
    for key in typed:
        found = ROW.match(key.removeprefix(name)) if key.startswith(f"{name}-") else None
        if found and str(typed[key]).strip():
            rows.setdefault(int(found[1]), {})[found[2]] = str(typed[key]).strip()
    yield from (rows[number] for number in sorted(rows))


def day_in(typed: Mapping[str, str], name: str) -> date | None:
    """A day that was typed in three boxes; None where it is not a whole day yet."""
    try:
        return date(*(int(typed.get(f"{name}_{box}", "")) for box in ("year", "month", "day")))
    except ValueError:
        return None


def _who(row: Mapping[str, str]) -> str:
    return ": ".join(one for one in (row.get("owner", ""), row.get("what", "")) if one)


def _by(day: date | None) -> str:
    return f"by {day_long(day)}" if day else ""


def _leave_out(on: OnWall, record: Record) -> None:
    """Take out each change or member in which a protected home or number stands."""
    words = [" ".join((need, change, *doing)) for need, change, doing in on.changes]
    hidden = _hidden(words, record)
    hidden_members = _hidden(on.members, record)
    on.left_out = len(hidden) + len(hidden_members)
    on.changes = [one for number, one in enumerate(on.changes) if number not in hidden]
    on.members = [one for number, one in enumerate(on.members) if number not in hidden_members]


def _hidden(words: list[str], record: Record) -> set[int]:
    blocks = [Block(ITEM, one) for one in words]
    return {one.block for one in look(blocks, record, "wall") if must_stay_out(one, record)}
