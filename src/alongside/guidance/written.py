"""What a rule asks, read from lines that a person wrote, and written back as lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.rules import (
    Content,
    Definition,
    Duty,
    Heading,
    Judgement,
    Membership,
    Pathway,
    Rule,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import (
    CalendarDays,
    CalendarDaysIncluding,
    Hours,
    Months,
    NoNumber,
    Span,
    Weeks,
    WeeksBefore,
    WeeksIncluding,
    WorkingDays,
    WorkingDaysBefore,
)
from alongside.guidance.kernel.words import listed

#: What a text that no longer asks something says of it.
NOTHING: Final = object()
NOTHING_SAID = "nothing"
NO_NUMBER = "no number:"

FIELDS: dict[type, str] = {
    Timescale: "within", Definition: "means", Membership: "at_least", Content: "sets_out", Pathway: "outcomes",
    Duty: "asks",
}  # fmt: skip
_PLAIN: dict[str, Any] = {
    "working day": WorkingDays, "calendar day": CalendarDays, "day": CalendarDays, "week": Weeks,
    "month": Months, "hour": Hours,
}  # fmt: skip
_BACK: dict[str, Any] = {"working day": WorkingDaysBefore, "week": WeeksBefore}
_INCLUDING: dict[str, Any] = {
    "day": CalendarDaysIncluding,
    "calendar day": CalendarDaysIncluding,
    "week": WeeksIncluding,
}
#: Five years of each: nothing the texts say runs longer, and the calendar of bank holidays ends.
_MOST = {"working day": 1300, "calendar day": 1830, "day": 1830, "week": 260, "month": 60, "hour": 43_800}
_SPAN = re.compile(
    r"(\d{1,9})\s+(working day|calendar day|day|week|month|hour)s?(| beginning with the first day| back)"
)
HOW_TO_WRITE = (
    "Write it as 10 working days, 3 days, 6 weeks, 3 months, 24 hours, or no number: as soon as possible."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a variant cannot be used: what is wrong, where, why, and what to do. rule: whose line it is, if any's."""

    what: str
    where: str
    why: str
    do: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.why} {self.do}"


class NotUsable(ValueError):
    """A variant cannot be used. ``problems`` are all that were found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(f"{one.where}: {one}" for one in self.problems))


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule asks instead, in lines, and the place in the text that says so."""

    asks: tuple[str, ...]
    place: str = ""


class Unfit(ValueError):
    """The lines cannot be what this rule asks: what is wrong, why, and what to do."""

    def __init__(self, what: str, why: str, do: str) -> None:
        super().__init__(f"{what} {why} {do}")
        self.what, self.why, self.do = what, why, do


def field_of(rule: Rule) -> str:
    """The name of the field that holds a rule's value. Raises KeyError for a judgement, which has none to change."""
    return FIELDS[type(rule)]


def with_value(rule: Rule, value: Dated[Any]) -> Rule:
    """The rule with another value and everything else as it is."""
    changed: dict[str, Any] = {field_of(rule): value}
    return replace(rule, **changed)


def is_list(rule: Rule) -> bool:
    """Whether what the rule asks is a list."""
    return isinstance(rule, Content | Membership | Pathway)


def span_from(words: str) -> Span:
    """A length of time from words. Raises Unfit."""
    said = " ".join(words.split())
    if said.casefold().startswith(NO_NUMBER):
        without = said[len(NO_NUMBER) :].strip()
        if not without:
            raise Unfit(
                "The words of the limit are missing.", f"Nothing stands after “{NO_NUMBER}”.", HOW_TO_WRITE
            )
        return NoNumber(without)
    found = _SPAN.fullmatch(said.casefold())
    if found is None:
        raise Unfit(f"“{said}” is not a length of time.", "It is not a number of days, weeks, months or hours.",
                    HOW_TO_WRITE)  # fmt: skip
    n, unit, how = int(found[1]), found[2], found[3].strip()
    if not 1 <= n <= _MOST[unit]:
        raise Unfit(f"{said} cannot be counted.", f"A limit is 1 {unit} or more, and {_MOST[unit]:,} at most.",
                    "Check the number.")  # fmt: skip
    kinds = {"": _PLAIN, "back": _BACK}.get(how, _INCLUDING)
    if unit not in kinds:
        raise Unfit(f"“{said}” is not counted so.", "Only days and weeks begin with their first day, and only weeks "
                    "and working days are counted back.", HOW_TO_WRITE)  # fmt: skip
    made: Span = kinds[unit](n)
    return made


def value_from(rule: Rule, lines: Sequence[str], current: Any) -> Any:
    """What a rule asks, from lines; ``NOTHING`` where they say so. ``current`` is what + and - change. Raises Unfit."""
    said = [" ".join(line.split()) for line in lines if line.strip()]
    if isinstance(rule, Judgement):
        raise Unfit("This cannot be changed here.", "It is a question for people, which no text answers.",
                    "Leave it out.")  # fmt: skip
    if not said:
        raise Unfit("It does not say what is asked instead.", "No line is filled in.",
                    f"Write what the text says, or “{NOTHING_SAID}” if it no longer asks it.")  # fmt: skip
    if [line.casefold() for line in said] == [NOTHING_SAID]:
        return NOTHING
    if is_list(rule):
        return _list_from(rule, said, tuple(current or ()))
    if len(said) > 1:
        raise Unfit("There are too many lines.", "What this rule asks is one line.", "Put it in one line.")
    return span_from(said[0]) if isinstance(rule, Timescale) else said[0]


def _list_from(rule: Rule, said: Sequence[str], current: tuple[Any, ...]) -> tuple[Any, ...]:
    changing = [line[0] in "+-" for line in said]
    if any(changing) and not all(changing):
        raise Unfit("It mixes a whole list with changes to one.", "Some lines begin with + or -, and some do not.",
                    "Begin every line with + or -, or none.")  # fmt: skip
    if not any(changing):
        made = tuple(_known(current, line) or _new(rule, line) for line in said)
    else:
        made = current
        for line in said:
            made = _changed(rule, made, line[0], line[1:].strip())
    keys = keys_of(made)
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise Unfit("Something is there twice.", f"{listed(twice)}.", "Name each once.")
    if not made:
        raise Unfit("Nothing would be left of the list.", "Every item is taken out.",
                    f"Write “{NOTHING_SAID}” if the text no longer asks it.")  # fmt: skip
    return made


def _changed(rule: Rule, current: tuple[Any, ...], sign: str, words: str) -> tuple[Any, ...]:
    there = _known(current, words)
    if sign == "+":
        return (*current, _new(rule, words)) if there is None else (*current, there)
    if there is None:
        near = get_close_matches(words, [*keys_of(current), *as_lines(current)], n=1, cutoff=0.4)
        raise Unfit(f"“{words}” cannot be taken out.", "It is not in the list.",
                    f"Did you mean {near[0]}?" if near else "Check it on the page of the rule.")  # fmt: skip
    return tuple(one for one in current if one is not there)


def _known(current: Sequence[Any], words: str) -> Any:
    """The item that these words name, by its key or by what it says; None where there is none."""
    wanted = words.casefold()
    for one, key, line in zip(current, keys_of(current), as_lines(current), strict=True):
        if wanted in (key.casefold(), line.casefold()):
            return one
    return None


def _new(rule: Rule, words: str) -> Any:
    if not words:
        raise Unfit("A line is empty.", "Only its sign is there.", "Say what is added or taken out.")
    if isinstance(rule, Membership):
        return words
    key, colon, label = words.partition(": ")
    if not colon or not re.fullmatch(r"[a-z0-9-]+", key):
        key, label = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:60], words
    return Step(key, label) if isinstance(rule, Pathway) else Heading(key, label)


def keys_of(value: Sequence[Any]) -> list[str]:
    """The key of each item of a list: a heading's or a step's own, or the words themselves."""
    return [str(getattr(one, "key", one)) for one in value]


def as_lines(value: Any) -> tuple[str, ...]:
    """A value as lines for people; empty for None."""
    if value is None:
        return ()
    if isinstance(value, tuple | list):
        return tuple(str(getattr(one, "label", one)) for one in value)
    return (str(value),)


SHOW_ONE = 'Write [rule."child-protection.initial-conference"] and under it asks = "10 working days".'
#: What a file of a variant may hold, and then what one of an edition holds besides.
KEYS = ("name", "from", "local", "rule", "title", "id", "edition", "issue", "begins", "url")


def file_from(text: str, called: str) -> tuple[dict[str, Any], dict[str, Change]]:
    """What a TOML file says of itself, and what its rules ask, by id. ``called`` is its name. Raises NotUsable."""
    try:
        told = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        wrong = Problem("The file cannot be read.", called, f"It is not TOML: {error}.", "Correct it there.")
        raise NotUsable([wrong]) from None
    problems = list(_unknown(told, called))
    rules = told.get("rule", {})
    if not isinstance(rules, dict) or not all(isinstance(one, dict) for one in rules.values()):
        where = f"{called}, rule"
        wrong = Problem("The rules cannot be read.", where, "Each stands in a table of its own.", SHOW_ONE)
        raise NotUsable([*problems, wrong])
    changes: dict[str, Change] = {}
    for id, given in rules.items():
        where = f'{called}, [rule."{id}"]'
        try:
            changes[id] = _change(given)
        except Unfit as unfit:
            problems.append(Problem(unfit.what, where, unfit.why, unfit.do, id))
    if problems:
        raise NotUsable(problems)
    return told, changes


def _unknown(told: Mapping[str, Any], called: str) -> Iterator[Problem]:
    for key in told:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            yield Problem(
                f"“{key}” means nothing here.", f"{called}, {key}", f"A file has {listed(KEYS)}.",
                f"Did you mean {near[0]}?" if near else "Take it out.",
            )  # fmt: skip


def _change(given: Mapping[str, Any]) -> Change:
    asks = given.get("asks")
    lines = (asks,) if isinstance(asks, str) else tuple(asks) if isinstance(asks, list) else ()
    if not lines or not all(isinstance(line, str) for line in lines):
        raise Unfit(
            "It does not say what the rule asks instead.", "asks is missing, or is not words.", SHOW_ONE
        )
    if other := given.keys() - {"asks", "place"}:
        raise Unfit(f"“{min(other)}” means nothing here.", "A rule has asks and place.", "Take it out.")
    return Change(lines, str(given.get("place", "")))
