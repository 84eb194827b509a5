"""Where a record is silent: what it does not say for so long that somebody should ask. In words, never a score.

How long is long is the area's own choice or this service's, said wherever a silence is shown: see
``alongside.agencies.silences``. No paragraph sets a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.agencies.silences import OURS
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.ui.words import count, date_words

SEEN_ALONE_RULE = "assessment.seen-alone"


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence from one day to another, or until now.

    rule: the rule whose paragraph it rests on; empty where there is none and it is good practice.
    after: the entry after which it begins, where one does.
    """

    words: str
    from_on: date
    to_on: date | None = None
    rule: str = ""
    after: UUID | None = None


def not_seen_alone(
    entries: Iterable[Entry], today: date, *, after_long: timedelta = OURS.alone, born_on: date | None = None
) -> list[Silence]:
    """Each time that the child was not seen alone for long while a case was open; the last may last until now.

    entries: what states are read from, in order. born_on: nobody can be seen before that; for a child who is not
    born, a day to come. after_long: how long is long.
    """
    found: list[Silence] = []
    since: date | None = None
    after: UUID | None = None
    seen = False

    def until(day: date | None) -> None:
        begun = max(since, born_on) if since and born_on else since
        if begun is not None and (day or today) - begun >= after_long:
            found.append(Silence(_alone(begun, day, today, seen), begun, day, SEEN_ALONE_RULE, after))

    for entry in entries:
        if entry.kind == kinds.CASE_CLOSED.id or entry.details.get("ends_episode"):
            until(entry.happened_on)
            since, after = None, None
        elif entry.kind == kinds.CHILD_SEEN.id and entry.details.get("alone") == "yes":
            until(entry.happened_on)
            since, after, seen = entry.happened_on, entry.pk, True
        elif since is None:
            since, after = entry.happened_on, entry.pk
    until(None)
    return found


def _alone(since: date, day: date | None, today: date, seen: bool) -> str:
    weeks = count(((day or today) - since).days // 7, "week")
    if day:
        return f"Not seen alone for {weeks}, until {date_words(day)}"
    return f"Not seen alone for {weeks}: since {date_words(since)}" if seen else (
        f"Not recorded as seen alone in the {weeks} since {date_words(since)}"
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Involved:
    """An agency that works with a child: since when, and the last day of which anything comes from it."""

    name: str
    since: date
    last: date | None


def not_heard_from(
    agencies: Iterable[Involved], today: date, *, after_long: timedelta = OURS.unheard
) -> list[Silence]:
    """The agencies that work with the child and have recorded nothing for long."""
    found = []
    for one in agencies:
        from_on = max(one.since, one.last) if one.last else one.since
        if today - from_on >= after_long:
            words = (
                f"No contact recorded from {one.name} since {date_words(one.last)}"
                if one.last
                else f"No contact recorded from {one.name}, which works with the child since {date_words(one.since)}"
            )
            found.append(Silence(words, from_on))
    return sorted(found, key=lambda one: one.from_on)
