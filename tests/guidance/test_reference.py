"""The generated reference, and the catalogue it is made from."""

from __future__ import annotations

from types import ModuleType

import pytest

from alongside.guidance import catalogue, standing
from alongside.guidance.reference import as_markdown
from alongside.guidance.working_together import chapter_3
from alongside.guidance.working_together.chapter_3 import referral

PAGE = as_markdown()


def test_every_rule_and_text_is_in_the_reference():
    assert [id for id in catalogue.RULES if f"| `{id}` |" not in PAGE] == []
    assert [source.id for source in catalogue.SOURCES if f"| `{source.id}` |" not in PAGE] == []


def test_every_row_of_the_reference_has_as_many_cells_as_its_heading():
    widths: set[tuple[int, int]] = set()
    heading = 0
    for line in PAGE.splitlines():
        if line.startswith("|---"):
            heading = line.count("|")
        elif line.startswith("| `"):
            widths.add((heading, line.replace("\\|", "").count("|")))

    assert widths == {(5, 5)}


def test_the_reference_says_what_is_checked_and_what_has_not_begun():
    line = next(line for line in PAGE.splitlines() if line.startswith("| `referral.decision` |"))

    assert (
        "paragraph 153; from 15 December 2023; checked on 22 November 2026 against the June 2025 issue"
        in line
    )
    assert "not confirmed in this text); from 18 March 2026; not yet checked" in line
    assert "not begun; not yet checked" in PAGE


def test_modules_come_in_the_chapters_order():
    names = [module.__name__.rpartition(".")[2] for module in catalogue.by_module()]

    first = names.index(chapter_3.IN_ORDER[0])
    assert names[first : first + len(chapter_3.IN_ORDER)] == list(chapter_3.IN_ORDER)


def test_the_order_names_every_module_of_the_chapter():
    found = {
        module.__name__.rpartition(".")[2]
        for module in catalogue.modules()
        if "chapter_3." in module.__name__
    }

    assert found == set(chapter_3.IN_ORDER)


def test_a_rule_is_found_by_id_with_its_home():
    assert catalogue.rule("referral.decision") is referral.DECISION
    assert catalogue.home("referral.decision") is referral


def test_a_slip_in_an_id_names_the_nearest():
    with pytest.raises(catalogue.NoSuchRule, match=r"Did you mean referral\.decision"):
        catalogue.rule("referral.decisions")


def test_two_rules_with_one_id_are_refused():
    twin = ModuleType("twin")
    twin.AGAIN = referral.DECISION  # type: ignore[attr-defined]
    twin.AND_AGAIN = referral.DECISION  # type: ignore[attr-defined]

    with pytest.raises(ValueError, match=r"Two rules are called referral\.decision"):
        catalogue.gathered([twin])


def test_standings_and_sectors_are_each_said_once():
    words = standing.STANDINGS + standing.SECTORS

    assert len(set(words)) == len(words)
    assert standing.held(social_worker=True, supervisor_or_manager=True, leads_the_work=True) == {
        standing.PRACTITIONER,
        standing.SOCIAL_WORKER,
        standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,
        standing.LEAD_PRACTITIONER,
    }
