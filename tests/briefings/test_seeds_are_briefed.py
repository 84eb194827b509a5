"""What carries each line of the five hand-made briefings is in the documents generated for the same editions and readers."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alongside.briefings import briefing, checklist, glossary
from alongside.briefings.choice import Choice
from alongside.guidance import catalogue

TABLE = Path(__file__).parents[1] / "guidance" / "seeds.toml"
DOCUMENTS: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["document"]
DAY = date(2026, 11, 23)
CHANGES = {one.id: one for one in catalogue.CHANGES}


@cache
def written(before: str, after: str, audience: str) -> tuple[frozenset[str], frozenset[str]]:
    """Every piece of the whole briefing, the checklist and the glossary; and the rules the changes in it name."""
    choice = Choice(before=before, after=after, audience=audience)
    sheets = [make(choice, DAY) for make in (briefing.whole, checklist.checklist, glossary.glossary)]
    named = {id for change in choice.comparison.changes for id in change.rules}
    return frozenset(words for sheet in sheets for words in sheet.every_word()), frozenset(named)


def said(id: str) -> tuple[str, ...]:
    """What a reader reads of a change, an action or a word."""
    if id in CHANGES:
        return (CHANGES[id].title, CHANGES[id].now)
    if id in catalogue.ACTIONS:
        return (catalogue.ACTIONS[id].words,)
    return (id.removeprefix("term:"),)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: f"document {one['number']}")
def test_every_line_of_a_hand_made_briefing_is_in_the_generated_ones(document):
    missing = []
    for row in document["rows"]:
        pieces, rules = written(
            document["before"], document["after"], row.get("audience", document["audience"])
        )
        for id in row["by"]:
            if id.startswith("rule:"):
                there = id.removeprefix("rule:") in rules
            else:
                there = all(any(words in piece for piece in pieces) for words in said(id))
            if not there:
                missing.append((row["l"], row["says"], id))

    assert missing == []
    assert len(document["rows"]) >= 12


def test_what_a_line_does_not_find_is_missed():
    pieces, _ = written("WT2018", "WT2023", "schools")

    assert not any(CHANGES["to-2026.family-help"].title in piece for piece in pieces)
