"""The statements an organisation judges itself by: read from the rules in force on a day, and kept nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from alongside.guidance import catalogue
from alongside.guidance.kernel.briefing import Action
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Content
from alongside.ui.words import date_words

#: What an organisation judges of itself: the expectations at three levels, and the principles for parents and carers.
OF_ORGANISATIONS = (
    "expectation.leaders",
    "expectation.managers",
    "expectation.practitioners",
    "parents-and-carers.principles",
)
#: What the partnership of an area judges of its arrangements.
OF_PARTNERSHIPS = ("arrangements.outcomes",)


@dataclass(frozen=True, slots=True)
class Statement:
    """One heading of one rule, as the text of a day says it. id: rule and heading; cited: where the text says so.

    checked: whether a person has read it against that text.
    """

    id: str
    rule: str
    group: str
    words: str
    help: str
    force: str
    cited: str
    edition: str
    checked: bool


@lru_cache(maxsize=256)
def statements_on(day: date, *, of_partnership: bool = False) -> tuple[Statement, ...]:
    """Those in force on a day, in the order of the text; none where no text that speaks of them was in force."""
    found: list[Statement] = []
    for id in OF_PARTNERSHIPS if of_partnership else OF_ORGANISATIONS:
        rule = catalogue.rule(id)
        assert isinstance(rule, Content)
        try:
            provision = rule.sets_out.at(day)
        except NotCovered:
            continue
        found += [
            Statement(
                f"{id}:{heading.key}", id, rule.title, heading.label, heading.help, rule.force.value, str(provision.citation),
                provision.citation.source.name, provision.checked is not None,
            )
            for heading in provision.value
        ]  # fmt: skip
    return tuple(found)


def editions(statements: Iterable[Statement]) -> str:
    """The texts these are read from, once each."""
    return "; ".join(dict.fromkeys(one.edition for one in statements))


def one_of(statements: Iterable[Statement], id: str) -> Statement | None:
    """The statement of this id among them."""
    return next((one for one in statements if one.id == id), None)


def grouped(statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    """By rule, in their order: the rule's title and its statements."""
    groups: dict[str, list[Statement]] = {}
    for one in statements:
        groups.setdefault(one.group, []).append(one)
    return list(groups.items())


def actions_for(statement: Statement) -> list[Action]:
    """Actions of the guidance's list that rest on the rule of this statement."""
    return [action for action in catalogue.ACTIONS.values() if statement.rule in action.rules]


def rests_on(rules: Iterable[str], day: date) -> list[dict[str, str]]:
    """The rules an action rests on, each with its title and the place in the text as it stands on a day."""
    found = []
    for id in rules:
        rule = catalogue.RULES.get(id)
        if rule is None:
            continue
        try:
            cited = str(rule.dated.at(day).citation)
        except NotCovered:
            cited = f"{rule.dated.provisions[0].citation}, not in force on {date_words(day)}"
        found.append(
            {"rule": id, "title": getattr(rule, "title", "") or getattr(rule, "question", ""), "cited": cited}
        )
    return found
