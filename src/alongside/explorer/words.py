"""The words of the guidance as their page shows them: meanings, abbreviations, and letters that mean two things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from alongside.explorer.standing import provision_on
from alongside.guidance import catalogue
from alongside.guidance.editions import in_force_on
from alongside.guidance.kernel.rules import Definition
from alongside.ui.words import capitalize_first


@dataclass(frozen=True, slots=True)
class Word:
    """One word. ``rule`` is the definition it has among the rules; ``beware`` says where it means something else.

    ``used`` is false where the edition of the day does not use it.
    """

    word: str
    means: str
    stands_for: str
    also: tuple[str, ...]
    beware: str
    rule: str
    used: bool = True


ARTICLE = re.compile(r"^(a|an|the) ", re.IGNORECASE)


def glossary(day: date) -> list[tuple[str, list[Word]]]:
    """Every word by its first letter: those kept for readers, and definitions among the rules that stood that day.

    They are sorted without their articles.
    """
    edition = in_force_on(day)
    found = [
        Word(
            one.word,
            one.means,
            one.stands_for,
            one.also,
            one.beware,
            one.rule,
            used=not one.editions or edition is None or edition.id in one.editions,
        )
        for one in catalogue.TERMS
    ]
    named = {one.rule for one in found if one.rule}
    for rule in catalogue.RULES.values():
        if (
            isinstance(rule, Definition)
            and rule.id not in named
            and (said := provision_on(rule, day)) is not None
            and not said.over
        ):
            found.append(
                Word(capitalize_first(ARTICLE.sub("", rule.title)), str(said.value), "", (), "", rule.id)
            )
    letters: dict[str, list[Word]] = {}
    for one in sorted(found, key=lambda one: one.word.casefold()):
        letters.setdefault(one.word[:1].upper(), []).append(one)
    return list(letters.items())
