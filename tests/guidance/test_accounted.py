"""``alongside guidance coverage``: what is encoded of each text, what is not and why, what is missing."""

from __future__ import annotations

import argparse
import io
import json

from alongside.guidance import accounted, catalogue
from alongside.guidance.coverage import Entry, counted


def coverage(*arguments: str) -> tuple[int, str]:
    parser, out = argparse.ArgumentParser(), io.StringIO()
    accounted.add_coverage_arguments(parser)
    return accounted.run_coverage(parser.parse_args(arguments), out), out.getvalue()


def test_every_text_has_its_account_and_paragraphs_add_up() -> None:
    code, said = coverage("--json")
    found = {one["source"]: one for one in json.loads(said)}

    assert set(found) == {source.edition for source in catalogue.SOURCES}
    wt2023 = found["WT2023"]
    assert wt2023["paragraphs"] == 403
    assert wt2023["encoded"] + len(wt2023["not_encoded"]) + len(wt2023["missing"]) == 403
    assert all(wt2023["not_encoded"].values()), "each says why"
    assert code == (1 if wt2023["missing"] else 0)
    assert found["CA1989"]["paragraphs"] is None
    assert found["CA1989"]["rules"] > 10


def test_a_law_that_a_must_rests_on_is_counted_as_cited() -> None:
    found = {one.source: one for one in accounted.accounts()}

    assert "section 38" in str(catalogue.rule("youth-offending.appropriate-adults").law)
    assert (found["CDA1998"].rules, found["CDA1998"].places) == (1, 1)


def test_it_reads_as_a_list_too() -> None:
    _, said = coverage()

    assert said.startswith("Working Together 2015 (WT2015): ")
    assert "Working Together 2023 (WT2023): 403 paragraphs, " in said


def test_an_edition_whose_paragraphs_nobody_counted_misses_none() -> None:
    entries = [
        Entry("WT2018", "paragraph 7", "Something", page="/"),
        Entry("WT2018", "paragraph 9", "Else", not_encoded="Why"),
    ]
    found = counted(entries, "WT2018")

    assert (found.paragraphs, found.encoded, found.not_encoded, found.missing) == (
        None,
        1,
        {"paragraph 9": "Why"},
        (),
    )
