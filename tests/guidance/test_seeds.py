"""Five documents people wrote by hand: every line of them is carried here, found where their readers would compare.

The documents are not part of the project. Where they lie in a folder called ``seeds`` beside the checkout, their lines
are counted too.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from alongside.guidance import catalogue
from alongside.guidance.compare import Comparison, compare, terms

HERE = Path(__file__)
DOCUMENTS: list[dict[str, Any]] = tomllib.loads(HERE.with_name("seeds.toml").read_text(encoding="utf-8"))[
    "document"
]
BESIDE = sorted(HERE.parents[2].parent.glob("*/seeds/*.txt"))

KINDS = {"change", "action", "term", "item", "opinion", "wrong", "not-held"}
ASSESSED = {"opinion", "wrong", "not-held"}


def numbers(ranges: str) -> list[int]:
    """``3, 5-7`` as 3, 5, 6, 7."""
    ends = [part.strip().partition("-") for part in ranges.split(",")]
    return [number for first, _, last in ends for number in range(int(first), int(last or first) + 1)]


def skipped(document: dict[str, Any]) -> list[int]:
    return [number for lines in document["skipped"].values() for number in numbers(lines)]


ROWS = [(document, row) for document in DOCUMENTS for row in document["rows"]]
NAMES = [f"{document['number']}:{row['l']} {row['says']}" for document, row in ROWS]


def found(comparison: Comparison, words: set[str], id: str) -> bool:
    """Whether a comparison carries it: a change, an action, a word, or a rule one of its changes names."""
    if id.startswith("term:"):
        return id.removeprefix("term:") in words
    if id.startswith("rule:"):
        return id.removeprefix("rule:") in {rule for change in comparison.changes for rule in change.rules}
    return id in {one.id for one in (*comparison.changes, *comparison.actions)}


@pytest.mark.parametrize(("document", "row"), ROWS, ids=NAMES)
def test_a_line_is_carried_by_what_its_readers_find_when_they_compare(document, row):
    audience = row.get("audience", document["audience"])
    comparison = compare(document["before"], document["after"], audience=audience)
    words = {one.word for one in terms(document["after"], audience)}

    assert row["kind"] in KINDS
    assert 1 <= len(row["says"].split()) <= 5
    assert row["by"] or row["kind"] in ASSESSED
    assert bool(row.get("why")) == (row["kind"] in ASSESSED)
    assert [id for id in row["by"] if not found(comparison, words, id)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: f"document {one['number']}")
def test_every_line_is_in_a_row_or_left_out_with_a_reason(document):
    in_rows = {row["l"] for row in document["rows"]}
    left_out = skipped(document)

    assert len(set(left_out)) == len(left_out)
    assert not in_rows & set(left_out)
    assert sorted(in_rows | set(left_out)) == numbers(document["lines"])


def test_the_lines_counted_are_those_of_the_documents():
    """The lines the table counts: as many as were counted by hand, and the documents' own where they are at hand."""
    counted = [len(numbers(document["lines"])) for document in DOCUMENTS]
    assert counted == [48, 60, 81, 13, 289]

    read = [path.read_text(encoding="utf-8").split("\n") for path in BESIDE]
    own = [[number for number, line in enumerate(lines, 1) if line.strip()] for lines in read]
    assert own in ([], [numbers(document["lines"]) for document in DOCUMENTS])


@pytest.mark.parametrize(
    ("number", "line", "kind", "because"),
    [
        (4, 5, "wrong", "There are six"),
        (2, 44, "wrong", "no safeguarding partner"),
        (2, 98, "wrong", "local strategic partnerships"),
        (3, 29, "wrong", "list of bodies did not change"),
        (3, 53, "wrong", "working days"),
        (4, 9, "wrong", "serious violence is new"),
        (5, 165, "wrong", "April 2024"),
        (5, 55, "opinion", "author's view"),
        (5, 584, "opinion", "author's view"),
        (5, 16, "not-held", "not held"),
    ],
)
def test_where_a_document_errs_or_argues_the_table_says_so(number, line, kind, because):
    rows = [row for document, row in ROWS if (document["number"], row["l"]) == (number, line)]

    assert any(row["kind"] == kind and because in row["why"] for row in rows)


def test_every_action_the_school_documents_suggest_is_an_action_here():
    asked = {id for document, row in ROWS if row["kind"] == "action" for id in row["by"]}

    assert len({id for id in asked if id in catalogue.ACTIONS}) >= 14


def test_a_row_that_nothing_carries_is_caught():
    comparison = compare("WT2018", "WT2023", audience="schools")

    assert not found(comparison, set(), "from-2015.rapid-review")
    assert not found(comparison, {"LSP"}, "term:FHLP")
    assert not found(comparison, set(), "rule:child-death.review")
    assert found(comparison, {"LSP"}, "term:LSP")
