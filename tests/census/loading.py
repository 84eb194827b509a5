"""Loading returns in tests: made-up ones, whole or changed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from alongside.agencies.models import Area
from alongside.census import made_up, stories
from alongside.census.loading.returns import Result, import_return
from alongside.census.problems import Level
from alongside.census.records import Episode, Header, ReadChild
from alongside.census.writing import write
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 7, 1, 9, tzinfo=UTC)


def told(story: stories.Story) -> ReadChild:
    """The first made-up child with this story."""
    return list(made_up.children(stories.STORIES.index(story) + 1))[-1]


def changed(child: ReadChild, change: Callable[[Episode], Episode]) -> ReadChild:
    """The child with their last episode changed."""
    return replace(child, episodes=(*child.episodes[:-1], change(child.episodes[-1])))


def a_year_earlier(child: ReadChild) -> ReadChild:
    """The same child, everything 52 weeks before, so that days of the week stay."""
    return _earlier(child)  # type: ignore[no-any-return]


def _earlier(value: Any) -> Any:
    if isinstance(value, date):
        return value - timedelta(weeks=52)
    if isinstance(value, tuple):
        return tuple(map(_earlier, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _earlier(getattr(value, each.name)) for each in fields(value)})
    return value


def reason(result: Result) -> str:
    """Why the one child of a return was not loaded."""
    (problem,) = [each for each in result.problems if each.level is Level.ERROR]
    return problem.why


def file_of(folder: Path, children: Iterable[ReadChild], header: Header | None = None) -> Path:
    """A return with these children."""
    path = folder / "return.xml"
    with path.open("wb") as file:
        write(file, header or made_up.header(), children)
    return path


def load(folder: Path, *children: ReadChild, now: datetime = NOW, header: Header | None = None) -> Result:
    """Import a return with these children."""
    return import_return(file_of(folder, children, header), now=now)


def timeline(area: Area) -> list[tuple[str, date, str]]:
    """What the chronology of an area holds, in order: the child's name, the day, the kind."""
    entries = Entry.objects.filter(area=area).in_order().select_related("child")
    return [(entry.child.called, entry.happened_on, entry.kind) for entry in entries]


def limits(area: Area) -> set[tuple[object, ...]]:
    """What is due in an area, so that two ways to the same records can be compared."""
    return set(
        Deadline.objects.filter(area=area).values_list(
            "child__called", "rule_id", "starts_on", "due_on", "met_on", "ended_on"
        )
    )
