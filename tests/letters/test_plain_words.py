"""The words that come along can be read: short sentences, and no word of ours that is not explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from alongside.letters.brought import OURS
from alongside.letters.papers import DO_NOT_AGREE, NOT_WORKING
from alongside.letters.which import BY_ID
from alongside.letters.wording import parts

LONGEST = 25
#: Words that a child or a parent may not know, and what explains each in the same letter.
EXPLAINED = {
    "advocate": "An advocate is somebody", "significant harm": "harm that is serious for a child",
    "enquiries": "means to find out more", "section 47": "asks us to do it", "section 46": "lets them",
    "police protection": "a police officer decided", "proceedings": "A case in court is", "conference": "meeting",
    "child protection plan": "what (?:must|had to) change so", "core group": "you and the people who carry out the plan",
    "category": "the kind of harm that people worry about", "young carer": "a child who looks after somebody",
}  # fmt: skip
#: Words that have no place in a letter to a family.
NEVER = (
    "s47", "s17", "LAC", "CIN", "ICPC", "PLO", "MASH", "FGC", "multi-agency", "safeguarding", "statutory", "threshold",
    "strategy discussion", "disclosure", "lead practitioner", "parental responsibility", "placement", "contact arrangements",
    "perpetrator", "non-engagement", "DNA", "presenting", "outcomes",
)  # fmt: skip
EACH = pytest.mark.parametrize(("kind", "audience"), OURS, ids=lambda one: one)


def sentences(words: str) -> Iterator[str]:
    for _, part in parts(words):
        yield from re.split(r"(?<=[.!?:])\s+", part)


def too_long(words: str) -> list[str]:
    return [one for one in sentences(words) if len(one.split()) > LONGEST]


def not_explained(words: str) -> list[str]:
    """Hard words that stand in a text and are not explained in it; and those that have no place there."""
    flat = " ".join(words.split())
    hard = [
        word for word, explained in EXPLAINED.items()
        if re.search(rf"\b{word}\b", flat, re.IGNORECASE) and not re.search(explained, flat)
    ]  # fmt: skip
    return hard + [word for word in NEVER if re.search(rf"\b{re.escape(word)}\b", flat)]


@EACH
def test_no_sentence_is_longer_than_twenty_five_words(kind: str, audience: str) -> None:
    assert too_long(OURS[kind, audience]) == []


@pytest.mark.parametrize(("kind", "audience"), [key for key in OURS if key[1] in ("child", "parent")])
def test_a_hard_word_is_explained_to_children_and_parents_where_it_stands(kind: str, audience: str) -> None:
    assert not_explained(OURS[kind, audience]) == []


def test_the_documents_and_the_boxes_read_as_easily() -> None:
    boxes = [f"{box.label} {box.help}" for kind in BY_ID.values() for box in kind.boxes]
    assert [words for words in (NOT_WORKING, DO_NOT_AGREE, *boxes) if too_long(words)] == []
    assert not_explained(NOT_WORKING) == []


def test_a_long_sentence_and_a_hard_word_would_be_seen() -> None:
    """The seeded faults."""
    assert too_long("# A title\n\n" + "word " * 26)
    assert not_explained("# A title\n\nThe core group meets.") == ["core group"]
    assert not_explained("# A title\n\nThe threshold is met.") == ["threshold"]
