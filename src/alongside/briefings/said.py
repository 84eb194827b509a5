"""How changes, actions, editions and places are put into words, the same in every document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from alongside.briefings.choice import Choice, passed
from alongside.guidance import catalogue
from alongside.guidance.compare import Comparison, value_in
from alongside.guidance.editions import BY_ID, EDITIONS, Edition
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.briefing import Action, Origin
from alongside.guidance.kernel.changes import Change, Nature, Sureness
from alongside.guidance.kernel.rules import Heading, Rule, Step
from alongside.guidance.kernel.sources import Citation
from alongside.guidance.kernel.words import day_in_words, listed

NUMBERED = re.compile(r"(?P<what>paragraph|page|section)s? (?P<numbers>\d+(-\d+)?((, | and )\d+(-\d+)?)*)")
#: Where a place of another kind begins: “paragraph 70 and page 32”.
APART = re.compile(r"(?:, | and )(?=(?:paragraph|page)s? \d)")
NO_ADVICE = (
    "This says in other words what the guidance says. It is not the guidance and not legal advice: read the text "
    "itself before you rely on anything here."
)
SILENT, NOT_HELD = "Nothing was said of it.", "What was said of it is not held."
DROPPED = "It is no longer said."
#: How sure something is, in two or three words for a margin.
SURE = {
    Sureness.READ: "read in the text",
    Sureness.AGREED: "accounts agree",
    Sureness.REPORTED: "one account",
    Sureness.SUPPOSED: "not verified",
}
ORIGIN = {
    Origin.TEXT: "asked by the text",
    Origin.OTHER_TEXT: "asked by another text",
    Origin.SUGGESTED: "a suggestion",
}


def places(cites: Iterable[Citation]) -> str:
    """Places in texts, each text named once and without its issue, which the facts of the document give."""
    found: dict[str, list[str]] = {}
    for one in cites:
        found.setdefault(one.source.title, []).append(one.locator)
    return "; ".join(
        ", ".join(filter(None, (text, *_together(locators)))) for text, locators in found.items()
    )


def _together(locators: list[str]) -> list[str]:
    """“paragraphs 24, 25 and 27” for three places that are named alike."""
    found: dict[str, list[str]] = {}
    for locator in dict.fromkeys(one for each in locators for one in APART.split(each)):
        if match := NUMBERED.fullmatch(locator):
            found.setdefault(match["what"], []).extend(re.split(r", | and ", match["numbers"]))
        else:
            found[locator] = []
    return [_numbered(what, numbers) if numbers else what for what, numbers in found.items()]


def _numbered(what: str, numbers: list[str]) -> str:
    """“paragraphs 223-226”: a number that lies in a range beside it is not said again."""
    ranges = [tuple(map(int, one.split("-"))) for one in numbers if "-" in one]
    kept = [
        one
        for one in dict.fromkeys(numbers)
        if "-" in one or not any(first <= int(one) <= last for first, last in ranges)
    ]
    return f"{what}{'s' if len(kept) > 1 or '-' in kept[0] else ''} {listed(kept)}"


def places_of_rules(ids: Iterable[str], edition: Edition) -> str:
    """Where an edition says what these rules hold; where it does not, where the rule is said at all."""
    return places(dict.fromkeys(place_of(catalogue.RULES[id], edition) for id in ids))


def place_of(rule: Rule, edition: Edition) -> Citation:
    """The place of one rule in an edition: of the last one read, up to that edition, for there a place can be named.

    A later edition whose text nobody read is said to have kept it, and has no paragraph to cite.
    """
    upto = EDITIONS[: EDITIONS.index(edition) + 1]
    found = [one for each in reversed(upto) if each.read and (one := value_in(rule, each))]
    said = found[0] if found else value_in(rule, edition)
    return said.citation if said else rule.dated.provisions[-1].citation


def action_places(action: Action, edition: Edition) -> str:
    """Where an action comes from: the places of its rules, and otherwise of the changes it follows from."""
    if action.rules:
        return places_of_rules(action.rules, edition)
    return places(
        dict.fromkeys(cite for one in catalogue.CHANGES if action.id in one.actions for cite in one.cites)
    )


def marks(change: Change) -> tuple[str, ...]:
    """What sort of change, and how sure."""
    checked = f"checked {day_in_words(change.checked.on)}" if change.checked else "not yet checked"
    return (change.nature.value, SURE[change.sure], *((checked,) if change.checked else ()))


def was(change: Change) -> str:
    """What it was. Only of an edition that was read can be said that it was silent."""
    return change.was or (SILENT if BY_ID[change.before].read else NOT_HELD)


def now(change: Change) -> str:
    return change.now or DROPPED


def editions_in_words(choice: Choice) -> str:
    """Each edition gone through, with the day it took effect."""
    return listed(
        [
            f"{one.title} (from {day_in_words(one.begins)})" if n == 0 else
            f"{one.title.removeprefix('Working Together ')} (from {day_in_words(one.begins)})"
            for n, one in enumerate(passed(choice.before, choice.after))
        ]
    )  # fmt: skip


def facts(choice: Choice, day: date) -> tuple[tuple[str, str], ...]:
    """Which editions, for whom, what it was narrowed to, made on which day."""
    return (
        ("Editions", editions_in_words(choice) + "."),
        ("For", f"{choice.readers}, in England."),
        *((("Narrowed to", f"{listed(choice.narrowed)}."),) if choice.narrowed else ()),
        ("Made on", f"{day_in_words(day)}."),
    )


def unread(choice: Choice) -> str:
    """The editions whose text was not read for this, named."""
    return listed([one.title for one in passed(choice.before, choice.after) if not one.read])


def caution(choice: Choice, comparison: Comparison) -> tuple[str, ...]:
    """How far a document may be relied on: how sure its changes are, what nobody read, and that it is no advice."""
    return (f"{how_sure(comparison)} {_unread(choice)}".strip(), NO_ADVICE)


def caution_of_one(edition: Edition) -> str:
    """The same where a document rests on one edition alone."""
    if edition.read:
        return f"{edition.title} was read for this; each place says where."
    return f"The text of {edition.title} was not read for this: what it kept of the edition before is not confirmed."


def how_sure(comparison: Comparison) -> str:
    """“Of 12 changes, 8 were read in the text and 4 are told by accounts that agree.”"""
    changes = comparison.changes
    if not changes:
        return ""
    told = (
        (Sureness.READ, "read in the text"),
        (Sureness.AGREED, "told alike by two or more accounts"),
        (Sureness.REPORTED, "told by one account"),
        (Sureness.SUPPOSED, "not verified"),
    )
    counted = [
        f"{number} {words}" for sure, words in told if (number := sum(one.sure is sure for one in changes))
    ]
    checked = sum(one.checked is not None for one in changes)
    second = f" {checked} of them checked a second time against the text." if checked else ""
    return f"Changes held: {len(changes)} ({listed(counted)}).{second}"


def _unread(choice: Choice) -> str:
    names = unread(choice)
    return f"Not read for this, and so unchecked: the text of {names}." if names else ""


def law_first(changes: Iterable[Change]) -> list[Change]:
    """Changes with law first and corrections last."""
    return sorted(changes, key=lambda one: tuple(Nature).index(one.nature))


def values(was: object, now: object) -> tuple[str, str]:
    """What two editions say of one rule. Of two lists only what differs is said: the rest is the same."""
    if isinstance(was, tuple) and isinstance(now, tuple):
        return (_items(was, now) or "The rest as now.", _items(now, was) or "The rest as before.")
    return in_words(was), in_words(now)


def _items(these: tuple[object, ...], those: tuple[object, ...]) -> str:
    return "; ".join(_item(one) for one in these if one not in those)


def _item(one: object) -> str:
    if isinstance(one, Heading):
        return f"{one.label} ({one.help})" if one.help else one.label
    return one.label if isinstance(one, Step) else str(one)


def not_known(comparison: Comparison) -> list[str]:
    """What could not be established, of the later edition first."""
    return list(dict.fromkeys(one.words for step in reversed(comparison.steps) for one in step.unknown))
